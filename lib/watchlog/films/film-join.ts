import { listChangedFields, type Commit } from '../store/commit.ts';
import { fillFilmRow } from './film-match.ts';
import { compareStamps } from '../store/hybrid-clock.ts';
import { filmStores } from '../store/schema.ts';
import { addTags } from '../../text/tags.ts';
import { limits } from '../../text/log-limits.ts';
import type { FilmRow, FilmRowKey, Stamp } from '../types.ts';

type FilmStore = (typeof filmStores)[number];

/** Moves the rows of a film to another. Returns which they were. */
async function repointRows<S extends FilmStore>(
  commit: Commit,
  store: S,
  from: string,
  to: string,
): Promise<FilmRowKey[]> {
  const rows = await commit.tx.objectStore(store).index('byFilm').getAll(IDBKeyRange.only(from));
  for (const row of rows) await commit.save(store, { ...row, filmId: to });
  return rows.map(({ id }) => ({ store, id }));
}

interface Choice {
  filmId: string;
  field: string;
  /** The ids of the rows that this commit has written, in order. */
  written: string[];
  /** The row that is kept whatever its age; null for none. */
  preferred: string | null;
}

/**
 * Keeps one live row per film in a store with one row per film: the preferred one, otherwise the one whose `field` was
 * changed last. All changes of one commit have the same stamp; among them the row written last counts. Returns the others.
 */
async function keepOne(
  commit: Commit,
  store: 'ratings' | 'watchlist',
  { filmId, field, written, preferred }: Choice,
): Promise<FilmRowKey[]> {
  const rows = await commit.tx.objectStore(store).index('byFilm').getAll(filmId);
  const changedAt = (row: { stamps: Record<string, Stamp> }): Stamp | undefined => row.stamps[field];
  const live = rows.filter((row) => row.deleted === null);
  const [, ...others] = live.sort(
    (a, b) =>
      Number(b.id === preferred) - Number(a.id === preferred) ||
      compareStamps(changedAt(b), changedAt(a), commit.now) ||
      written.indexOf(b.id) - written.indexOf(a.id),
  );
  for (const row of others) await commit.save(store, { ...row, deleted: commit.stamp });
  return others.map(({ id }) => ({ store, id }));
}

/** Keeps one live item of a film in each list: the one that was added first. Returns the others. */
async function keepFirstItems(commit: Commit, filmId: string): Promise<FilmRowKey[]> {
  const rows = await commit.tx.objectStore('listItems').index('byFilm').getAll(filmId);
  const lists = new Set<string>();
  const others: FilmRowKey[] = [];
  for (const row of rows) {
    if (row.deleted !== null) continue;
    if (lists.has(row.listId)) {
      await commit.save('listItems', { ...row, deleted: commit.stamp });
      others.push({ store: 'listItems', id: row.id });
    }
    lists.add(row.listId);
  }
  return others;
}

/** How two films are joined. */
export interface JoinOptions {
  /** The id of the rating that stays; otherwise the newer one does. */
  rating?: string | null;
  /** Whether the film keeps all ids of both, also those that contradict. */
  keepsAllRefs?: boolean;
}

/** The row of the film that is kept, with what it takes over from the other. */
function joinRows(kept: FilmRow, other: FilmRow, keepsAllRefs: boolean): FilmRow {
  const filled = fillFilmRow(kept, other);
  const refs = keepsAllRefs
    ? [...new Set([...filled.refs, ...other.refs])].slice(0, limits.refs)
    : filled.refs;
  return {
    ...filled,
    refs,
    liked: kept.liked || other.liked,
    tags: addTags(kept.tags, other.tags),
    deleted: null,
  };
}

/**
 * Joins two rows of one film: moves all rows of `other` to `kept`, keeps one of two ratings, and turns `other` into a
 * tombstone without refs that remembers what a split needs. Returns the new `kept`.
 */
export async function joinFilms(
  commit: Commit,
  kept: FilmRow,
  other: FilmRow,
  { rating = null, keepsAllRefs = false }: JoinOptions = {},
): Promise<FilmRow> {
  // Listed first, because the rows are rewritten below, which is not a change by the user.
  const written = { ratings: commit.listWritten('ratings'), watchlist: commit.listWritten('watchlist') };
  const filmId = kept.id;
  const rows: FilmRowKey[] = [];
  for (const store of filmStores) rows.push(...(await repointRows(commit, store, other.id, filmId)));
  const dropped = [
    ...(await keepOne(commit, 'ratings', {
      ...{ filmId, field: 'value', written: written.ratings, preferred: rating },
    })),
    ...(await keepOne(commit, 'watchlist', {
      ...{ filmId, field: 'addedAt', written: written.watchlist, preferred: null },
    })),
    ...(await keepFirstItems(commit, filmId)),
  ];
  const joined = joinRows(kept, other, keepsAllRefs);
  const changed = new Set(listChangedFields(kept, joined));
  const before = Object.fromEntries(Object.entries(kept).filter(([field]) => changed.has(field)));
  const merged = { into: filmId, refs: other.refs, rows, dropped, before };
  await commit.save('films', { ...other, refs: [], deleted: commit.stamp, merged });
  await commit.save('films', joined);
  return joined;
}
