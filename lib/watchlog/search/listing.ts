import type { DiaryLines } from './item-types.ts';
import type { LogIndex } from '../index/index-types.ts';
import { countFilters, type Address, type Filters, type Sorting, type ViewName } from './address.ts';
import { listDiaryLines } from './diary-lines.ts';
import { createEntryFilter, createFilmFilter } from './filtering.ts';
import type { SearchResult } from './log-search.ts';
import { listByTitle, sortEntries, sortFilms } from './sorting.ts';
import type { TitleOrder } from './title-order.ts';
import { isAmongFilms } from './list-items.ts';

/** The default order of each view. */
export const usualSorting = {
  diary: { key: 'watched', isDescending: true },
  films: { key: 'watched', isDescending: true },
  watchlist: { key: 'priority', isDescending: true },
  reviews: { key: 'watched', isDescending: true },
} as const satisfies Partial<Record<ViewName, Sorting>>;

/** The views that list films or entries. */
export type ListedView = keyof typeof usualSorting;

export const isListedView = (view: Address['view']): view is ListedView => Object.hasOwn(usualSorting, view);

/** What to list. */
export interface ListRequest {
  view: ListedView;
  filters: Filters;
  sorting: Sorting;
  /** The result of a search; null without a search. */
  found: SearchResult | null;
  /** Null if not known yet. */
  titles: TitleOrder | null;
}

/** The content of a view. */
export interface ViewList {
  /** Positions of entries or films, in order. */
  positions: readonly number[];
  /** The diary's lines under their months if it is sorted by day; otherwise null. */
  lines: DiaryLines | null;
}

/** The order of a view: the address's, otherwise its default. */
export const findSorting = (view: ListedView, { sorting }: Pick<Address, 'sorting'>): Sorting =>
  sorting ?? usualSorting[view];

/** Whether a list changes when the order of titles becomes known. */
export const usesTitles = (view: ListedView, { key }: Sorting): boolean =>
  key === 'title' || view === 'films' || view === 'watchlist';

const perStep = 1000;

/**
 * Adds the entries in a range of ranks that belong to the list; a separate loop, because it runs a hundred
 * thousand times per letter typed.
 */
function addListed(
  { order, entries: { reviewLengths } }: LogIndex,
  { view, found }: ListRequest,
  {
    from,
    to,
    passes,
    positions,
  }: { from: number; to: number; passes: ((position: number) => boolean) | null; positions: number[] },
): void {
  const marks = found?.entries ?? null;
  const areReviews = view === 'reviews';
  for (let rank = from; rank < to; rank += 1) {
    const position = order[rank] ?? -1;
    if (marks !== null && marks[position] !== 1) continue;
    if (areReviews && !reviewLengths[position]) continue;
    if (passes === null || passes(position)) positions.push(position);
  }
}

function* listEntries(index: LogIndex, request: ListRequest): Generator<undefined, number[]> {
  const { filters, sorting, titles } = request;
  const { length } = index.order;
  const passes = countFilters(filters) > 0 ? createEntryFilter(index, filters) : null;
  const positions: number[] = [];
  for (let from = 0; from < length; from += perStep) {
    if (from > 0) yield;
    addListed(index, request, { from, to: Math.min(length, from + perStep), passes, positions });
  }
  const isUsual = sorting.key === 'watched' && sorting.isDescending;
  return isUsual ? positions : yield* sortEntries(index, positions, sorting, titles);
}

function* listFilms(index: LogIndex, request: ListRequest): Generator<undefined, number[]> {
  const { view, filters, sorting, found, titles } = request;
  const { live, priorities } = index.films;
  const passes = countFilters(filters) > 0 ? createFilmFilter(index, filters) : null;
  const areSought = found !== null || filters.tag !== null;
  const belongs = (position: number): boolean =>
    view === 'films'
      ? isAmongFilms(index, position, areSought)
      : !!live[position] && (priorities[position] ?? null) !== null;
  const positions = yield* listByTitle(
    index,
    titles,
    (position) =>
      belongs(position) &&
      (found === null || found.hasFilm(position)) &&
      (passes === null || passes(position)),
  );
  const isByTitle = sorting.key === 'title' && !sorting.isDescending;
  return isByTitle ? positions : yield* sortFilms(index, positions, sorting, titles);
}

/** Lists the content of a view. Yields for pauses. */
export function* listView(index: LogIndex, request: ListRequest): Generator<undefined, ViewList> {
  const { view, sorting } = request;
  const isOfFilms = view === 'films' || view === 'watchlist';
  const positions = yield* isOfFilms ? listFilms(index, request) : listEntries(index, request);
  const isDiary = view === 'diary' && sorting.key === 'watched';
  return { positions, lines: isDiary ? yield* listDiaryLines(index, positions) : null };
}
