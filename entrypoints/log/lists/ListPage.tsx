import { useMemo, useState } from 'preact/hooks';
import { ListForm } from '../../../components/film-lists/ListForm.tsx';
import { ListProgress } from '../../../components/film-lists/ListProgress.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Dialog } from '../../../components/ui/Dialog.tsx';
import { t, tCount } from '../../../lib/i18n/messages.ts';
import type { ListFilm } from '../../../lib/watchlog/search/list-films.ts';
import type { ListRow } from '../../../lib/watchlog/types.ts';
import { MissingPage } from '../film/MissingPage.tsx';
import type { LogPageState } from '../state/log-state.ts';
import type { ViewProps } from '../views/LazyView.tsx';
import { BackToLists } from './BackToLists.tsx';
import { AddToThisList } from './AddToThisList.tsx';
import { ListExport } from './ListExport.tsx';
import { ListFilms } from './ListFilms.tsx';
import { ReadyListPage } from './ReadyListPage.tsx';
import { parseReadyId } from './ready-lists.ts';
import { toListFilms, useList } from './use-lists.ts';
import '../../../components/film-lists/film-lists.css';

function EditList({ state, list, onClose }: { state: LogPageState; list: ListRow; onClose: () => void }) {
  return (
    <Dialog title={t('listEdit')} onClose={onClose}>
      {(close) => (
        <ListForm
          values={list}
          saveLabel={t('formSaveChanges')}
          onCancel={close}
          onSave={(changes) => {
            onClose();
            void state.changeList(list.id, changes);
          }}
        />
      )}
    </Dialog>
  );
}

function ListHead({
  state,
  list,
  films,
  canWrite,
}: {
  state: LogPageState;
  list: ListRow;
  films: ListFilm[];
  canWrite: boolean;
}) {
  const [isEditing, setEditing] = useState(false);
  const facts = [list.ranked ? t('listRanked') : '', tCount('listFilms', films.length)];
  return (
    <header class="list-head">
      <div class="view-head">
        <h1 class="title">{list.name}</h1>
        <div class="list-acts">
          <Button icon="pen" disabled={!canWrite} onClick={() => setEditing(true)}>
            {t('listEdit')}
          </Button>
          <ListExport list={{ ...list, isRanked: list.ranked }} films={films} />
          <Button
            icon="trash"
            look="danger"
            disabled={!canWrite}
            onClick={() => {
              state.leavePage('lists');
              void state.deleteList(list.id, list.name);
            }}
          >
            {t('listDelete')}
          </Button>
        </div>
      </div>
      {list.description !== '' && <p class="list-words">{list.description}</p>}
      <div class="list-figures">
        <span class="muted">{facts.filter((fact) => fact !== '').join(' · ')}</span>
        <ListProgress seen={films.filter((film) => film.isSeen).length} count={films.length} />
      </div>
      {isEditing && <EditList {...{ state, list }} onClose={() => setEditing(false)} />}
    </header>
  );
}

function OwnListPage({ state, canWrite, id }: ViewProps & { id: string }) {
  const found = useList(state, id);
  const log = state.shown.value;
  const films = useMemo(
    () => (found === null || log === null ? [] : toListFilms(log.index, found.items)),
    [found, log],
  );
  if (found === null || !log?.isWhole) return <p class="muted">{t('popupLoading')}</p>;
  const { list, items } = found;
  if (list === null) {
    return (
      <MissingPage title={t('listUnknown')}>
        <p class="muted">{t('listUnknownHow')}</p>
        <div class="form-actions">
          <Button onClick={() => state.show('lists')}>{t('logViewLists')}</Button>
        </div>
      </MissingPage>
    );
  }
  return (
    <div class="lists-view">
      <BackToLists state={state} />
      <ListHead {...{ state, list, films, canWrite }} />
      {canWrite && <AddToThisList state={state} list={list} first={items[0]?.id ?? null} />}
      {films.length === 0 ? (
        <p class="lists-empty">{t('listEmpty')}</p>
      ) : (
        <ListFilms {...{ state, films, canWrite }} isRanked={list.ranked} canChange />
      )}
    </div>
  );
}

/** The page of one list, by the id in the address. */
export function ListPage({ state, canWrite }: ViewProps) {
  const id = state.pageId.value ?? '';
  const ready = parseReadyId(id);
  return ready === null ? (
    <OwnListPage key={id} {...{ state, canWrite, id }} />
  ) : (
    <ReadyListPage key={id} {...{ state, canWrite }} id={ready} />
  );
}
