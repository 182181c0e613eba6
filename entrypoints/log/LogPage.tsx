import type { ComponentChildren } from 'preact';
import { HealthNotice } from '../../components/log/HealthNotice.tsx';
import { Recovery } from '../../components/log/Recovery.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { SkipLink } from '../../components/ui/page/SkipLink.tsx';
import { StatusLine } from '../../components/ui/StatusLine.tsx';
import { focusRow, useKeptFocus } from '../../components/ui/use-kept-focus.ts';
import { t } from '../../lib/i18n/messages.ts';
import { isWritable } from '../../lib/watchlog/health.ts';
import { useReturn } from './keyboard/use-return.ts';
import { Navigation } from './Navigation.tsx';
import { DiaryView } from './views/DiaryView.tsx';
import { FilmsView } from './views/FilmsView.tsx';
import { LazyView } from './views/LazyView.tsx';
import type { LogPageState } from './state/log-state.ts';
import { ReviewsView } from './views/ReviewsView.tsx';
import { LogDialogs } from './dialogs/LogDialogs.tsx';
import { TrashView } from './views/TrashView.tsx';
import { findPlace, viewWords } from './views/view-words.ts';
import { WatchlistView } from './views/WatchlistView.tsx';

function View({ state, canWrite }: { state: LogPageState; canWrite: boolean }) {
  if (state.shown.value === null) return <p class="muted">{t('popupLoading')}</p>;
  switch (state.view.value) {
    case 'diary':
      return <DiaryView {...{ state, canWrite }} />;
    case 'films':
      return <FilmsView {...{ state, canWrite }} />;
    case 'watchlist':
      return <WatchlistView {...{ state, canWrite }} />;
    case 'reviews':
      return <ReviewsView {...{ state, canWrite }} />;
    case 'film':
      return <LazyView load={loadFilmPage} {...{ state, canWrite }} />;
    case 'list':
      return <LazyView load={loadList} {...{ state, canWrite }} />;
    case 'lists':
      return <LazyView load={loadLists} {...{ state, canWrite }} />;
    case 'trash':
      return <TrashView {...{ state, canWrite }} />;
    case 'statistics':
      return <LazyView load={loadStatistics} {...{ state, canWrite }} />;
    case 'transfer':
      return <LazyView load={loadTransfer} {...{ state, canWrite }} />;
  }
}

// Loaded on demand: only these views need the plotting library, the file readers, what moves rows, and the background's
// answers about a film.
const loadFilmPage = async () => (await import('./film/FilmPage.tsx')).FilmPage;
const loadStatistics = async () => (await import('./statistics/StatisticsView.tsx')).StatisticsView;
const loadLists = async () => (await import('./lists/ListsView.tsx')).ListsView;
const loadList = async () => (await import('./lists/ListPage.tsx')).ListPage;
const loadTransfer = async () => (await import('./transfer/TransferView.tsx')).TransferView;

function Toast({ state }: { state: LogPageState }) {
  return (
    <div class="toast" data-shown={state.status.value !== null}>
      <StatusLine status={state.status.value} onUndo={() => void state.undo()} />
      {state.status.value && (
        <button
          type="button"
          class="clear"
          aria-label={t('statusDismiss')}
          onClick={() => (state.status.value = null)}
        >
          <Icon name="close" weight={2.6} />
        </button>
      )}
    </div>
  );
}

function Notices({ state }: { state: LogPageState }): ComponentChildren {
  const health = state.health.value;
  if (health === null) return null;
  if (!isWritable(health)) {
    return (
      <Recovery
        health={health}
        isBusy={state.isBusy.value}
        fault={state.fault.value}
        onRestore={(id) => void state.restore(id)}
        onAccept={() => void state.acceptLoss()}
      />
    );
  }
  return <HealthNotice health={health} onDismiss={() => void state.acceptLoss()} />;
}

/** Moves the focus to the first line of the list, or to the view if it has none. */
function skipToList(view: HTMLElement | null): void {
  const first = view?.querySelector('[data-row]');
  if (first) focusRow(first);
  else view?.focus();
}

/** The log page: its views, or the recovery of a damaged log. */
export function LogPage({ state }: { state: LogPageState }) {
  const health = state.health.value;
  const canWrite = health !== null && isWritable(health);
  const part = useKeptFocus<HTMLElement>();
  useReturn(state);
  return (
    <div class="log">
      <SkipLink onSkip={() => skipToList(part.current)} />
      <Navigation state={state} />
      <main
        id="main"
        ref={part}
        tabIndex={-1}
        class="main"
        aria-label={t(viewWords[findPlace(state.view.value)])}
        aria-busy={state.isSearching}
      >
        <Notices state={state} />
        {health?.state !== 'unreadable' && <View {...{ state, canWrite }} />}
        <Toast state={state} />
        <LogDialogs {...{ state, canWrite }} />
      </main>
    </div>
  );
}
