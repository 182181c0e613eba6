import { parseId } from '../../films/film-ids.ts';
import { findRefInUrl, findWorkKindInUrl } from '../../films/refs.ts';
import type { FilmRef } from '../../films/types.ts';
import { findKindOfLabel } from '../../films/work-kinds.ts';
import { findOtherKind, isFilmKind } from '../../tables/columns/cell-words.ts';
import { RowFault, shorten } from '../../tables/faults.ts';
import type { TableRow } from '../../tables/table.ts';
import type { ReasonKind } from '../../tables/types.ts';
import type { FilmInput } from '../../watchlog/types.ts';
import { findTitleType } from './title-types.ts';
import type { ImportBuilder, RowCells } from '../import-builder-types.ts';
import { listIdRefs, listTags, readTitle, readYear } from '../values.ts';
import { cellOf, columnOf, type TablePlan } from './plan-cells.ts';
import { parseTitleText, type TitleText } from './title-text.ts';

/** The film of a row, and the version that its title names; '' if it names none. */
export interface RowFilm {
  film: FilmInput;
  edition: string;
}

const workKinds: Record<string, ReasonKind> = {
  series: 'series',
  season: 'season',
  episode: 'episode',
  game: 'game',
  book: 'book',
  album: 'music',
};

/** The kind of work that a label means; null for a film, and for an unknown label. */
function findKind(raw: string): ReasonKind | null {
  if (raw === '') return null;
  const kind = findOtherKind(raw);
  if (kind !== null) return kind;
  const type = findTitleType(raw);
  return type === 'film' ? (workKinds[findKindOfLabel(raw) ?? ''] ?? null) : type;
}

/** Throws `RowFault` for a work that is not a film: its column, its title or an address says so. */
function checkKind(plan: TablePlan, row: TableRow, { title, kind }: TitleText): void {
  const { otherKind, addressColumns } = plan;
  if (otherKind !== null) throw new RowFault(otherKind, null, 'not-a-film', shorten(title));
  const raw = cellOf(plan, row, 'kind');
  // A film has one episode in tables of both.
  const parts = isFilmKind(raw) ? [] : plan.partColumns;
  const part = parts.find(([, column]) => /[^0\s-]/.test(row.text(column)));
  if (part !== undefined) throw new RowFault(part[0], part[1], 'not-a-film', shorten(title));
  const told = findKind(raw);
  if (told !== null) throw new RowFault(told, columnOf(plan, 'kind'), 'not-a-film', shorten(raw));
  const named = workKinds[kind ?? ''];
  if (named !== undefined && !plan.isOwn)
    throw new RowFault(named, columnOf(plan, 'title'), 'not-a-film', shorten(cellOf(plan, row, 'title')));
  for (const column of addressColumns) {
    const linked = workKinds[findWorkKindInUrl(row.text(column)) ?? ''];
    if (linked !== undefined) throw new RowFault(linked, column, 'not-a-film', shorten(title || linked));
  }
}

/** The refs of a row, in columns of ids and in addresses. */
export function listRefs(plan: TablePlan, row: RowCells): FilmRef[] {
  const [imdb, tmdb] = [cellOf(plan, row, 'imdb'), cellOf(plan, row, 'tmdb')];
  const other = cellOf(plan, row, 'otherId');
  const addresses = [
    imdb,
    tmdb,
    other,
    cellOf(plan, row, 'url'),
    ...plan.addressColumns.map((column) => row.text(column)),
  ];
  const ids = plan.idColumns.flatMap(
    ({ system, column }) => parseId(system, row.text(column).replace(/\.0$/, '')) ?? [],
  );
  return [
    ...new Set([
      ...listIdRefs({ imdb: imdb || (/^tt\d+$/i.test(other) ? other : ''), tmdb }),
      ...addresses.flatMap((address) => findRefInUrl(address) ?? []),
      ...ids,
    ]),
  ];
}

/** The year of our calendar: that of Thailand counts 543 more. */
const toCommonYear = (year: string): string => (/^2[45]\d\d$/.test(year) ? String(Number(year) - 543) : year);

/** The year of the film: its own cell, the day of its release, or that behind its title. Throws `RowFault` `bad-year`. */
export function readFilmYear(plan: TablePlan, row: RowCells, ofTitle: number | null): number | null {
  const raw = cellOf(plan, row, 'year');
  const year = /(?<!\d)(?:18[7-9]\d|19\d\d|20\d\d)(?!\d)/;
  // "(1995)", "1995–1998", "1995-12-15"
  const own = /^\d+(?:\.0)?$/.test(raw) ? raw : (year.exec(raw)?.[0] ?? raw);
  const told = readYear(toCommonYear(own), columnOf(plan, 'year'));
  if (told !== null) return told;
  const released = year.exec(cellOf(plan, row, 'releaseDate'))?.[0];
  return released === undefined ? ofTitle : Number(released);
}

const plainTitle = (title: string): TitleText => ({ title, year: null, edition: '', kind: null });

/** The film that a row names. Throws `RowFault` when it names none, or a work that is not a film. */
export function readRowFilm(builder: ImportBuilder, plan: TablePlan, row: TableRow): RowFilm {
  const cell = cellOf(plan, row, 'title') || cellOf(plan, row, 'originalTitle');
  const title = plan.isOwn ? plainTitle(cell) : parseTitleText(cell);
  checkKind(plan, row, title);
  const refs = listRefs(plan, row);
  const film = builder.film({
    title: cell === '' && refs.length > 0 ? '' : readTitle(title.title, columnOf(plan, 'title')),
    year: readFilmYear(plan, row, title.year),
    refs,
    originalTitle: cellOf(plan, row, 'originalTitle') || null,
    directors: listTags(cellOf(plan, row, 'directors')),
  });
  return { film, edition: title.edition };
}
