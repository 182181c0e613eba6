import type { MessageKey } from '../../lib/i18n/messages.ts';
import type { LogStore } from '../../lib/watchlog/types.ts';

/** The names of the kinds of rows of a log, in the order in which tables show them. */
export const storeWords = {
  films: 'storeFilms',
  ratings: 'storeRatings',
  entries: 'storeEntries',
  watchlist: 'storeWatchlist',
  corrections: 'storeCorrections',
  keptReviews: 'storeKeptReviews',
  imports: 'storeImports',
  followedSites: 'storeFollowedSites',
  lists: 'storeLists',
  listItems: 'storeListItems',
} as const satisfies Record<LogStore, MessageKey>;
