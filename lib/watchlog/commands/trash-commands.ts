import type { Command, Commit } from '../store/commit.ts';
import { checkIds } from './edit-commands.ts';
import type { TrashKey, TrashStore } from './edit-types.ts';
import { LogError } from '../errors.ts';
import { emptyRow } from './scrub-row.ts';
import { findRowOfFilm, reviveFilm } from './rows-of-film.ts';
import type { RowOf } from '../store/schema.ts';

/** A row that is in the trash; null where there is none, or where it has been emptied. */
async function findDeleted<S extends TrashStore>(
  commit: Commit,
  store: S,
  id: string,
): Promise<RowOf<S> | null> {
  const row = await commit.find(store, id);
  return row === null || row.deleted === null || row.purged ? null : row;
}

/** Whether the film has a newer row of a store that holds one a film: then the old one stays where it is. */
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
 * Takes rows out of the trash, as one commit. Rows that are not there any more are passed over, and so is a rating of a
 * film that has been rated since. Throws `LogError`: `not-found` where nothing is left to restore.
 */
export function restoreTrash(request: { rows: TrashKey[] }): Command {
  return async (commit) => {
    const films = new Set<string>();
    for (const { store, id } of checkIds(request.rows)) {
      const filmId = await restoreRow(commit, store, id);
      if (filmId !== null) films.add(filmId);
    }
    const [only = null] = films;
    if (only === null) throw new LogError('not-found', 'That is not in the trash any more.');
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
 * Empties rows of the trash for ever, as one commit; an empty tombstone stays of each, for a row that went missing would
 * look like a loss. Rows that are not deleted are passed over. `onPurged` is told how many there were.
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
