import type { Command, Commit } from '../store/commit.ts';
import { checkIds } from './edit-commands.ts';
import type { FilmTrashStore, TrashKey, TrashStore } from './edit-types.ts';
import { LogError } from '../errors.ts';
import { rangeOfList } from '../store/list-key.ts';
import { emptyRow } from './scrub-row.ts';
import { findListItem, findRowOfFilm, reviveFilm } from './rows-of-film.ts';
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
 * Whether the film has a live row where it may have only one, in its store or in a list, so that the old row must not be
 * restored.
 */
async function isSuperseded(
  commit: Commit,
  store: FilmTrashStore,
  row: RowOf<FilmTrashStore>,
): Promise<boolean> {
  if ('listId' in row) return (await findListItem(commit, row.listId, row.filmId)) !== null;
  if (store !== 'ratings' && store !== 'watchlist') return false;
  return (await findRowOfFilm(commit, store, row.filmId))?.deleted === null;
}

/** Restores the list of an item, which would be in no view without it. Returns whether there is a list. */
async function reviveList(commit: Commit, listId: string): Promise<boolean> {
  const list = await commit.find('lists', listId);
  if (list === null || list.purged) return false;
  if (list.deleted !== null) await commit.save('lists', { ...list, deleted: null });
  return true;
}

/** Restores a row; returns the film that it is about, null for a list, and undefined if it cannot be restored. */
async function restoreRow<S extends FilmTrashStore>(
  commit: Commit,
  store: S,
  id: string,
): Promise<string | undefined> {
  const row = await findDeleted(commit, store, id);
  if (row === null || (await isSuperseded(commit, store, row))) return undefined;
  if ('listId' in row && !(await reviveList(commit, row.listId))) return undefined;
  await commit.save(store, { ...row, deleted: null });
  await reviveFilm(commit, row.filmId);
  return row.filmId;
}

async function restoreList(commit: Commit, id: string): Promise<null | undefined> {
  const row = await findDeleted(commit, 'lists', id);
  if (row === null) return undefined;
  await commit.save('lists', { ...row, deleted: null });
  return null;
}

/**
 * Restores rows from the trash in one commit. Skips rows that are no longer there, and a rating of a film
 * that has been rated since. Throws `LogError` `not-found` if nothing can be restored.
 */
export function restoreTrash(request: { rows: TrashKey[] }): Command {
  return async (commit) => {
    const films = new Set<string | null>();
    for (const { store, id } of checkIds(request.rows)) {
      const filmId = store === 'lists' ? await restoreList(commit, id) : await restoreRow(commit, store, id);
      if (filmId !== undefined) films.add(filmId);
    }
    const [only = null] = films;
    if (films.size === 0) throw new LogError('not-found', 'That is no longer in the trash.');
    return films.size === 1 ? only : null;
  };
}

async function purgeRow<S extends TrashStore>(commit: Commit, store: S, id: string): Promise<boolean> {
  const row = await findDeleted(commit, store, id);
  if (row === null) return false;
  const empty: (row: RowOf<S>) => RowOf<S> = emptyRow[store];
  await commit.save(store, empty(row));
  if (store === 'lists') await purgeItems(commit, id);
  return true;
}

/** Empties the items of a purged list, which were hidden with it. */
async function purgeItems(commit: Commit, listId: string): Promise<void> {
  for (const row of await commit.tx.objectStore('listItems').index('byPlace').getAll(rangeOfList(listId)))
    await commit.save('listItems', emptyRow.listItems({ ...row, deleted: commit.stamp }));
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
