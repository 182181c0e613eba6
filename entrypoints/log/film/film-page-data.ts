import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { formatFilmHint } from '../../../lib/films/hint-film.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import type { FilmDescription } from '../../../lib/messaging/protocol.ts';
import { loadSettings, type Settings } from '../../../lib/settings/settings.ts';
import { readFilmPage, type FilmPageRows } from '../../../lib/watchlog/queries/film-page.ts';
import type { FilmRow } from '../../../lib/watchlog/types.ts';
import type { LogPageState } from '../state/log-state.ts';

/** Reads everything in the log about a film, again after each change of the log; null until the first read. */
export function useFilmRows(state: LogPageState, id: string): FilmPageRows | null {
  const [rows, setRows] = useState<FilmPageRows | null>(null);
  const version = state.shown.value;
  useEffect(() => {
    let isCurrent = true;
    void state.reader.read((db) => readFilmPage(db, id)).then((read) => isCurrent && setRows(read));
    return () => void (isCurrent = false);
  }, [state, id, version]);
  return rows?.film.id === id ? rows : null;
}

/** What the background knows of a film, with the settings for its scores. */
export interface KnownFilm {
  /** Null where the background means another film by this film's ids, or cannot answer. */
  description: FilmDescription | null;
  settings: Settings;
}

async function askAboutFilm(film: FilmRow): Promise<KnownFilm> {
  const settings = await loadSettings();
  const description = await sendMessage('describeFilm', { hint: formatFilmHint(film) }).catch(() => null);
  const ownId = description?.own?.filmId ?? film.id;
  const isOther = ownId !== film.id;
  return { description: isOther ? null : description, settings };
}

/**
 * Asks the background about a film, as the popup does: it answers with what is stored here, and asks the services that are
 * switched on for the rest. Asks again when it has news. Null until the first answer; `again` asks at once.
 */
export function useKnownFilm(
  state: LogPageState,
  film: FilmRow | undefined,
): { known: KnownFilm | null; again: () => void } {
  const [known, setKnown] = useState<KnownFilm | null>(null);
  const [turn] = useState(() => signal(0));
  const news = state.news.value + turn.value;
  useEffect(() => {
    if (film === undefined) return;
    let isCurrent = true;
    void askAboutFilm(film).then((next) => isCurrent && setKnown(next));
    return () => void (isCurrent = false);
  }, [film, news]);
  return { known, again: () => void (turn.value += 1) };
}
