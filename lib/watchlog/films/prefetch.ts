import type { FilmRef } from '../../films/types.ts';
import type { Commit } from '../store/commit.ts';
import { cleanFilmInput } from './film-input.ts';
import type { RowOf } from '../store/schema.ts';
import type { FilmRow, FilmInput } from '../types.ts';

/** The stores with one live row per film. */
export type SingleStore = 'ratings' | 'watchlist';

/**
 * Reads films by ref, and their ratings and watchlist items, including what the commit has written so far.
 */
export interface FilmReader {
  listByRef: (ref: FilmRef) => Promise<FilmRow[]>;
  listOfFilm: <S extends SingleStore>(store: S, filmId: string) => Promise<RowOf<S>[]>;
}

/** A reader that queries the database each time. */
export const readOneByOne = ({ tx }: Pick<Commit, 'tx'>): FilmReader => ({
  listByRef: (ref) => tx.objectStore('films').index('byRef').getAll(ref),
  listOfFilm: (store, filmId) => tx.objectStore(store).index('byFilm').getAll(IDBKeyRange.only(filmId)),
});

/** The rows read before anything was written. */
interface Ahead {
  byRef: Map<FilmRef, FilmRow[]>;
  ratings: Map<string, RowOf<'ratings'>[]>;
  watchlist: Map<string, RowOf<'watchlist'>[]>;
}

/** The refs that the films' rows will have. Films without a title are skipped; writing them fails later. */
function listRefs(films: readonly FilmInput[]): FilmRef[] {
  return [...new Set(films.flatMap((film) => (film.title.trim() === '' ? [] : cleanFilmInput(film).refs)))];
}

async function readAll(commit: Commit, films: readonly FilmInput[]): Promise<Ahead> {
  const reader = readOneByOne(commit);
  const ahead: Ahead = { byRef: new Map(), ratings: new Map(), watchlist: new Map() };
  await Promise.all(
    listRefs(films).map(async (ref) => void ahead.byRef.set(ref, await reader.listByRef(ref))),
  );
  const ids = new Set([...ahead.byRef.values()].flatMap((rows) => rows.map(({ id }) => id)));
  await Promise.all(
    [...ids].map(async (id) => {
      const [ratings, watchlist] = await Promise.all([
        reader.listOfFilm('ratings', id),
        reader.listOfFilm('watchlist', id),
        commit.find('films', id),
      ]);
      ahead.ratings.set(id, ratings);
      ahead.watchlist.set(id, watchlist);
    }),
  );
  return ahead;
}

/**
 * Reads everything about some films at once, because one query at a time takes ten times as long. Returns a
 * reader with these rows and a commit to write through; rows that the commit has written are read again.
 */
export async function prefetchFilms(
  commit: Commit,
  films: readonly FilmInput[],
): Promise<{ commit: Commit; reader: FilmReader }> {
  const ahead = await readAll(commit, films);
  const fresh = readOneByOne(commit);
  const made = new Set<string>();
  const touchedFilms = new Set<string>();
  const touchedRefs = new Set<FilmRef>();
  const writtenRows: Record<SingleStore, Set<string>> = { ratings: new Set(), watchlist: new Set() };
  const touch = (store: string, row: object): void => {
    if ('refs' in row && 'id' in row) {
      touchedFilms.add(String(row.id));
      for (const ref of row.refs as FilmRef[]) touchedRefs.add(ref);
    }
    if ((store === 'ratings' || store === 'watchlist') && 'filmId' in row)
      writtenRows[store].add(String(row.filmId));
  };
  const watched: Commit = {
    ...commit,
    makeId: () => {
      const id = commit.makeId();
      made.add(id);
      return id;
    },
    save: (store, row) => {
      touch(store, row);
      return commit.save(store, row);
    },
    derive: (store, row, deletion) => {
      touch(store, row);
      return commit.derive(store, row, deletion);
    },
    merge: (store, row) => {
      touch(store, row);
      return commit.merge(store, row);
    },
  };
  return {
    commit: watched,
    reader: {
      listByRef: (ref) => {
        const rows = ahead.byRef.get(ref);
        const isOld = touchedRefs.has(ref) || (rows?.some(({ id }) => touchedFilms.has(id)) ?? true);
        return isOld || rows === undefined ? fresh.listByRef(ref) : Promise.resolve(rows);
      },
      listOfFilm: async <S extends SingleStore>(store: S, filmId: string): Promise<RowOf<S>[]> => {
        if (writtenRows[store].has(filmId)) return fresh.listOfFilm(store, filmId);
        const rows: Map<string, RowOf<S>[]> = ahead[store];
        return rows.get(filmId) ?? (made.has(filmId) ? [] : fresh.listOfFilm(store, filmId));
      },
    },
  };
}
