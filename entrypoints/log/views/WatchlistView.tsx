import { useMemo } from 'preact/hooks';
import type { ListedFilm } from '../../../lib/watchlog/search/item-types.ts';
import { WatchlistRows } from '../../../components/lists/WatchlistRows.tsx';
import { t } from '../../../lib/i18n/messages.ts';
import type { WatchlistRow } from '../../../lib/watchlog/types.ts';
import { EmptyView } from './EmptyView.tsx';
import { toFilmInput } from '../state/film-input.ts';
import type { Listing } from '../state/log-model.ts';
import type { LogPageState } from '../state/log-state.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useViews } from './use-views.ts';
import { toListedFilm } from '../../../lib/watchlog/search/list-items.ts';

function WatchlistItems({
  state,
  listing,
  canWrite,
}: {
  state: LogPageState;
  listing: Listing;
  canWrite: boolean;
}) {
  const filmAt = useViews(listing.shown, toListedFilm);
  const on = useMemo(
    () => ({
      onSelect: state.toggleSelected,
      onOpen: (id: string) => state.openPage('film', id),
      onPriority: (film: ListedFilm, priority: WatchlistRow['priority']) =>
        void state.changeWatchlistItem(toFilmInput(film), { priority }),
      onSeen: (film: ListedFilm) => state.openDialog({ kind: 'new-entry', filmId: film.id }),
    }),
    [state],
  );
  const { positions } = listing;
  if (positions.length === 0) return <EmptyView {...{ state, listing }} />;
  return <WatchlistRows {...{ positions, filmAt, canWrite, ...on }} selected={state.selecting.value} />;
}

/** The films on the watchlist. */
export function WatchlistView({ state, canWrite }: { state: LogPageState; canWrite: boolean }) {
  const listing = state.listingOf('watchlist');
  return (
    <>
      <h1 class="hidden-text">{t('logViewWatchlist')}</h1>
      <Toolbar {...{ state, canWrite }} view="watchlist" found={listing?.positions.length ?? null} />
      {listing && <WatchlistItems {...{ state, listing, canWrite }} />}
      {listing && <SelectionBar {...{ state, listing }} of="films" />}
    </>
  );
}
