import { findAnswer } from '../../tables/columns/cell-words.ts';
import type { ColumnField } from '../../tables/columns/fields.ts';
import { isUnrated } from '../../tables/columns/ratings.ts';
import { RowFault, shorten } from '../../tables/faults.ts';
import type { TableRow } from '../../tables/table.ts';
import type { ReadDay } from '../../tables/dates.ts';
import type { FilmInput, RatingValue } from '../../watchlog/types.ts';
import type { EntryParts, ImportBuilder } from '../import-builder.ts';
import { listTags, type ReadStars } from '../values.ts';
import { readStars } from './read-stars.ts';
import { readRowState, type RowState } from './row-state.ts';
import { readRowFilm } from './table-film.ts';
import { cellOf, columnOf, type TablePlan } from './plan-cells.ts';

const isYes = (cell: string): boolean => findAnswer(cell) === true;
const isNo = (cell: string): boolean => findAnswer(cell) === false;

/** What a row has, read once. */
interface ReadRow {
  film: FilmInput;
  edition: string;
  state: RowState;
  stars: ReadStars | null;
  filmStars: ReadStars | null;
}

function addEntry(
  builder: ImportBuilder,
  plan: TablePlan,
  row: TableRow,
  { edition, ...parts }: Omit<EntryParts, 'from'> & { edition: string },
): void {
  const cell = (field: ColumnField): string => cellOf(plan, row, field);
  builder.addEntry({
    ...parts,
    rewatch: parts.rewatch === true || isYes(cell('rewatch')),
    tags: listTags(cell('tags')),
    note: [cell('note'), edition].filter((text) => text !== '').join('\n'),
    review: cell('review'),
    reviewHasSpoilers: isYes(cell('spoilers')),
    place: cell('place'),
    company: cell('company'),
    from: row.from,
  });
}

/** Whether the user owns the film: the column says yes. */
const isOwned = (plan: TablePlan, row: TableRow): boolean => isYes(cellOf(plan, row, 'owned'));

/** Whether a row says itself that the film was seen, so that it is an entry in a file called a watchlist, too. */
const saysSeen = ({ hasViewingDays }: TablePlan, { status, days, plays }: RowState): boolean =>
  ['watched', 'rewatched', 'dropped', 'liked'].includes(status ?? '') ||
  (plays !== null && plays > 0) ||
  (hasViewingDays && days.length > 0);

/** Whether the film is on the watchlist: the row says so, or the whole table is one. */
function isListed(plan: TablePlan, row: TableRow, state: RowState): boolean {
  if (state.status === 'planned' || (plan.isWatchlist && !saysSeen(plan, state))) return true;
  const cell = cellOf(plan, row, 'watchlist');
  return isYes(cell) || (!plan.isOwn && /\d{4}/.test(cell));
}

/**
 * Whether a row is an entry. In our own table the date of an entry is set or "unknown". In other tables every row is an
 * entry, except on a watchlist, and where the row says that the film was not seen.
 */
function isEntryRow(plan: TablePlan, row: TableRow, { state }: ReadRow, listed: boolean): boolean {
  const { status, days, plays } = state;
  if (status === 'planned' || status === 'not-watched') return false;
  if (saysSeen(plan, state)) return true;
  if (plan.isWatchlist) return false;
  if (days.length > 0 || plays !== null || cellOf(plan, row, 'watchedOn') !== '') return true;
  if (plan.isOwn || listed || status === 'owned' || status === 'rated') return false;
  if (cellOf(plan, row, 'review') !== '') return true;
  if (plan.marksSeen) return cellOf(plan, row, 'tags') !== '';
  return plan.mapping.watchedOn !== undefined && plan.hasDays;
}

/** Adds the entries of a row: one for each day, and undated ones up to the number of plays. */
function addEntries(
  builder: ImportBuilder,
  plan: TablePlan,
  row: TableRow,
  { film, edition, state, stars }: ReadRow,
): void {
  const { status, days, plays } = state;
  const finished = status !== 'dropped' && !isNo(cellOf(plan, row, 'finished'));
  const known = Math.max(days.length, 1);
  const more = (plays ?? 1) - known;
  const count = known + (more > 0 ? builder.takePlays(more, row.from) : 0);
  // A rating of a film seen several times is the film's: nothing says at which time it was given.
  const rating = count === 1 ? (stars?.value ?? null) : null;
  for (let at = 0; at < count; at += 1) {
    const day = days[at];
    const parts = { film, watchedOn: day?.day ?? null, watchedAt: day?.at ?? null, rating, finished };
    addEntry(builder, plan, row, {
      ...parts,
      edition: at === 0 ? edition : '',
      rewatch: status === 'rewatched',
    });
  }
}

function noteRating(builder: ImportBuilder, plan: TablePlan, row: TableRow, stars: ReadStars | null): void {
  const raw = cellOf(plan, row, 'rating');
  const column = columnOf(plan, 'rating');
  if (stars && !stars.isExact) builder.notice(row.from, column, 'rounded-rating', raw, stars.value);
  if (/[\d☆]/.test(raw) && isUnrated(raw)) builder.notice(row.from, column, 'read-as-unrated', shorten(raw));
}

/** Whether a row has words of the user's own about the film, which must not be lost. */
const hasWords = (plan: TablePlan, row: TableRow): boolean =>
  (['note', 'tags', 'place', 'company'] as const).some((field) => cellOf(plan, row, field) !== '');

/**
 * A row with nothing but a film and words about it. In a table of ratings its rating is missing; in any other table the
 * film was seen on an unknown day.
 */
function readBareRow(builder: ImportBuilder, plan: TablePlan, row: TableRow, read: ReadRow): void {
  const { film, state, edition } = read;
  const { mapping } = plan;
  if (state.status === 'not-watched')
    throw new RowFault('not-watched', state.column, 'not-watched', shorten(film.title));
  if (mapping.rating !== undefined && !plan.marksSeen)
    throw new RowFault('missing-rating', columnOf(plan, 'rating'), 'missing-rating');
  if (hasWords(plan, row)) return addEntries(builder, plan, row, read);
  // A table of the films that one owns does not say which of them were seen.
  if (mapping.owned !== undefined && !isOwned(plan, row))
    throw new RowFault('not-watched', mapping.owned, 'not-watched', shorten(film.title));
  if (mapping.owned !== undefined) return;
  if (mapping.watchlist !== undefined || builder.entriesOf(film).length > 0) return;
  const parts = { film, watchedOn: null, watchedAt: null, rating: null, rewatch: false, finished: true };
  addEntry(builder, plan, row, { ...parts, edition, isSeenMark: true });
}

/** Rates a film. Of several ratings the one of the latest day counts; without days, the first. */
function rateFilm(
  builder: ImportBuilder,
  plan: TablePlan,
  row: TableRow,
  { film, value, days }: { film: FilmInput; value: RatingValue; days: ReadDay[] },
): void {
  const last = days.at(-1);
  const parts = { film, value, ratedAt: last?.at ?? null, from: row.from };
  if (plan.marksSeen) builder.setRating(parts);
  else builder.setLatestRating(parts, last?.day ?? '');
}

/** The name of a column without the signs behind it: "Owned?" is the tag "Owned". */
const cutSigns = (name: string): string => name.replace(/[\s?:]{1,20}$/, '') || name;

/** Reads one row of a table. Throws `RowFault` when nothing of it can be kept. */
export function readRow(builder: ImportBuilder, plan: TablePlan, row: TableRow): void {
  if (plan.rowsWithoutFilm.has(row.from.row)) throw new RowFault('missing-title', null, 'no-film');
  const { film, edition } = readRowFilm(builder, plan, row);
  const state = readRowState(plan, row, film.title);
  const [stars, filmStars] = [readStars(plan, row, 'rating'), readStars(plan, row, 'filmRating')];
  const read: ReadRow = { film, edition, state, stars, filmStars };
  if (!plan.isOwn) builder.rejectDuplicate(`row ${row.cells.join('\n')}`, null, 'same-row');
  noteRating(builder, plan, row, stars);
  if (state.rough !== null)
    builder.notice(row.from, columnOf(plan, 'watchedOn'), 'rough-day', shorten(state.rough));
  const listed = isListed(plan, row, state);
  const isLiked = isYes(cellOf(plan, row, 'liked')) || state.status === 'liked';
  if (isLiked) builder.addLike(film, row.from);
  const tags = listTags(cellOf(plan, row, 'filmTags'));
  if (state.status === 'owned') tags.push(cellOf(plan, row, 'status'));
  for (const tag of tags) builder.addTag(film, tag, row.from);
  if (isOwned(plan, row)) builder.addTag(film, cutSigns(columnOf(plan, 'owned') ?? ''), row.from);
  const addedAt = plan.isWatchlist ? (state.days[0]?.at ?? null) : null;
  if (listed) builder.addToWatchlist({ film, addedAt, from: row.from });
  const isEntry = isEntryRow(plan, row, read, listed);
  if (isEntry) addEntries(builder, plan, row, read);
  const value = plan.isOwn ? filmStars?.value : (stars?.value ?? filmStars?.value);
  if (value !== undefined) rateFilm(builder, plan, row, { film, value, days: state.days });
  const isBare = !plan.isOwn && !isEntry && !listed && !isLiked && tags.length === 0;
  if (isBare && (value === undefined || plan.marksSeen)) readBareRow(builder, plan, row, read);
}
