import { computed, signal } from '@preact/signals';
import { createLogIndex } from '../../../lib/watchlog/index/log-index.ts';
import type { LogIndex } from '../../../lib/watchlog/index/index-types.ts';
import type { LogHealth } from '../../../lib/watchlog/types.ts';
import { createAddress, layouts, type Address, type Sorting } from '../../../lib/watchlog/search/address.ts';
import type { DiarySummary } from '../../../lib/stats/diary-summary.ts';
import { findSorting, type ListedView, type ViewList } from '../../../lib/watchlog/search/listing.ts';
import type { SearchTexts } from '../../../lib/watchlog/search/log-search.ts';
import type { TitleOrder } from '../../../lib/watchlog/search/title-order.ts';
import type { ViewCounts } from '../../../lib/watchlog/search/view-counts.ts';

export type LogModel = ReturnType<typeof createLogModel>;

/** A dialog that is open on the page. */
export type OpenDialog =
  { kind: 'add' } | { kind: 'keys' } | { kind: 'entry'; id: string } | { kind: 'new-entry'; filmId: string };

/** The index at one commit. It is changed in place; each change creates a new `Shown` object, which signals the change. */
export interface Shown {
  index: LogIndex;
  texts: SearchTexts;
  /** False while only the newest part of the diary has been read. */
  isWhole: boolean;
}

/** The list of a view, with the request it answers. A view shows it, from its own state of the log, until the next is ready. */
export interface Listing extends ViewList {
  view: ListedView;
  /** The query, filters and order of the request, as an address. */
  asked: string;
  shown: Shown;
  /** Null if the list does not depend on it or it is not known. */
  titles: TitleOrder | null;
  /** The value of `prepared` when the search ran; 0 without a query. */
  prepared: number;
}

/** Creates the state of the list, and the state it depends on. */
function createListed() {
  const listing = signal<Listing | null>(null);
  return {
    /** The order of the films' titles; null until it is computed. */
    titles: signal<TitleOrder | null>(null),
    /** Grows each time the texts for the search are prepared. */
    prepared: signal(0),
    /** The last list. */
    listing,
    /** Returns the list of a view; null until it is ready. */
    listingOf: (view: ListedView): Listing | null => (listing.value?.view === view ? listing.value : null),
    /** True while a list is being computed. */
    isSearching: signal(false),
  };
}

/** Creates the state of the log page, and the values derived from it. */
export function createLogModel() {
  const empty = createLogIndex();
  const shown = signal<Shown | null>(null);
  const address = signal<Address>(createAddress('diary'));
  /** Returns a part of the address. Its subscribers do not run when another part changes, such as the query at each key. */
  const part = <Name extends keyof Address>(name: Name) => computed(() => address.value[name]);
  const [layout, sorting] = [part('layout'), part('sorting')];
  return {
    shown,
    address,
    /** Whether the browser changed the address last, by its Back or by a link, and not the page. */
    isFromBrowser: signal(false),
    index: (): LogIndex => shown.value?.index ?? empty,
    ...createListed(),
    view: part('view'),
    /** The id of the film or list whose page is shown; null in a view. */
    pageId: part('id'),
    filters: part('filters'),
    period: part('period'),
    health: signal<LogHealth | null>(null),
    dialog: signal<OpenDialog | null>(null),
    /** The ids of the selected entries or films; null outside of selection mode. */
    selecting: signal<ReadonlySet<string> | null>(null),
    /** The number of lines of each view; null until they are counted. */
    counts: signal<ViewCounts | null>(null),
    /** The number of rows in the trash; null until it is known. */
    trashCount: signal<number | null>(null),
    sortingOf: (view: ListedView): Sorting => findSorting(view, { sorting: sorting.value }),
    layoutOf: <View extends keyof typeof layouts>(view: View): (typeof layouts)[View][number] =>
      layouts[view].find((name) => name === layout.value) ?? layouts[view][0],
    /** The panels next to the diary; null until they are computed. */
    summary: signal<DiarySummary | null>(null),
    /** Whether single-key shortcuts are on. */
    keysOn: signal(true),
    /** Grows each time the background has news: a change of the log, a setting, or an answer about a film. */
    news: signal(0),
    /** True while a restore runs. */
    isBusy: signal(false),
    /** Why the last repair of the log failed, or null. */
    fault: signal<string | null>(null),
  };
}
