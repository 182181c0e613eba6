import type { Film } from '../../films/types.ts';
import type { Commit } from '../store/commit.ts';
import { filmStores } from '../store/schema.ts';
import { joinFilms } from './film-join.ts';
import { accountOfInput, fillFilmRow, listRowsOfFilm } from './film-match.ts';
import { cleanFilmInput } from './film-input.ts';
import { readOneByOne, type FilmReader } from './prefetch.ts';
import type { FilmRow, FilmInput } from '../types.ts';

function createFilmRow(id: string, film: Film): FilmRow {
  return { id, stamps: {}, deleted: null, importId: null, ...film, liked: false, tags: [] };
}

/**
 * Finds the row of a film by its ids or its title, or creates one, and returns its id. Adds fields that only
 * the input has, and joins rows that turn out to be one film. Throws `LogError` `bad-film`.
 */
export async function ensureFilm(
  commit: Commit,
  input: FilmInput,
  { listByRef }: Pick<FilmReader, 'listByRef'> = readOneByOne(commit),
): Promise<string> {
  const film = cleanFilmInput(input);
  const rows = await listRowsOfFilm(accountOfInput(film), listByRef);
  const [first, ...others] = rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  if (first === undefined) {
    const made = createFilmRow(commit.makeId(), film);
    await commit.save('films', made);
    return made.id;
  }
  let kept = first;
  for (const other of others) kept = await joinFilms(commit, kept, other);
  await commit.save('films', { ...fillFilmRow(kept, film), deleted: null });
  return kept.id;
}

/** Whether a film has live rows in other stores. */
export async function hasLiveRows({ tx }: Commit, filmId: string): Promise<boolean> {
  for (const store of filmStores) {
    const rows = await tx.objectStore(store).index('byFilm').getAll(filmId);
    if (rows.some((row) => row.deleted === null)) return true;
  }
  return false;
}
