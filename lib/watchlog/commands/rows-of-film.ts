import type { Commit } from '../store/commit.ts';
import type { RowOf } from '../store/schema.ts';
import type { ListItemRow, WatchEntry } from '../types.ts';

/** A film's row in a store with one row per film: the live one, otherwise a deleted one, otherwise null. */
export async function findRowOfFilm<S extends 'ratings' | 'watchlist'>(
  { tx }: Commit,
  store: S,
  filmId: string,
): Promise<RowOf<S> | null> {
  const rows = await tx.objectStore(store).index('byFilm').getAll(IDBKeyRange.only(filmId));
  return rows.find((row) => row.deleted === null) ?? rows.filter(({ purged }) => !purged).at(-1) ?? null;
}

/** The item of a film in a list, if it is live; otherwise null. */
export async function findListItem(
  { tx }: Commit,
  listId: string,
  filmId: string,
): Promise<ListItemRow | null> {
  const rows = await tx.objectStore('listItems').index('byFilm').getAll(filmId);
  return rows.find((row) => row.listId === listId && row.deleted === null) ?? null;
}

/** Restores a deleted film, because a film must be live while it has live rows. */
export async function reviveFilm(commit: Commit, filmId: string): Promise<void> {
  const film = await commit.find('films', filmId);
  if (film !== null && film.deleted !== null) await commit.save('films', { ...film, deleted: null });
}

/** The entry with that id if it is not deleted; otherwise null. */
export async function findEntry(commit: Commit, id: string): Promise<WatchEntry | null> {
  const row = await commit.find('entries', id);
  return row === null || row.deleted !== null ? null : row;
}
