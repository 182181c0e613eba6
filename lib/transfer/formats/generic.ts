import { findRefInUrl, findWorkKindInUrl } from '../../films/refs.ts';
import type { FilmRef } from '../../films/types.ts';
import { findKindOfLabel } from '../../films/work-kinds.ts';
import type { FilmInput } from '../../watchlog/types.ts';
import { findDateOrder, type ReadDay } from '../../tables/dates.ts';
import { RowFault, shorten } from '../../tables/faults.ts';
import { readLooseDay } from '../../tables/loose-dates.ts';
import { createImportBuilder, type EntryParts, type ImportBuilder } from '../import-builder.ts';
import { foldColumn, hasColumns, readTable, type TableRow } from '../../tables/table.ts';
import {
  listIdRefs,
  listTags,
  readRating,
  readTitle,
  readYear,
  type RatingScale,
  type ReadStars,
} from '../values.ts';
import type { DateOrder, ReasonKind, SourceFile } from '../../tables/types.ts';
import type { ColumnMapping, FileFormat, GenericField, Reading, ReadOptions } from '../types.ts';
import { findTitleType } from './imdb-title-types.ts';
import { guessMapping, guessScale, isOwnTable, unguard } from './generic-columns.ts';

/** Facts about a whole table, found before its rows are read. */
interface Plan {
  mapping: ColumnMapping;
  scale: RatingScale;
  order: DateOrder | null;
  isOwn: boolean;
  /** The name of the file says that it is a watchlist. */
  isWatchlist: boolean;
}

function cellOf({ mapping, isOwn }: Plan, row: TableRow, field: GenericField): string {
  const column = mapping[field];
  if (column === undefined) return '';
  return isOwn ? unguard(row.raw(column)) : row.text(column);
}

const columnOf = ({ mapping }: Plan, field: GenericField): string | null => mapping[field] ?? null;

/** Words for works that are not films. `findTitleType` has those of IMDb, `findKindOfLabel` those of many languages. */
const otherKinds: [ReasonKind, RegExp][] = [
  ['anime', /^anime(?: (?:series|tv))?$/],
  ['manga', /^(?:manga|manhwa|manhua)$/],
  ['book', /^(?:books?|comics?|novels?|graphic novels?)$/],
  ['game', /^(?:(?:video|board)? ?games?)$/],
  ['podcast', /^podcasts?\b/],
  ['season', /^(?:tv )?seasons?$/],
  ['special', /^(?:tv )?specials?$/],
  ['series', /^(?:tv|tv ?shows?|shows?|series|limited series|ova|ona)$/],
];

const workKinds: Record<string, ReasonKind> = {
  series: 'series',
  season: 'season',
  episode: 'episode',
  game: 'game',
  book: 'book',
};

/** The kind of work that a label means; null for a film, and for an unknown label. */
function findOtherKind(raw: string): ReasonKind | null {
  const folded = foldColumn(raw);
  const kind = otherKinds.find(([, words]) => words.test(folded))?.[0];
  if (kind !== undefined) return kind;
  const type = findTitleType(raw);
  return type === 'film' ? (workKinds[findKindOfLabel(raw) ?? ''] ?? null) : type;
}

function checkKind(plan: Plan, row: TableRow): void {
  const raw = cellOf(plan, row, 'kind');
  const kind = findOtherKind(raw) ?? workKinds[findWorkKindInUrl(cellOf(plan, row, 'url')) ?? ''];
  if (kind === undefined) return;
  const column = raw === '' ? 'url' : 'kind';
  throw new RowFault(kind, columnOf(plan, column), 'not-a-film', shorten(raw || kind));
}

function listRefs(plan: Plan, row: TableRow): FilmRef[] {
  const link = findRefInUrl(cellOf(plan, row, 'url'));
  const [imdb, tmdb] = [cellOf(plan, row, 'imdb'), cellOf(plan, row, 'tmdb')];
  const linked = [imdb, tmdb].flatMap((cell) => findRefInUrl(cell) ?? []);
  return [...new Set([...listIdRefs({ imdb, tmdb }), ...linked, ...(link === null ? [] : [link])])];
}

function readFilm(builder: ImportBuilder, plan: Plan, row: TableRow): FilmInput {
  checkKind(plan, row);
  const rawTitle = readTitle(cellOf(plan, row, 'title'), columnOf(plan, 'title'));
  const ownYear = readYear(cellOf(plan, row, 'year'), columnOf(plan, 'year'));
  // "Toy Story (1995)": used only when no other cell has the year.
  const [, name, year] =
    (plan.isOwn ? null : /^(.+\S)\s*\(((?:18[7-9]|19\d|20\d)\d)\)$/.exec(rawTitle)) ?? [];
  const isInTitle = ownYear === null && name !== undefined;
  return builder.film({
    title: isInTitle ? name : rawTitle,
    year: isInTitle ? Number(year) : ownYear,
    refs: listRefs(plan, row),
    originalTitle: cellOf(plan, row, 'originalTitle') || null,
    directors: listTags(cellOf(plan, row, 'directors')),
  });
}

function readWatchedOn(builder: ImportBuilder, plan: Plan, row: TableRow): ReadDay | null {
  const raw = cellOf(plan, row, 'watchedOn');
  if (/^unknown$/i.test(raw)) return null;
  return readLooseDay(raw, columnOf(plan, 'watchedOn'), { order: plan.order, findDay: builder.findDay });
}

/** Whether a cell means "not rated": no scale has a zero, and services write one for a film without a rating. */
const isUnrated = (cell: string): boolean =>
  /^(?:0+(?:[.,]0+)?(?:\s?(?:\/\s?(?:5|10|100)|%))?|☆+)$/.test(cell);

/**
 * The stars of a cell. "★★★½", "3.5/5" and "70 %" name their own scale. Null when there is no rating. Throws
 * `RowFault`.
 */
function readStars(plan: Plan, row: TableRow, field: 'rating' | 'filmRating'): ReadStars | null {
  const raw = cellOf(plan, row, field).replace(/⭐\ufe0f?/g, '★');
  if (isUnrated(raw)) return null;
  const column = columnOf(plan, field);
  const stars = /^(★{0,5})(½?)☆*$/.exec(raw);
  if (raw === '') return null;
  if (stars) return readRating(String((stars[1] ?? '').length + (stars[2] ? 0.5 : 0)), column, plan.scale);
  const [, number = raw, best] = /^([\d.,]+)\s?(?:\/\s?(5|10|100)|%)$/.exec(raw) ?? [];
  const isPercent = raw.endsWith('%');
  const scale =
    best === undefined && !isPercent ? plan.scale : { worst: 0.1, best: Number(best ?? 100), step: 0.1 };
  return readRating(number, column, scale);
}

const isYes = (cell: string): boolean => /^(?:yes|y|true|1|x|✓|ja|oui|sí|si|sim)$/i.test(cell);
const isNo = (cell: string): boolean => /^(?:no|n|false|0|nein|non|não)$/i.test(cell);

/**
 * Whether a row is an entry. In our own table the date of an entry is set or "unknown". In other tables every row is an
 * entry, except on a watchlist.
 */
function isEntryRow(plan: Plan, row: TableRow, isListed: boolean): boolean {
  if (plan.isWatchlist) return false;
  if (cellOf(plan, row, 'watchedOn') !== '') return true;
  if (plan.isOwn || isListed) return false;
  return plan.mapping.watchedOn !== undefined || cellOf(plan, row, 'review') !== '';
}

function addEntry(
  builder: ImportBuilder,
  plan: Plan,
  row: TableRow,
  parts: Pick<EntryParts, 'film' | 'watchedOn' | 'watchedAt' | 'rating'>,
): void {
  const cell = (field: GenericField): string => cellOf(plan, row, field);
  builder.addEntry({
    ...parts,
    rewatch: isYes(cell('rewatch')),
    finished: !isNo(cell('finished')),
    tags: listTags(cell('tags')),
    note: cell('note'),
    review: cell('review'),
    reviewHasSpoilers: isYes(cell('spoilers')),
    place: cell('place'),
    company: cell('company'),
    from: row.from,
  });
}

function readRow(builder: ImportBuilder, plan: Plan, row: TableRow): void {
  const film = readFilm(builder, plan, row);
  const watched = readWatchedOn(builder, plan, row);
  const stars = readStars(plan, row, 'rating');
  const filmStars = readStars(plan, row, 'filmRating');
  const cell = (field: GenericField): string => cellOf(plan, row, field);
  if (!plan.isOwn) {
    builder.rejectDuplicate(`row ${row.cells.join('\n')}`, null, 'same-row');
  }
  if (stars && !stars.isExact) {
    builder.notice(row.from, columnOf(plan, 'rating'), 'rounded-rating', cell('rating'), stars.value);
  }
  if (isUnrated(cell('rating'))) {
    builder.notice(row.from, columnOf(plan, 'rating'), 'read-as-unrated', shorten(cell('rating')));
  }
  const rating = stars?.value ?? null;
  const isListed = plan.isWatchlist || isYes(cell('watchlist'));
  const isLiked = isYes(cell('liked'));
  if (isLiked) builder.addLike(film, row.from);
  const filmTags = listTags(cell('filmTags'));
  for (const tag of filmTags) builder.addTag(film, tag, row.from);
  if (isListed)
    builder.addToWatchlist({
      film,
      addedAt: plan.isWatchlist ? (watched?.at ?? null) : null,
      from: row.from,
    });
  const isEntry = isEntryRow(plan, row, isListed);
  if (isEntry) {
    addEntry(builder, plan, row, {
      film,
      watchedOn: watched?.day ?? null,
      watchedAt: watched?.at ?? null,
      rating,
    });
  }
  const value = plan.isOwn ? (filmStars?.value ?? null) : rating;
  if (value !== null) builder.addRating({ film, value, ratedAt: watched?.at ?? null, from: row.from });
  else if (!plan.isOwn && !isEntry && !isListed && !isLiked && filmTags.length === 0)
    readBareRow(builder, plan, row, film);
}

/**
 * A row with nothing but a film. In a table of ratings its rating is missing; in any other table the film was seen on
 * an unknown day.
 */
function readBareRow(builder: ImportBuilder, plan: Plan, row: TableRow, film: FilmInput): void {
  if (plan.mapping.rating !== undefined) {
    throw new RowFault('missing-rating', columnOf(plan, 'rating'), 'missing-rating');
  }
  if (plan.mapping.watchlist !== undefined || builder.entriesOf(film).length > 0) return;
  builder.addEntry({ film, watchedOn: null, isSeenMark: true, from: row.from });
}

function readFiles(files: SourceFile[], options: ReadOptions): Reading {
  const builder = createImportBuilder('generic', options);
  let marksRewatches = true;
  for (const file of files) {
    const { header, rows } = readTable(file);
    const mapping = options.mapping ?? guessMapping(header);
    const column = (field: GenericField): string[] =>
      rows.map((row) => (mapping[field] === undefined ? '' : row.text(mapping[field])));
    const plan: Plan = {
      mapping,
      scale: guessScale(mapping.rating ?? '', column('rating')),
      order: options.dateOrder ?? findDateOrder(column('watchedOn')),
      isOwn: isOwnTable(header),
      isWatchlist: !isOwnTable(header) && /watch-?list|wish-?list|to[-_ ]?watch/i.test(file.name),
    };
    marksRewatches &&= mapping.rewatch !== undefined;
    builder.eachRow(rows, (row) => readRow(builder, plan, row));
  }
  return builder.finish({ fileNames: files.map(({ name }) => name), countsRewatches: !marksRewatches });
}

/** Any other table with a column of titles. Uses the mapping given, or one guessed from the header. */
export const generic: FileFormat = {
  id: 'generic',
  // A Letterboxd table whose file was renamed is excluded: its dates are not the days the films were watched.
  recognise: (files) =>
    files.filter(
      ({ header }) => guessMapping(header).title !== undefined && !hasColumns(header, 'Letterboxd URI'),
    ),
  read: readFiles,
};
