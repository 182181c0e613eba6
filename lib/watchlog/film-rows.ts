import type { Film } from '../films/types.ts';
import type { Commit } from './commit.ts';
import { joinFilms } from './film-join.ts';
import { fillFilmRow, listRowsOfRefs } from './film-match.ts';
import { cleanSeed } from './film-seed.ts';
import { readOneByOne, type FilmReader } from './read-ahead.ts';
import type { FilmRow, FilmSeed } from './types.ts';

function createFilmRow(id: string, film: Film): FilmRow {
  return { id, stamps: {}, deleted: null, importId: null, ...film, liked: false, tags: [] };
}

/**
 * The id of the film's row: found by any of its refs, or made. What the seed knows more is put in, and where its refs
 * name several rows they become one. Throws `LogError` `bad-film`.
 */
export async function ensureFilm(
  commit: Commit,
  seed: FilmSeed,
  { listByRef }: Pick<FilmReader, 'listByRef'> = readOneByOne(commit),
): Promise<string> {
  const film = cleanSeed(seed);
  const rows = await listRowsOfRefs(film.refs, listByRef);
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
