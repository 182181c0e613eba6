import type { MessageKey } from '../../../lib/i18n/messages.ts';
import type { PageName, ViewName } from '../../../lib/watchlog/search/address.ts';

/** The name of each view. */
export const viewWords: Record<ViewName, MessageKey> = {
  diary: 'logDiary',
  films: 'logViewFilms',
  watchlist: 'logViewWatchlist',
  lists: 'logViewLists',
  reviews: 'logViewReviews',
  statistics: 'logViewStatistics',
  transfer: 'logViewTransfer',
  trash: 'logViewTrash',
};

/** The view that a page belongs to in the navigation; a view is its own. */
export function findPlace(view: ViewName | PageName): ViewName {
  if (view === 'film') return 'films';
  return view === 'list' ? 'lists' : view;
}
