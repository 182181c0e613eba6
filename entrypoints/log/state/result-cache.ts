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

/** What is to be listed, at one look at the log. */
type Look = Omit<Listing, 'places' | 'lines'> & { query: string; filters: Filters; sorting: Sorting };

/** Null while nothing of the log is there, and for a view without a list. */
function findLook({ shown, address, titles, prepared }: LogModel): Look | null {
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

const isSame = (one: Listing | Look | null, other: Look): boolean =>
  one?.asked === other.asked &&
  one.shown === other.shown &&
  one.titles === other.titles &&
  one.prepared === other.prepared;

function* list(look: Look): Generator<undefined, Listing> {
  const { index, texts } = look.shown;
  const { view, filters, sorting, query, asked, shown, titles, prepared } = look;
  const found = query === '' ? null : yield* searchLog(index, texts, query);
  const made = yield* listView(index, { view, filters, sorting, found, titles });
  return { ...made, view, asked, shown, titles, prepared };
}

/** What each view listed last: whoever comes back to it finds it at once. */
function createResultCache() {
  const kept = new Map<ListedView, Listing>();
  return {
    put(listing: Listing): void {
      // Lists of another look are of no use any more.
      for (const [view, { shown }] of kept) if (shown !== listing.shown) kept.delete(view);
      kept.set(listing.view, listing);
    },
    find(look: Look): Listing | null {
      const listing = kept.get(look.view) ?? null;
      return isSame(listing, look) ? listing : null;
    },
  };
}

/**
 * Lets the list follow the address and the log; the newest look wins. A list that takes no longer than a slice is there
 * with the letter that asked for it, and so is what a view has listed before, as going back needs it. For a longer one
 * the letter is drawn first, as another view is before its list; until it is there, what was listed last stands.
 */
export function registerListing(model: LogModel): void {
  const { listing, isSearching } = model;
  const results = createResultCache();
  let listingNow = new AbortController();
  let last: Look | null = null;
  const show = (next: Listing | null): void =>
    batch(() => {
      if (next !== null) results.put(next);
      listing.value = next;
      isSearching.value = false;
    });
  effect(() => {
    const look = findLook(model);
    if (look !== null && isSame(last, look)) return;
    const isOtherView = last !== null && look?.view !== last.view;
    last = look;
    listingNow.abort();
    const known = look === null ? null : results.find(look);
    if (look === null || known !== null) return show(known);
    const work = list(look);
    const done = isOtherView ? null : runSlice(work);
    if (done !== null) return show(done.value);
    const { signal } = (listingNow = new AbortController());
    isSearching.value = true;
    void runInSlices(work, signal).then((next) => {
      if (next !== null) show(next);
    });
  });
}
