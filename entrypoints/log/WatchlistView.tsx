import { useMemo } from 'preact/hooks';
import type { FilmView } from '../../components/log/types.ts';
import { WatchlistRows } from '../../components/log/WatchlistRows.tsx';
import { t } from '../../lib/i18n/messages.ts';
import type { WatchlistRow } from '../../lib/watchlog/types.ts';
import { EmptyView } from './EmptyView.tsx';
import { formatSeed } from './film-seed.ts';
import type { LogPageState } from './log-state.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useViews } from './use-views.ts';
import { viewFilm } from './views.ts';

/** The films one means to see. */
export function WatchlistView({ state, canWrite }: { state: LogPageState; canWrite: boolean }) {
  const places = state.watchlist.value;
  const filmAt = useViews(state, viewFilm);
  const on = useMemo(
    () => ({
      onSelect: state.toggleSelected,
      onOpen: (id: string) => state.openSheet({ kind: 'film', id }),
      onPriority: (film: FilmView, priority: WatchlistRow['priority']) =>
        void state.wish(formatSeed(film), { priority }),
      onSeen: (film: FilmView) => state.openSheet({ kind: 'view', filmId: film.id }),
    }),
    [state],
  );
  return (
    <>
      <h1 class="hidden-text">{t('logViewWatchlist')}</h1>
      <Toolbar state={state} view="watchlist" canWrite={canWrite} found={places.length} />
      {places.length === 0 ? (
        <EmptyView state={state} view="watchlist" />
      ) : (
        <WatchlistRows {...{ places, filmAt, canWrite, ...on }} selected={state.selecting.value} />
      )}
      <SelectionBar state={state} of="films" places={places} />
    </>
  );
}
