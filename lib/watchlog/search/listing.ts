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

export const isListedView = (view: ViewName): view is ListedView => Object.hasOwn(usualSorting, view);

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
  places: readonly number[];
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
    places,
  }: { from: number; to: number; passes: ((place: number) => boolean) | null; places: number[] },
): void {
  const marks = found?.entries ?? null;
  const areReviews = view === 'reviews';
  for (let rank = from; rank < to; rank += 1) {
    const place = order[rank] ?? -1;
    if (marks !== null && marks[place] !== 1) continue;
    if (areReviews && !reviewLengths[place]) continue;
    if (passes === null || passes(place)) places.push(place);
  }
}

function* listEntries(index: LogIndex, request: ListRequest): Generator<undefined, number[]> {
  const { filters, sorting, titles } = request;
  const { length } = index.order;
  const passes = countFilters(filters) > 0 ? createEntryFilter(index, filters) : null;
  const places: number[] = [];
  for (let from = 0; from < length; from += perStep) {
    if (from > 0) yield;
    addListed(index, request, { from, to: Math.min(length, from + perStep), passes, places });
  }
  const isUsual = sorting.key === 'watched' && sorting.isDescending;
  return isUsual ? places : yield* sortEntries(index, places, sorting, titles);
}

function* listFilms(index: LogIndex, request: ListRequest): Generator<undefined, number[]> {
  const { view, filters, sorting, found, titles } = request;
  const { live, priorities } = index.films;
  const passes = countFilters(filters) > 0 ? createFilmFilter(index, filters) : null;
  const areSought = found !== null || filters.tag !== null;
  const belongs = (place: number): boolean =>
    view === 'films'
      ? isAmongFilms(index, place, areSought)
      : !!live[place] && (priorities[place] ?? null) !== null;
  const places = yield* listByTitle(
    index,
    titles,
    (place) =>
      belongs(place) && (found === null || found.hasFilm(place)) && (passes === null || passes(place)),
  );
  const isByTitle = sorting.key === 'title' && !sorting.isDescending;
  return isByTitle ? places : yield* sortFilms(index, places, sorting, titles);
}

/** Lists the content of a view. Yields for pauses. */
export function* listView(index: LogIndex, request: ListRequest): Generator<undefined, ViewList> {
  const { view, sorting } = request;
  const isOfFilms = view === 'films' || view === 'watchlist';
  const places = yield* isOfFilms ? listFilms(index, request) : listEntries(index, request);
  const isDiary = view === 'diary' && sorting.key === 'watched';
  return { places, lines: isDiary ? yield* listDiaryLines(index, places) : null };
}
