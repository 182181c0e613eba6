import { AddToList } from '../../components/film/AddToList.tsx';
import { PageFilmRow } from '../../components/film/PageFilmRow.tsx';
import { StatusLine } from '../../components/ui/StatusLine.tsx';
import { tCount } from '../../lib/i18n/messages.ts';
import type { PageFilm } from '../../lib/messaging/protocol.ts';
import { ListOfPage } from './ListOfPage.tsx';
import { findAskedFilm, findRowFilm } from './page-films.ts';
import type { PopupState } from './popup-state.ts';

const isSeen = ({ own }: PageFilm): boolean => (own?.watchedCount ?? 0) > 0;

/** The lists of the film of a row. */
function RowLists({ state, row, canWrite }: { state: PopupState; row: PageFilm; canWrite: boolean }) {
  const film = findRowFilm(row);
  if (film === null) return null;
  return (
    <AddToList
      load={() => state.loadLists(row.own?.filmId ?? null)}
      version={row}
      ofRow={film.title}
      canWrite={canWrite}
      onSet={(list, listed) => void state.setOnList(film, list, listed)}
      onCreate={(name) => void state.createListOf([film], name)}
    />
  );
}

/** Every film that the page names, with or without a badge. */
export function PageFilmList({ state, films }: { state: PopupState; films: PageFilm[] }) {
  const seen = films.filter(isSeen).length;
  const canWrite = state.health.value.state === 'ok';
  return (
    <section aria-labelledby="page-films">
      <div class="block-head page-films-head">
        <h1 id="page-films" class="label">
          {tCount('popupFilmCount', films.length)}
          {seen > 0 && ` · ${tCount('popupSeenCount', seen)}`}
        </h1>
        <StatusLine status={state.status.value} onUndo={() => void state.undo()} />
      </div>
      {state.isListMaking.value && <ListOfPage {...{ state, films, canWrite }} />}
      <ul aria-labelledby="page-films">
        {films.map((row, index) => (
          <PageFilmRow
            key={`${index} ${row.sighted.hint.title}`}
            row={row}
            asked={findAskedFilm(row)}
            canWrite={canWrite}
            suggest={state.suggest}
            onOpen={() => void state.openPageFilm(row)}
            onRate={(value) => void state.ratePageFilm(row, value)}
            onWatchlist={(listed) => void state.listPageFilm(row, listed)}
            onAnswer={(film) => void state.answerPageFilm(row, film)}
          >
            <RowLists {...{ state, row, canWrite }} />
          </PageFilmRow>
        ))}
      </ul>
    </section>
  );
}
