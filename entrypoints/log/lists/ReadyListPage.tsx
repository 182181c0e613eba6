import { ListProgress } from '../../../components/film-lists/ListProgress.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { t, tCount } from '../../../lib/i18n/messages.ts';
import type { ReadyList } from '../../../lib/messaging/list-protocol.ts';
import type { ListFilm } from '../../../lib/watchlog/search/list-films.ts';
import { MissingPage } from '../film/MissingPage.tsx';
import type { LogPageState } from '../state/log-state.ts';
import type { ViewProps } from '../views/LazyView.tsx';
import { ListExport } from './ListExport.tsx';
import { ListFilms } from './ListFilms.tsx';
import { BackToLists } from './BackToLists.tsx';
import { formatReadyName } from './ready-lists.ts';
import { toReadyFilms, useFilmRefs, useReadyLists } from './use-lists.ts';

/** What can be done with a ready-made list: copy it, or put what is not seen of it on the watchlist. */
function ReadyActs({
  state,
  list,
  films,
  canWrite,
}: {
  state: LogPageState;
  list: ReadyList;
  films: ListFilm[];
  canWrite: boolean;
}) {
  const isOnWatchlist = ({ at }: ListFilm): boolean =>
    at !== null && (state.index().films.priorities[at] ?? null) !== null;
  const left = films.filter((film) => !film.isSeen && !isOnWatchlist(film));
  const copy = (): void => {
    const fields = {
      name: formatReadyName(list),
      description: t('listCopiedFrom', list.source),
      ranked: list.isRanked,
    };
    const copied = films.map(({ title, year, refs }) => ({ film: { title, year, refs } }));
    void state.createList(fields, copied).then((id) => id !== null && state.openPage('list', id));
  };
  return (
    <div class="list-acts">
      <Button icon="list" disabled={!canWrite} onClick={copy}>
        {t('listCopy')}
      </Button>
      {left.length > 0 && (
        <Button icon="bookmark" disabled={!canWrite} onClick={() => void state.listAll(left)}>
          {tCount('listAddUnseen', left.length)}
        </Button>
      )}
      <ListExport
        list={{ name: formatReadyName(list), description: list.source, isRanked: list.isRanked }}
        films={films}
      />
    </div>
  );
}

/** The page of a list that comes with the film data: it can be copied, but not changed. */
export function ReadyListPage({ state, canWrite, id }: ViewProps & { id: string }) {
  const lists = useReadyLists();
  const refs = useFilmRefs(state);
  if (lists === null || !state.shown.value?.isWhole) return <p class="muted">{t('popupLoading')}</p>;
  const list = lists.find((one) => one.id === id);
  if (list === undefined) return <MissingPage title={t('listUnknown')} />;
  const films = toReadyFilms(state.index(), list, refs);
  return (
    <div class="lists-view">
      <BackToLists state={state} />
      <header class="list-head ready">
        <div class="view-head">
          <h1 class="title">{formatReadyName(list)}</h1>
          <ReadyActs {...{ state, list, films, canWrite }} />
        </div>
        <p class="list-words">{t('listReadySource', list.source)}</p>
        <ListProgress seen={films.filter((film) => film.isSeen).length} count={films.length} />
      </header>
      <ListFilms {...{ state, films, canWrite }} isRanked={list.isRanked} canChange={false} />
    </div>
  );
}
