import type { Commit } from '../store/commit.ts';
import type { RowOf } from '../store/schema.ts';
import type { WatchEntry } from '../types.ts';

/** A store's row of a film that there is one of: the live one, else a deleted one, else null. */
export async function findRowOfFilm<S extends 'ratings' | 'watchlist'>(
  { tx }: Commit,
  store: S,
  filmId: string,
): Promise<RowOf<S> | null> {
  const rows = await tx.objectStore(store).index('byFilm').getAll(IDBKeyRange.only(filmId));
  return rows.find((row) => row.deleted === null) ?? rows.filter(({ purged }) => !purged).at(-1) ?? null;
}

/** A film is live while something live is said of it. */
export async function reviveFilm(commit: Commit, filmId: string): Promise<void> {
  const film = await commit.find('films', filmId);
  if (film !== null && film.deleted !== null) await commit.save('films', { ...film, deleted: null });
}

/** The viewing of that id that is not deleted; null where there is none. */
export async function findEntry(commit: Commit, id: string): Promise<WatchEntry | null> {
  const row = await commit.find('entries', id);
  return row === null || row.deleted !== null ? null : row;
}
