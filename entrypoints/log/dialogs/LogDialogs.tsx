import { useEffect, useState } from 'preact/hooks';
import { FilmDialog } from '../../../components/film/FilmDialog.tsx';
import { EntryForm } from '../../../components/film/forms/EntryForm.tsx';
import { KeysDialog } from '../../../components/log/KeysDialog.tsx';
import type { FilmView } from '../../../components/log/types.ts';
import { Dialog } from '../../../components/ui/Dialog.tsx';
import { t } from '../../../lib/i18n/messages.ts';
import type { EntryRow } from '../../../lib/watchlog/types.ts';
import { AddFilm } from './AddFilm.tsx';
import { formatSeed } from './film-input.ts';
import { keyHelp } from '../keyboard/keys.ts';
import type { LogPageState } from '../state/log-state.ts';
import { formatFilmTitle, NewEntry } from './NewEntry.tsx';
import { useCriteria } from './use-criteria.ts';
import { viewEntry, viewFilm } from '../views/view-rows.ts';

interface SheetProps {
  state: LogPageState;
  canWrite: boolean;
}

/** The whole row of a viewing, which lists do not hold. */
function useEntry(state: LogPageState, id: string): EntryRow | null {
  const [row, setRow] = useState<EntryRow | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void state.reader.read((db) => db.get('entries', id)).then((read) => isCurrent && setRow(read ?? null));
    return () => void (isCurrent = false);
  }, [state, id]);
  return row?.id === id ? row : null;
}

function EntrySheet({ state, canWrite, id }: SheetProps & { id: string }) {
  const row = useEntry(state, id);
  const at = state.index().places.entries.get(id);
  if (at === undefined || row === null) return null;
  const { film } = viewEntry(state.index(), at);
  return (
    <Dialog title={formatFilmTitle(film)} onClose={state.closeSheet}>
      <p class="sheet-link">
        <button type="button" class="link" onClick={() => state.openSheet({ kind: 'film', id: film.id })}>
          {t('filmOpen')}
        </button>
      </p>
      {canWrite ? (
        <EntryForm
          viewing={row}
          today={state.today()}
          saveLabel={t('formSaveChanges')}
          asksRating
          asksAll
          onSave={(viewing) => void state.changeEntry(id, viewing)}
          onCancel={state.closeSheet}
          onDelete={() => void state.remove(id)}
        />
      ) : (
        <p class="muted">{row.review || row.note}</p>
      )}
    </Dialog>
  );
}

function OpenFilm({ state, canWrite, id }: SheetProps & { id: string }) {
  const { criteria, add } = useCriteria();
  const index = state.index();
  const at = index.places.films.get(id);
  if (at === undefined || !index.films.live[at]) return null;
  const film: FilmView = viewFilm(index, at);
  const seed = formatSeed(film);
  const places = index.order.filter((entry) => index.entries.films[entry] === at);
  return (
    <Dialog title={formatFilmTitle(film)} isWide onClose={state.closeSheet}>
      <FilmDialog
        film={film}
        entries={places.map((place) => viewEntry(index, place))}
        criteria={criteria}
        status={state.status.value}
        canWrite={canWrite}
        onRate={(value) => void state.rate(seed, value)}
        onCriteria={(values) => void state.rateCriteria(seed, values)}
        onNewCriterion={(name) => void add(name)}
        onLike={(liked) => void state.like(seed, liked)}
        onList={(listed) => void state.list(seed, listed)}
        onWish={(wish) => void state.wish(seed, wish)}
        onTags={(change) => void state.editFilms([id], change)}
        onOpenEntry={(entry) => state.openSheet({ kind: 'entry', id: entry })}
        onLog={() => state.openSheet({ kind: 'view', filmId: id })}
        onChangeFilm={(changes) => void state.changeFilm(id, changes)}
        onDelete={() => {
          state.closeSheet();
          void state.editFilms([id], { isDeleted: true });
        }}
        onUndo={() => void state.undo()}
      />
    </Dialog>
  );
}

function ViewFilm({ state, id }: { state: LogPageState; id: string }) {
  const at = state.index().places.films.get(id);
  if (at === undefined) return null;
  const film = viewFilm(state.index(), at);
  return (
    <Dialog title={formatFilmTitle(film)} onClose={state.closeSheet}>
      <NewEntry
        state={state}
        film={formatSeed(film)}
        wasSeen={film.viewings > 0}
        rating={film.rating}
        isListed={film.priority !== null}
      />
    </Dialog>
  );
}

/** What stands open over the page. */
export function LogDialogs({ state, canWrite }: SheetProps) {
  const open = state.sheet.value;
  switch (open?.kind) {
    case undefined:
      return null;
    case 'keys':
      return (
        <KeysDialog
          keys={keyHelp}
          on={state.keysOn.value}
          onSwitch={state.switchKeys}
          onClose={state.closeSheet}
        />
      );
    case 'entry':
      return <EntrySheet key={open.id} {...{ state, canWrite }} id={open.id} />;
    case 'film':
      return <OpenFilm key={open.id} {...{ state, canWrite }} id={open.id} />;
    case 'view':
      return canWrite ? <ViewFilm key={open.filmId} state={state} id={open.filmId} /> : null;
    case 'add':
      return canWrite ? <AddFilm state={state} /> : null;
  }
}
