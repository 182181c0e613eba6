import { findRefInUrl, findWorkKindInUrl } from '../../films/refs.ts';
import type { FilmRef } from '../../films/types.ts';
import { findKindOfLabel } from '../../films/work-kinds.ts';
import type { FilmSeed } from '../../watchlog/types.ts';
import { findDateOrder, readDay, readNumericDay } from '../dates.ts';
import { quote, RowFault } from '../faults.ts';
import { createStory, type EntryParts, type Story } from '../story.ts';
import { hasColumns, readTable, type TableRow } from '../table.ts';
import {
  listIdRefs,
  listTags,
  readRating,
  readTitle,
  readYear,
  type RatingScale,
  type ReadStars,
} from '../values.ts';
import type {
  ColumnMapping,
  DateOrder,
  FileFormat,
  GenericField,
  Reading,
  ReadOptions,
  ReasonKind,
  SourceFile,
} from '../types.ts';
import { guessMapping, guessScale, isOwnTable, unguard } from './generic-columns.ts';

/** What is known of a whole table before its rows are read. */
interface Plan {
  mapping: ColumnMapping;
  scale: RatingScale;
  order: DateOrder | null;
  isOwn: boolean;
}

function cellOf({ mapping, isOwn }: Plan, row: TableRow, field: GenericField): string {
  const column = mapping[field];
  if (column === undefined) return '';
  return isOwn ? unguard(row.raw(column)) : row.text(column);
}

const columnOf = ({ mapping }: Plan, field: GenericField): string | null => mapping[field] ?? null;

const noKinds: Record<string, ReasonKind> = {
  series: 'series',
  season: 'season',
  episode: 'episode',
  game: 'game',
  book: 'book',
};

function checkKind(plan: Plan, row: TableRow): void {
  const raw = cellOf(plan, row, 'kind');
  const told = /^(?:tv|tv ?shows?|shows?|series)$/i.test(raw) ? 'series' : findKindOfLabel(raw);
  const kind = told ?? findWorkKindInUrl(cellOf(plan, row, 'url'));
  if (kind === null || !Object.hasOwn(noKinds, kind)) return;
  const column = raw === '' ? 'url' : 'kind';
  throw new RowFault(noKinds[kind] ?? 'series', columnOf(plan, column), `${quote(raw || kind)} is no film.`);
}

function listRefs(plan: Plan, row: TableRow): FilmRef[] {
  const link = findRefInUrl(cellOf(plan, row, 'url'));
  const [imdb, tmdb] = [cellOf(plan, row, 'imdb'), cellOf(plan, row, 'tmdb')];
  const linked = [imdb, tmdb].flatMap((cell) => findRefInUrl(cell) ?? []);
  return [...new Set([...listIdRefs({ imdb, tmdb }), ...linked, ...(link === null ? [] : [link])])];
}

function readFilm(story: Story, plan: Plan, row: TableRow): FilmSeed {
  checkKind(plan, row);
  const title = readTitle(cellOf(plan, row, 'title'), columnOf(plan, 'title'));
  return story.film({
    title,
    year: readYear(cellOf(plan, row, 'year'), columnOf(plan, 'year')),
    refs: listRefs(plan, row),
    originalTitle: cellOf(plan, row, 'originalTitle') || null,
    directors: listTags(cellOf(plan, row, 'directors')),
  });
}

function readWatchedOn(story: Story, plan: Plan, row: TableRow): { day: string; at: number | null } | null {
  const raw = cellOf(plan, row, 'watchedOn');
  const column = columnOf(plan, 'watchedOn');
  if (/^unknown$/i.test(raw)) return null;
  if (raw === '' || /^\d{4}(?:-|$)/.test(raw)) return readDay(raw, column, story.findDay);
  return { day: readNumericDay(raw, column, plan.order), at: null };
}

/** "★★★½" and "3.5/5" say their scale themselves. */
function readStars(plan: Plan, row: TableRow, field: 'rating' | 'filmRating'): ReadStars | null {
  const raw = cellOf(plan, row, field);
  const column = columnOf(plan, field);
  const stars = /^(★{0,5})(½?)☆*$/.exec(raw);
  if (raw === '') return null;
  if (stars) return readRating(String((stars[1] ?? '').length + (stars[2] ? 0.5 : 0)), column, plan.scale);
  const [, number = raw, best] = /^([\d.,]+)\s?\/\s?(5|10|100)$/.exec(raw) ?? [];
  const scale = best === undefined ? plan.scale : { worst: 0, best: Number(best), step: 0.1 };
  return readRating(number, column, scale);
}

const isYes = (cell: string): boolean => /^(?:yes|y|true|1|x|✓|ja|oui|sí|si|sim)$/i.test(cell);
const isNo = (cell: string): boolean => /^(?:no|n|false|0|nein|non|não)$/i.test(cell);

/** Whether a row tells of a viewing. Our own table says "unknown" of its day; in others any row is one but for wishes. */
function tellsViewing(plan: Plan, row: TableRow, isListed: boolean): boolean {
  if (cellOf(plan, row, 'watchedOn') !== '') return true;
  if (plan.isOwn || isListed) return false;
  return plan.mapping.watchedOn !== undefined || cellOf(plan, row, 'review') !== '';
}

function addViewing(
  story: Story,
  plan: Plan,
  row: TableRow,
  parts: Pick<EntryParts, 'film' | 'watchedOn' | 'watchedAt' | 'rating'>,
): void {
  const cell = (field: GenericField): string => cellOf(plan, row, field);
  story.addEntry({
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

function readRow(story: Story, plan: Plan, row: TableRow): void {
  const film = readFilm(story, plan, row);
  const watched = readWatchedOn(story, plan, row);
  const stars = readStars(plan, row, 'rating');
  const filmStars = readStars(plan, row, 'filmRating');
  const cell = (field: GenericField): string => cellOf(plan, row, field);
  if (!plan.isOwn) {
    story.claim(`row ${row.cells.join('\n')}`, null, 'the same row stands in the files before.');
  }
  if (stars && !stars.isExact) {
    story.notice(
      row.from,
      columnOf(plan, 'rating'),
      `${cell('rating')} is rounded to ${stars.value / 2} stars.`,
    );
  }
  const rating = stars?.value ?? null;
  const isListed = isYes(cell('watchlist'));
  if (isYes(cell('liked'))) story.addLike(film, row.from);
  if (isListed) story.addToWatchlist({ film, from: row.from });
  if (tellsViewing(plan, row, isListed)) {
    addViewing(story, plan, row, {
      film,
      watchedOn: watched?.day ?? null,
      watchedAt: watched?.at ?? null,
      rating,
    });
  }
  const value = plan.isOwn ? (filmStars?.value ?? null) : rating;
  if (value !== null) story.addRating({ film, value, ratedAt: watched?.at ?? null, from: row.from });
}

function readFiles(files: SourceFile[], options: ReadOptions): Reading {
  const story = createStory('generic', options);
  let tellsRewatches = true;
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
    };
    tellsRewatches &&= mapping.rewatch !== undefined;
    story.eachRow(rows, (row) => readRow(story, plan, row));
  }
  return story.finish({ fileNames: files.map(({ name }) => name), countsRewatches: !tellsRewatches });
}

/** Any other table with a column of titles, by the mapping given or one guessed from its header. */
export const generic: FileFormat = {
  id: 'generic',
  name: 'CSV',
  // A table of Letterboxd that has lost its name is none of these: its date is not that of a viewing.
  recognise: (files) =>
    files.filter(
      ({ header }) => guessMapping(header).title !== undefined && !hasColumns(header, 'Letterboxd URI'),
    ),
  read: readFiles,
};
