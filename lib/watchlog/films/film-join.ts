import type { Commit } from '../store/commit.ts';
import { listChangedFields } from '../store/stamp-row.ts';
import { fillFilmRow } from './film-match.ts';
import { orderStamps } from '../store/hybrid-clock.ts';
import { findNewestOwnStamp } from '../store/merge.ts';
import { filmStores, type RowOf } from '../store/schema.ts';
import { addTags } from '../../text/tags.ts';
import { limits } from '../../text/log-limits.ts';
import type { FilmRow, FilmRowKey, ListItemRow, LogStore, Stamp } from '../types.ts';

type FilmStore = (typeof filmStores)[number];

/** Moves the rows of a film to another. Returns which they were. */
export async function moveRows<S extends FilmStore>(
  commit: Commit,
  store: S,
  from: string,
  to: string,
): Promise<FilmRowKey[]> {
  const rows = await commit.tx.objectStore(store).index('byFilm').getAll(IDBKeyRange.only(from));
  for (const row of rows) await commit.derive(store, { ...row, filmId: to });
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
 * Deletes a row in favour of another. The deletion is no later than what it was decided on, so that a change of the row that
 * was made meanwhile on another device revives it, and is compared again.
 */
export async function dropRow<S extends Exclude<LogStore, 'films' | 'imports'>>(
  commit: Commit,
  store: S,
  row: RowOf<S>,
  decidedOn: Stamp | undefined,
): Promise<void> {
  const stamps = [decidedOn, findNewestOwnStamp(row)].filter((one) => one !== undefined);
  const [deletion] = stamps.sort((a, b) => orderStamps(b, a));
  // Without one, or where it is not later than the row's revival, the first stamp after that.
  const isLater = orderStamps(deletion, row.stamps.deleted) > 0;
  await commit.derive(store, { ...row, deleted: commit.stamp }, isLater ? deletion : undefined);
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
  const [kept, ...others] = live.sort(
    (a, b) =>
      Number(b.id === preferred) - Number(a.id === preferred) ||
      orderStamps(changedAt(b), changedAt(a)) ||
      written.indexOf(b.id) - written.indexOf(a.id) ||
      (a.id < b.id ? -1 : 1),
  );
  for (const row of others) await dropRow(commit, store, row, kept && changedAt(kept));
  return others.map(({ id }) => ({ store, id }));
}

/** Keeps one live item of a film in each list: the one that was added first. Returns the others. */
async function keepFirstItems(commit: Commit, filmId: string): Promise<FilmRowKey[]> {
  const rows = await commit.tx.objectStore('listItems').index('byFilm').getAll(filmId);
  const kept = new Map<string, ListItemRow>();
  const others: FilmRowKey[] = [];
  for (const row of rows.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (row.deleted !== null) continue;
    const first = kept.get(row.listId);
    if (first === undefined) {
      kept.set(row.listId, row);
      continue;
    }
    await dropRow(commit, 'listItems', row, first.stamps.deleted);
    others.push({ store: 'listItems', id: row.id });
  }
  return others;
}

/**
 * Keeps one rating, one watchlist row and one item in each list for a film that another copy of the log has given more:
 * the later rating, the row that was added last, the item that was added first. Every copy chooses the same.
 */
export async function keepOneOfEach(commit: Commit, filmId: string): Promise<void> {
  const none = { written: [], preferred: null };
  await keepOne(commit, 'ratings', { filmId, field: 'value', ...none });
  await keepOne(commit, 'watchlist', { filmId, field: 'addedAt', ...none });
  await keepFirstItems(commit, filmId);
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
  for (const store of filmStores) rows.push(...(await moveRows(commit, store, other.id, filmId)));
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
  const changed = listChangedFields(kept, joined);
  const before = Object.fromEntries(Object.entries(kept).filter(([field]) => changed.includes(field)));
  await commit.derive('films', joined);
  const { stamps: given = {} } = (await commit.find('films', filmId)) ?? {};
  const stamps = Object.fromEntries(Object.entries(given).filter(([field]) => changed.includes(field)));
  const merged = { into: filmId, refs: other.refs, rows, dropped, before, stamps };
  await commit.save('films', { ...other, refs: [], deleted: commit.stamp, merged });
  return joined;
}
