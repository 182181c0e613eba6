import { useEffect, useState } from 'preact/hooks';
import { FilmDialog } from '../../../components/film/FilmDialog.tsx';
import { EntryForm } from '../../../components/film/forms/EntryForm.tsx';
import { KeysDialog } from '../../../components/log/KeysDialog.tsx';
import type { ListedFilm } from '../../../lib/watchlog/search/item-types.ts';
import { Dialog } from '../../../components/ui/Dialog.tsx';
import { t } from '../../../lib/i18n/messages.ts';
import type { WatchEntry } from '../../../lib/watchlog/types.ts';
import { AddFilm } from './AddFilm.tsx';
import { toFilmInput } from './film-input.ts';
import { keyHelp } from '../keyboard/keys.ts';
import type { LogPageState } from '../state/log-state.ts';
import { formatFilmTitle, NewEntry } from './NewEntry.tsx';
import { useCriteria } from './use-criteria.ts';
import { toListedEntry, toListedFilm } from '../../../lib/watchlog/search/list-items.ts';

interface DialogProps {
  state: LogPageState;
  canWrite: boolean;
}

/** Returns the whole row of an entry, which lists do not contain; null until it is read. */
function useEntry(state: LogPageState, id: string): WatchEntry | null {
  const [row, setRow] = useState<WatchEntry | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void state.reader.read((db) => db.get('entries', id)).then((read) => isCurrent && setRow(read ?? null));
    return () => void (isCurrent = false);
  }, [state, id]);
  return row?.id === id ? row : null;
}

function EntryDialog({ state, canWrite, id }: DialogProps & { id: string }) {
  const row = useEntry(state, id);
  const at = state.index().positions.entries.get(id);
  if (at === undefined || row === null) return null;
  const { film } = toListedEntry(state.index(), at);
  return (
    <Dialog title={formatFilmTitle(film)} onClose={state.closeDialog}>
      {(close) => (
        <>
          <p class="dialog-link">
            <button
              type="button"
              class="link"
              onClick={() => state.openDialog({ kind: 'film', id: film.id })}
            >
              {t('filmOpen')}
            </button>
          </p>
          {canWrite ? (
            <EntryForm
              entry={row}
              today={state.today()}
              saveLabel={t('formSaveChanges')}
              onSave={(entry) => void state.changeEntry(id, entry)}
              onCancel={close}
              onDelete={() => void state.remove(id)}
            />
          ) : (
            <p class="muted">{row.review || row.note}</p>
          )}
        </>
      )}
    </Dialog>
  );
}

function OpenFilm({ state, canWrite, id }: DialogProps & { id: string }) {
  const { criteria, add } = useCriteria();
  const index = state.index();
  const at = index.positions.films.get(id);
  if (at === undefined || !index.films.live[at]) return null;
  const film: ListedFilm = toListedFilm(index, at);
  const input = toFilmInput(film);
  const positions = index.order.filter((entry) => index.entries.films[entry] === at);
  return (
    <Dialog title={formatFilmTitle(film)} look="wide" onClose={state.closeDialog}>
      <FilmDialog
        film={film}
        entries={positions.map((position) => toListedEntry(index, position))}
        criteria={criteria}
        status={state.status.value}
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
        onDelete={() => {
          state.closeDialog();
          void state.editFilms([id], { isDeleted: true });
        }}
        onUndo={() => void state.undo()}
      />
    </Dialog>
  );
}

function NewEntryDialog({ state, id }: { state: LogPageState; id: string }) {
  const at = state.index().positions.films.get(id);
  if (at === undefined) return null;
  const film = toListedFilm(state.index(), at);
  return (
    <Dialog title={formatFilmTitle(film)} onClose={state.closeDialog}>
      {(close) => (
        <NewEntry
          state={state}
          film={toFilmInput(film)}
          wasSeen={film.entryCount > 0}
          rating={film.rating}
          isListed={film.priority !== null}
          onCancel={close}
        />
      )}
    </Dialog>
  );
}

/** The dialog that is open, if any. */
export function LogDialogs({ state, canWrite }: DialogProps) {
  const open = state.dialog.value;
  switch (open?.kind) {
    case undefined:
      return null;
    case 'keys':
      return (
        <KeysDialog
          keys={keyHelp}
          on={state.keysOn.value}
          onSwitch={state.switchKeys}
          onClose={state.closeDialog}
        />
      );
    case 'entry':
      return <EntryDialog key={open.id} {...{ state, canWrite }} id={open.id} />;
    case 'film':
      return <OpenFilm key={open.id} {...{ state, canWrite }} id={open.id} />;
    case 'new-entry':
      return canWrite ? <NewEntryDialog key={open.filmId} state={state} id={open.filmId} /> : null;
    case 'add':
      return canWrite ? <AddFilm state={state} /> : null;
  }
}
