import { batch, effect } from '@preact/signals';
import { formatAddress, type Filters, type Sorting } from '../../../lib/watchlog/search/address.ts';
import {
  findSorting,
  isListedView,
  listView,
  usesTitles,
  type ListedView,
} from '../../../lib/watchlog/search/listing.ts';
import type { Listing, LogModel } from './log-model.ts';
import { searchLog } from '../../../lib/watchlog/search/log-search.ts';
import { runInSlices, runSlice } from './yield-to-main.ts';

/** The request for a list, in one state of the log. */
type ListRequest = Omit<Listing, 'positions' | 'lines'> & {
  query: string;
  filters: Filters;
  sorting: Sorting;
};

/** Returns the request for the current address; null until the log is loaded, and for a view without a list. */
function findRequest({ shown, address, titles, prepared }: LogModel): ListRequest | null {
  const log = shown.value;
  const { view, filters } = address.value;
  if (log === null || !isListedView(view)) return null;
  const query = address.value.query.trim();
  const sorting = findSorting(view, address.value);
  return {
    view,
    query,
    filters,
    sorting,
    asked: formatAddress({ ...address.value, query, layout: null, period: null }),
    shown: log,
    titles: usesTitles(view, sorting) ? titles.value : null,
    prepared: query === '' ? 0 : prepared.value,
  };
}

const isSame = (one: Listing | ListRequest | null, other: ListRequest): boolean =>
  one?.asked === other.asked &&
  one.shown === other.shown &&
  one.titles === other.titles &&
  one.prepared === other.prepared;

function* list(request: ListRequest): Generator<undefined, Listing> {
  const { index, texts } = request.shown;
  const { view, filters, sorting, query, asked, shown, titles, prepared } = request;
  const found = query === '' ? null : yield* searchLog(index, texts, query);
  const made = yield* listView(index, { view, filters, sorting, found, titles });
  return { ...made, view, asked, shown, titles, prepared };
}

/** Keeps the last list of each view, so that returning to the view shows it at once. */
function createResultCache() {
  const kept = new Map<ListedView, Listing>();
  return {
    put(listing: Listing): void {
      // Lists of an older state of the log are never used again.
      for (const [view, { shown }] of kept) if (shown !== listing.shown) kept.delete(view);
      kept.set(listing.view, listing);
    },
    find(request: ListRequest): Listing | null {
      const listing = kept.get(request.view) ?? null;
      return isSame(listing, request) ? listing : null;
    },
  };
}

/**
 * Updates the list when the address or the log changes; the newest request wins. A list that takes no longer than a slice
 * is ready in the same task, and so is a cached list, for the browser's Back. A longer one is computed after the paint, as
 * the list of another view is; until it is ready the last list is shown.
 */
export function registerListing(model: LogModel): void {
  const { listing, isSearching } = model;
  const results = createResultCache();
  let listingNow = new AbortController();
  let last: ListRequest | null = null;
  const show = (next: Listing | null): void =>
    batch(() => {
      if (next !== null) results.put(next);
      listing.value = next;
      isSearching.value = false;
    });
  effect(() => {
    const request = findRequest(model);
    if (request !== null && isSame(last, request)) return;
    const isOtherView = last !== null && request?.view !== last.view;
    last = request;
    listingNow.abort();
    const known = request === null ? null : results.find(request);
    if (request === null || known !== null) return show(known);
    const work = list(request);
    const done = isOtherView ? null : runSlice(work);
    if (done !== null) return show(done.value);
    const { signal } = (listingNow = new AbortController());
    isSearching.value = true;
    void runInSlices(work, signal).then((next) => {
      if (next !== null) show(next);
    });
  });
}
