import type { Command, Commit } from '../store/commit.ts';
import { checkIds } from './edit-commands.ts';
import type { TrashKey, TrashStore } from './edit-types.ts';
import { LogError } from '../errors.ts';
import { emptyRow } from './scrub-row.ts';
import { findRowOfFilm, reviveFilm } from './rows-of-film.ts';
import type { RowOf } from '../store/schema.ts';

/** A row in the trash; null if there is none or it was purged. */
async function findDeleted<S extends TrashStore>(
  commit: Commit,
  store: S,
  id: string,
): Promise<RowOf<S> | null> {
  const row = await commit.find(store, id);
  return row === null || row.deleted === null || row.purged ? null : row;
}

/**
 * Whether the film has a live row in a store with one row per film, so that the old row must not be restored.
 */
async function isSuperseded(commit: Commit, store: TrashStore, filmId: string): Promise<boolean> {
  if (store !== 'ratings' && store !== 'watchlist') return false;
  return (await findRowOfFilm(commit, store, filmId))?.deleted === null;
}

async function restoreRow<S extends TrashStore>(
  commit: Commit,
  store: S,
  id: string,
): Promise<string | null> {
  const row = await findDeleted(commit, store, id);
  if (row === null || (await isSuperseded(commit, store, row.filmId))) return null;
  await commit.save(store, { ...row, deleted: null });
  await reviveFilm(commit, row.filmId);
  return row.filmId;
}

/**
 * Restores rows from the trash in one commit. Skips rows that are no longer there, and a rating of a film
 * that has been rated since. Throws `LogError` `not-found` if nothing can be restored.
 */
export function restoreTrash(request: { rows: TrashKey[] }): Command {
  return async (commit) => {
    const films = new Set<string>();
    for (const { store, id } of checkIds(request.rows)) {
      const filmId = await restoreRow(commit, store, id);
      if (filmId !== null) films.add(filmId);
    }
    const [only = null] = films;
    if (only === null) throw new LogError('not-found', 'That is no longer in the trash.');
    return films.size === 1 ? only : null;
  };
}

async function purgeRow<S extends TrashStore>(commit: Commit, store: S, id: string): Promise<boolean> {
  const row = await findDeleted(commit, store, id);
  if (row === null) return false;
  const empty: (row: RowOf<S>) => RowOf<S> = emptyRow[store];
  await commit.save(store, empty(row));
  return true;
}

/**
 * Empties rows in the trash permanently in one commit. An empty tombstone of each stays, because a missing
 * row would look like data loss. Skips rows that are not deleted. Passes the number of purged rows to
 * `onPurged`.
 */
export function purgeTrash(request: { rows: TrashKey[] }, onPurged: (count: number) => void): Command {
  return async (commit) => {
    let count = 0;
    for (const { store, id } of checkIds(request.rows)) {
      if (await purgeRow(commit, store, id)) count += 1;
    }
    onPurged(count);
    return null;
  };
}
