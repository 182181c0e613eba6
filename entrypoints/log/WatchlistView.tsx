import { WatchlistRows } from '../../components/log/WatchlistRows.tsx';
import { t } from '../../lib/i18n/messages.ts';
import { EmptyView } from './EmptyView.tsx';
import { formatSeed } from './film-seed.ts';
import type { LogPageState } from './log-state.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { Toolbar } from './Toolbar.tsx';
import { viewFilm } from './views.ts';

/** The films one means to see. */
export function WatchlistView({ state, canWrite }: { state: LogPageState; canWrite: boolean }) {
  const places = state.watchlist.value;
  return (
    <>
      <h1 class="hidden-text">{t('logViewWatchlist')}</h1>
      <Toolbar state={state} view="watchlist" canWrite={canWrite} found={places.length} />
      {places.length === 0 ? (
        <EmptyView state={state} view="watchlist" />
      ) : (
        <WatchlistRows
          places={places}
          filmAt={(place) => viewFilm(state.index(), place)}
          selected={state.selecting.value}
          canWrite={canWrite}
          onSelect={state.toggleSelected}
          onOpen={(id) => state.openSheet({ kind: 'film', id })}
          onPriority={(film, priority) => void state.wish(formatSeed(film), { priority })}
          onSeen={(film) => state.openSheet({ kind: 'view', filmId: film.id })}
        />
      )}
      <SelectionBar state={state} of="films" places={places} />
    </>
  );
}
