import { useEffect, useState } from 'preact/hooks';
import { EntryForm } from '../../../components/film/forms/EntryForm.tsx';
import { KeysDialog } from '../../../components/log/KeysDialog.tsx';
import { Dialog } from '../../../components/ui/Dialog.tsx';
import { t } from '../../../lib/i18n/messages.ts';
import type { WatchEntry } from '../../../lib/watchlog/types.ts';
import { AddFilm } from './AddFilm.tsx';
import { toFilmInput } from '../state/film-input.ts';
import { keyHelp } from '../keyboard/keys.ts';
import type { LogPageState } from '../state/log-state.ts';
import { formatFilmTitle, NewEntry } from './NewEntry.tsx';
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
          {state.pageId.value !== film.id && (
            <p class="dialog-link">
              <button
                type="button"
                class="link"
                onClick={() => {
                  // In this order the way back knows whose dialog it was.
                  state.openPage('film', film.id);
                  state.closeDialog();
                }}
              >
                {t('filmOpen')}
              </button>
            </p>
          )}
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
    case 'new-entry':
      return canWrite ? <NewEntryDialog key={open.filmId} state={state} id={open.filmId} /> : null;
    case 'add':
      return canWrite ? <AddFilm state={state} /> : null;
  }
}
