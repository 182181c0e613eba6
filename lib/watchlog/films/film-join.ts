import type { Commit } from '../store/commit.ts';
import { fillFilmRow } from './film-match.ts';
import { compareStamps } from '../store/hybrid-clock.ts';
import { filmStores } from '../store/schema.ts';
import { addTags } from '../../text/tags.ts';
import type { FilmRow, Stamp } from '../types.ts';

type FilmStore = (typeof filmStores)[number];

async function repointRows<S extends FilmStore>(
  commit: Commit,
  store: S,
  from: string,
  to: string,
): Promise<void> {
  for (const row of await commit.tx.objectStore(store).index('byFilm').getAll(IDBKeyRange.only(from))) {
    await commit.save(store, { ...row, filmId: to });
  }
}

/**
 * Keeps one live row per film in a store with one row per film: the one whose `field` was changed last. All
 * changes of one commit have the same stamp; among them the row written last counts (`written`).
 */
async function keepNewest(
  commit: Commit,
  store: 'ratings' | 'watchlist',
  { filmId, field, written }: { filmId: string; field: string; written: string[] },
): Promise<void> {
  const rows = await commit.tx.objectStore(store).index('byFilm').getAll(filmId);
  const changedAt = (row: { stamps: Record<string, Stamp> }): Stamp | undefined => row.stamps[field];
  const live = rows.filter((row) => row.deleted === null);
  const [, ...older] = live.sort(
    (a, b) =>
      compareStamps(changedAt(b), changedAt(a), commit.now) || written.indexOf(b.id) - written.indexOf(a.id),
  );
  for (const row of older) await commit.save(store, { ...row, deleted: commit.stamp });
}

/** Keeps one live item of a film in each list: the one that was added first. */
async function keepFirstItems(commit: Commit, filmId: string): Promise<void> {
  const rows = await commit.tx.objectStore('listItems').index('byFilm').getAll(filmId);
  const lists = new Set<string>();
  for (const row of rows) {
    if (row.deleted !== null) continue;
    if (lists.has(row.listId)) await commit.save('listItems', { ...row, deleted: commit.stamp });
    lists.add(row.listId);
  }
}

/**
 * Joins two rows of one film: moves all rows of `other` to `kept`, keeps the newer of two ratings, and turns
 * `other` into a tombstone without refs. Returns the new `kept`.
 */
export async function joinFilms(commit: Commit, kept: FilmRow, other: FilmRow): Promise<FilmRow> {
  // Listed first, because the rows are rewritten below, which is not a change by the user.
  const written = { ratings: commit.listWritten('ratings'), watchlist: commit.listWritten('watchlist') };
  const filmId = kept.id;
  for (const store of filmStores) await repointRows(commit, store, other.id, filmId);
  await keepNewest(commit, 'ratings', { filmId, field: 'value', written: written.ratings });
  await keepNewest(commit, 'watchlist', { filmId, field: 'addedAt', written: written.watchlist });
  await keepFirstItems(commit, filmId);
  await commit.save('films', { ...other, refs: [], deleted: commit.stamp });
  const joined: FilmRow = {
    ...fillFilmRow(kept, other),
    liked: kept.liked || other.liked,
    tags: addTags(kept.tags, other.tags),
    deleted: null,
  };
  await commit.save('films', joined);
  return joined;
}
