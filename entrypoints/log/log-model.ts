import { computed, signal } from '@preact/signals';
import { createLogIndex } from '../../lib/watchlog/log-index.ts';
import type { LogIndex } from '../../lib/watchlog/index-types.ts';
import type { LogHealth } from '../../lib/watchlog/types.ts';
import { countFilters, createAddress, layouts, type Address, type Sorting } from './address.ts';
import { createEntryFilter, createFilmFilter } from './filtering.ts';
import type { Glance } from './glance.ts';
import type { Found, SearchTexts } from './log-search.ts';
import { listByTitle, sortEntries, sortFilms } from './sorting.ts';
import type { TitleOrder } from './title-order.ts';
import type { ViewCounts } from './view-counts.ts';
import { isAmongFilms } from './views.ts';

export type LogModel = ReturnType<typeof createLogModel>;

/** What stands open over the page. */
export type OpenSheet =
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

/** The order each view has while the address asks for no other. */
export const usualSorting = {
  diary: { key: 'watched', isDescending: true },
  films: { key: 'watched', isDescending: true },
  watchlist: { key: 'priority', isDescending: true },
  reviews: { key: 'watched', isDescending: true },
} as const satisfies Record<string, Sorting>;

/** What the lists follow of the address: a moment after it, so that no key and no click waits for a long list. */
export type Listed = Pick<Address, 'query' | 'filters' | 'sorting'>;

/** What lists follow of an address. */
export const takeListed = ({ query, filters, sorting }: Address): Listed => ({
  query: query.trim(),
  filters,
  sorting,
});

/** Search, filters and order: what each view lists, as places of the index. */
function createLists(shown: () => Shown | null, address: () => Address) {
  const empty = createLogIndex();
  const titles = signal<TitleOrder | null>(null);
  const prepared = signal(0);
  const listed = signal<Listed>(takeListed(address()));
  const filters = computed(() => listed.value.filters);
  const index = (): LogIndex => shown()?.index ?? empty;
  const hits = signal<Found | null>(null);
  const sortingOf = (view: keyof typeof usualSorting): Sorting => listed.value.sorting ?? usualSorting[view];

  const findEntries = (): number[] => {
    const hasEntry = hits.value?.hasEntry;
    const isFiltered = countFilters(filters.value) > 0;
    // The order is changed in place: a copy is seen as new.
    if (!hasEntry && !isFiltered) return index().order.slice();
    const found = hasEntry ? index().order.filter(hasEntry) : index().order;
    return isFiltered ? found.filter(createEntryFilter(index(), filters.value)) : found;
  };
  const entries = computed(() => {
    const found = findEntries();
    const { key, isDescending } = sortingOf('diary');
    const isUsual = key === 'watched' && isDescending;
    return isUsual ? found : sortEntries(index(), found, { key, isDescending }, titles.value);
  });
  const listFilms = (view: 'films' | 'watchlist', belongs: (film: number) => boolean): number[] => {
    const hasFilm = hits.value?.hasFilm ?? (() => true);
    const passes = countFilters(filters.value) > 0 ? createFilmFilter(index(), filters.value) : () => true;
    const found = listByTitle(index(), titles.value, (at) => belongs(at) && hasFilm(at) && passes(at));
    const sorting = sortingOf(view);
    return sorting.key === 'title' && !sorting.isDescending
      ? found
      : sortFilms(index(), found, sorting, titles.value);
  };
  return {
    /** The order of the films' titles; null until it is known. */
    titles,
    /** Grows when the texts for the search have been prepared. */
    prepared,
    /** What the search has found; null where nothing is sought. What was found last stands until the new is there. */
    hits,
    /** True while a search is under way. */
    isSearching: signal(false),
    listed,
    index,
    entries,
    films: computed(() => {
      const areSought = hits.value !== null || filters.value.tag !== null;
      return listFilms('films', (at) => isAmongFilms(index(), at, areSought));
    }),
    watchlist: computed(() =>
      listFilms(
        'watchlist',
        (at) => !!index().films.live[at] && (index().films.priorities[at] ?? null) !== null,
      ),
    ),
    reviews: computed(() => entries.value.filter((at) => (index().entries.reviewLengths[at] ?? 0) > 0)),
  };
}

/** What the log page shows, and what follows from it. */
export function createLogModel() {
  const shown = signal<Shown | null>(null);
  const address = signal<Address>(createAddress('diary'));
  const lists = createLists(
    () => shown.value,
    () => address.value,
  );
  /** A part of the address: what follows it is not drawn anew when another part changes, as the query does with each key. */
  const part = <Name extends keyof Address>(name: Name) => computed(() => address.value[name]);
  const [layout, sorting] = [part('layout'), part('sorting')];
  return {
    ...lists,
    shown,
    address,
    view: part('view'),
    filters: part('filters'),
    period: part('period'),
    health: signal<LogHealth | null>(null),
    sheet: signal<OpenSheet | null>(null),
    /** Ids of the viewings or films that are selected; null while nothing is being selected. */
    selecting: signal<ReadonlySet<string> | null>(null),
    /** How many lines each view has; null until they are counted. */
    counts: signal<ViewCounts | null>(null),
    /** How many rows lie in the trash; null until that is known. */
    trashCount: signal<number | null>(null),
    sortingOf: (view: keyof typeof usualSorting): Sorting => sorting.value ?? usualSorting[view],
    layoutOf: <View extends keyof typeof layouts>(view: View): (typeof layouts)[View][number] =>
      layouts[view].find((name) => name === layout.value) ?? layouts[view][0],
    /** What stands beside the diary; null until it is known. */
    glance: signal<Glance | null>(null),
    /** Whether single keys act. */
    keysOn: signal(true),
    /** True while a restore runs. */
    isBusy: signal(false),
    /** What went wrong at the last try to mend the log. */
    fault: signal<string | null>(null),
  };
}
