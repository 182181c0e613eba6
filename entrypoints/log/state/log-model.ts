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

/** What stands open over the page. */
export type OpenDialog =
  | { kind: 'add' }
  | { kind: 'keys' }
  | { kind: 'entry'; id: string }
  | { kind: 'film'; id: string }
  | { kind: 'view'; filmId: string };

/** The index at one commit. It is changed in place: each change gives a new shell around it, so that it is seen. */
export interface Shown {
  index: LogIndex;
  texts: SearchTexts;
  /** False while only the newest part of the diary has been read. */
  isWhole: boolean;
}

/** What is listed, and what it was asked for. A view shows it until the next is there, as that look at the log had it. */
export interface Listing extends ViewList {
  view: ListedView;
  /** The query, filters and order, as an address. */
  asked: string;
  shown: Shown;
  /** Null where the list does not depend on it, or where it is not known. */
  titles: TitleOrder | null;
  /** How far the texts had been prepared for the search; nought where nothing is sought. */
  prepared: number;
}

/** What the views list, and what that depends on. */
function createListed() {
  const listing = signal<Listing | null>(null);
  return {
    /** The order of the films' titles; null until it is known. */
    titles: signal<TitleOrder | null>(null),
    /** Grows when the texts for the search have been prepared. */
    prepared: signal(0),
    /** What was listed last. */
    listing,
    /** What a view lists; null until that is known. */
    listingOf: (view: ListedView): Listing | null => (listing.value?.view === view ? listing.value : null),
    /** True while a list is being looked for. */
    isSearching: signal(false),
  };
}

/** What the log page shows, and what follows from it. */
export function createLogModel() {
  const empty = createLogIndex();
  const shown = signal<Shown | null>(null);
  const address = signal<Address>(createAddress('diary'));
  /** A part of the address: what follows it is not drawn anew when another part changes, as the query does with each key. */
  const part = <Name extends keyof Address>(name: Name) => computed(() => address.value[name]);
  const [layout, sorting] = [part('layout'), part('sorting')];
  return {
    shown,
    address,
    index: (): LogIndex => shown.value?.index ?? empty,
    ...createListed(),
    view: part('view'),
    filters: part('filters'),
    period: part('period'),
    health: signal<LogHealth | null>(null),
    dialog: signal<OpenDialog | null>(null),
    /** Ids of the viewings or films that are selected; null while nothing is being selected. */
    selecting: signal<ReadonlySet<string> | null>(null),
    /** How many lines each view has; null until they are counted. */
    counts: signal<ViewCounts | null>(null),
    /** How many rows lie in the trash; null until that is known. */
    trashCount: signal<number | null>(null),
    sortingOf: (view: ListedView): Sorting => findSorting(view, { sorting: sorting.value }),
    layoutOf: <View extends keyof typeof layouts>(view: View): (typeof layouts)[View][number] =>
      layouts[view].find((name) => name === layout.value) ?? layouts[view][0],
    /** What stands beside the diary; null until it is known. */
    summary: signal<DiarySummary | null>(null),
    /** Whether single keys act. */
    keysOn: signal(true),
    /** True while a restore runs. */
    isBusy: signal(false),
    /** What went wrong at the last try to mend the log. */
    fault: signal<string | null>(null),
  };
}
