import { FilmDialog } from '../../../components/film/FilmDialog.tsx';
import { t } from '../../../lib/i18n/messages.ts';
import { toListedEntry, toListedFilm } from '../../../lib/watchlog/search/list-items.ts';
import { toFilmInput } from '../dialogs/film-input.ts';
import { formatFilmTitle } from '../dialogs/NewEntry.tsx';
import { useCriteria } from '../dialogs/use-criteria.ts';
import type { LogPageState } from '../state/log-state.ts';
import type { ViewProps } from '../views/LazyView.tsx';
import { RemovedFilmPage } from './RemovedFilmPage.tsx';

function ShownFilm({ state, canWrite, at }: ViewProps & { at: number }) {
  const { criteria, add } = useCriteria();
  const index = state.index();
  const film = toListedFilm(index, at);
  const { id } = film;
  const input = toFilmInput(film);
  const positions = index.order.filter((entry) => index.entries.films[entry] === at);
  return (
    <>
      <h1 class="title">{formatFilmTitle(film)}</h1>
      <FilmDialog
        film={film}
        entries={positions.map((position) => toListedEntry(index, position))}
        criteria={criteria}
        status={null}
        canWrite={canWrite}
        onRate={(value) => void state.rate(input, value)}
        onCriteria={(values) => void state.rateCriteria(input, values)}
        onNewCriterion={(name) => void add(name)}
        onLike={(liked) => void state.like(input, liked)}
        onList={(listed) => void state.list(input, listed)}
        onWatchlist={(changes) => void state.changeWatchlistItem(input, changes)}
        onTags={(change) => void state.editFilms([id], change)}
        onOpenEntry={(entry) => state.openDialog({ kind: 'entry', id: entry })}
        onLog={() => state.openDialog({ kind: 'new-entry', filmId: id })}
        onChangeFilm={(changes) => void state.changeFilm(id, changes)}
        onDelete={() => void state.editFilms([id], { isDeleted: true })}
        onUndo={() => void state.undo()}
      />
    </>
  );
}

function findPosition(state: LogPageState, id: string): number | null {
  const index = state.index();
  const at = index.positions.films.get(id);
  return at !== undefined && index.films.live[at] ? at : null;
}

/** The page of one film in the log, by the id in the address. */
export function FilmPage({ state, canWrite }: ViewProps) {
  const id = state.pageId.value ?? '';
  const shown = state.shown.value;
  const at = findPosition(state, id);
  if (at !== null) return <ShownFilm {...{ state, canWrite, at }} />;
  // The film may be in the part of the log that has not been read yet.
  if (!shown?.isWhole) return <p class="muted">{t('popupLoading')}</p>;
  return <RemovedFilmPage {...{ state, canWrite, id }} />;
}
