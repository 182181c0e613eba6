import { useEffect, useState } from 'preact/hooks';
import { FilmSearch } from '../../../components/film/FilmSearch.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Dialog } from '../../../components/ui/Dialog.tsx';
import { idPages } from '../../../lib/films/id-pages.ts';
import { isIdKind } from '../../../lib/films/film-ids.ts';
import { parseTitle } from '../../../lib/films/titles/title-parse.ts';
import { isTitleRef } from '../../../lib/films/titles/title-key.ts';
import type { FilmRef } from '../../../lib/films/types.ts';
import { formatPartialDate } from '../../../lib/i18n/dates.ts';
import { t } from '../../../lib/i18n/messages.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import { listJoinedFilms } from '../../../lib/watchlog/queries/film-page.ts';
import type { FilmInput, FilmRow } from '../../../lib/watchlog/types.ts';
import { formatFilmTitle } from '../dialogs/NewEntry.tsx';
import type { FilmPartProps } from './film-part.ts';

type SplitDialogProps = Pick<FilmPartProps, 'state' | 'rows'> & { onClose: () => void };

/** The films that were joined to this one, each with a button that splits it off again. */
function JoinedFilms({ state, rows, onClose }: SplitDialogProps) {
  const [joined, setJoined] = useState<FilmRow[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void state.reader
      .read((db) => listJoinedFilms(db, rows.film.id))
      .then((found) => isCurrent && setJoined(found));
    return () => void (isCurrent = false);
  }, [state, rows]);
  if (joined.length === 0) return null;
  return (
    <section>
      <h3 class="label">{t('splitJoined')}</h3>
      <ul class="split-joined">
        {joined.map((film) => (
          <li key={film.id}>
            <span>{formatFilmTitle(film)}</span>
            <Button
              icon="split"
              name={t('splitOffOf', film.title)}
              onClick={() => {
                onClose();
                void state.splitFilm(film.id);
              }}
            >
              {t('splitOff')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** An id in words, such as "IMDb tt1798709". */
function formatId(ref: FilmRef): string {
  const colon = ref.indexOf(':');
  const kind = ref.slice(0, colon);
  return `${isIdKind(kind) ? idPages[kind].name : kind} ${ref.slice(colon + 1)}`;
}

interface ChecksProps {
  legend: string;
  items: { id: string; words: string }[];
  chosen: ReadonlySet<string>;
  onToggle: (id: string) => void;
}

function Checks({ legend, items, chosen, onToggle }: ChecksProps) {
  if (items.length === 0) return null;
  return (
    <fieldset class="split-checks">
      <legend class="label">{legend}</legend>
      {items.map(({ id, words }) => (
        <label key={id} class="check">
          <input type="checkbox" checked={chosen.has(id)} onChange={() => onToggle(id)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

/** The other film: a search, or the chosen one. */
function Target({
  target,
  onChoose,
}: {
  target: FilmInput | null;
  onChoose: (film: FilmInput | null) => void;
}) {
  if (target === null) {
    return (
      <FilmSearch
        suggest={(text) => sendMessage('suggestFilms', { text })}
        onChoose={onChoose}
        onByHand={(text) => {
          const { title, year } = parseTitle(text);
          onChoose({ title, year, refs: [] });
        }}
      />
    );
  }
  return (
    <p>
      {t('splitTarget', formatFilmTitle(target))}{' '}
      <button type="button" class="link" onClick={() => onChoose(null)}>
        {t('splitOther')}
      </button>
    </p>
  );
}

/** Moves chosen entries and ids to another film. */
function MoveForm({ state, rows, onClose }: SplitDialogProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [target, setTarget] = useState<FilmInput | null>(null);
  const ids = rows.film.refs.filter((ref) => !isTitleRef(ref));
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const shared = { chosen, onToggle: toggle };
  return (
    <form
      class="split-move"
      onSubmit={(event) => {
        event.preventDefault();
        if (target === null || chosen.size === 0) return;
        onClose();
        void state.moveToFilm({
          id: rows.film.id,
          entries: rows.entries.flatMap(({ id }) => (chosen.has(id) ? [id] : [])),
          refs: ids.filter((ref) => chosen.has(ref)),
          film: target,
        });
      }}
    >
      <Checks
        legend={t('splitEntries')}
        items={rows.entries.map(({ id, watchedOn }) => ({
          id,
          words: watchedOn === null ? t('logUnknownTime') : formatPartialDate(watchedOn),
        }))}
        {...shared}
      />
      <Checks
        legend={t('splitIds')}
        items={ids.map((ref) => ({ id: ref, words: formatId(ref) }))}
        {...shared}
      />
      <Target target={target} onChoose={setTarget} />
      <div class="form-actions">
        <Button type="submit" look="primary" disabled={target === null || chosen.size === 0}>
          {t('splitMove')}
        </Button>
        <Button onClick={onClose}>{t('formCancel')}</Button>
      </div>
    </form>
  );
}

/** Splits a film: takes a joined film off again, or moves entries and ids to another film. */
export function SplitDialog(props: SplitDialogProps) {
  return (
    <Dialog title={t('splitTitle')} look="wide" onClose={props.onClose}>
      <p class="muted">{t('splitWhen')}</p>
      <JoinedFilms {...props} />
      <MoveForm {...props} />
    </Dialog>
  );
}
