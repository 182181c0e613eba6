import { dropRow } from '../films/film-join.ts';
import { settleFilms } from '../films/settle-films.ts';
import type { Command, Commit } from '../store/commit.ts';
import { orderStamps } from '../store/hybrid-clock.ts';
import { mergeRows } from '../store/merge.ts';
import { createRowLists, logStores, type LogDatabase, type RowLists, type RowOf } from '../store/schema.ts';
import { settleImports } from './settle-imports.ts';
import type { LogStore, Stamp } from '../types.ts';

/** What becomes of rows that another copy of the log has deleted, and that are live here. */
export type DeletedElsewhere = 'deleted' | 'kept';

/** How rows of another copy are merged. */
export interface MergeOptions {
  /** Receives the rows whose film or list is not in this log yet; without it they are written like all others. */
  waiting?: RowLists;
  deletions?: DeletedElsewhere;
}

/** The stores whose rows a user misses if they vanish. */
const missedStores = ['ratings', 'entries', 'watchlist', 'keptReviews', 'lists', 'listItems'] as const;

/** Whether a row refers to a film or a list that is neither in the log nor among the rows that come. */
async function isDangling(commit: Commit, row: RowOf<LogStore>, rows: RowLists): Promise<boolean> {
  const lacks = async (store: 'films' | 'lists', id: string): Promise<boolean> =>
    (await commit.find(store, id)) === null && !rows[store].some((other) => other.id === id);
  if ('merged' in row && row.merged && (await lacks('films', row.merged.into))) return true;
  if ('filmId' in row && row.filmId !== null && (await lacks('films', row.filmId))) return true;
  return 'listId' in row && (await lacks('lists', row.listId));
}

/** Keeps a row that another device has deleted. What was emptied there is as it is here. */
async function keepRow<S extends LogStore>(
  commit: Commit,
  store: S,
  mine: RowOf<S>,
  merged: RowOf<S>,
): Promise<void> {
  await commit.save(store, { ...(merged.purged ? mine : merged), deleted: null });
}

async function mergeStore<S extends LogStore>(
  commit: Commit,
  store: S,
  rows: RowLists,
  { waiting, deletions = 'deleted' }: MergeOptions,
): Promise<RowOf<S>[]> {
  // Requests all rows at once, and the films that they are about; the loop below then finds them cached.
  const films = new Set(
    rows[store].flatMap((row) => ('filmId' in row && row.filmId !== null ? [row.filmId] : [])),
  );
  await Promise.all([
    ...rows[store].map(({ id }) => commit.find(store, id)),
    ...[...films].map((id) => commit.find('films', id)),
  ]);
  const written: RowOf<S>[] = [];
  for (const row of rows[store]) {
    if (waiting !== undefined && (await isDangling(commit, row, rows))) {
      waiting[store].push(row);
      continue;
    }
    const mine = await commit.find(store, row.id);
    const merged = mine === null ? row : mergeRows<S>(mine, row);
    await commit.merge(store, merged);
    const isMissed =
      mine?.deleted === null && merged.deleted !== null && missedStores.some((one) => one === store);
    if (isMissed && deletions === 'kept') await keepRow<S>(commit, store, mine, merged);
    written.push(row);
  }
  return written;
}

/** Keeps one of several live rows with one key: the one that was changed last, or of these the oldest. */
async function keepUnique<S extends 'corrections' | 'keptReviews' | 'followedSites'>(
  commit: Commit,
  store: S,
  rows: RowOf<S>[],
  field: string,
): Promise<void> {
  const changedAt = (row: { stamps: Record<string, Stamp> }): Stamp | undefined => row.stamps[field];
  const [kept, ...others] = rows
    .filter(({ deleted }) => deleted === null)
    .sort((a, b) => orderStamps(changedAt(b), changedAt(a)) || (a.id < b.id ? -1 : 1));
  for (const row of others) await dropRow(commit, store, row, kept && changedAt(kept));
}

async function settleUnique(commit: Commit, rows: RowLists): Promise<void> {
  for (const { key } of rows.corrections) {
    const same = await commit.tx.objectStore('corrections').index('byKey').getAll(key);
    await keepUnique(commit, 'corrections', same, 'filmId');
  }
  for (const { url } of rows.keptReviews) {
    const same = await commit.tx.objectStore('keptReviews').index('byUrl').getAll(url);
    await keepUnique(commit, 'keptReviews', same, 'review');
  }
  for (const { url } of rows.followedSites) {
    const same = await commit.tx.objectStore('followedSites').index('byUrl').getAll(url);
    await keepUnique(commit, 'followedSites', same, 'url');
  }
}

/** The films of rows: those that came themselves, and those of which other rows came. */
function listFilms(rows: RowLists): { changed: Set<string>; touched: Set<string> } {
  const { films, ...others } = rows;
  const ids = Object.values(others).flatMap((list) =>
    list.flatMap((row) => ('filmId' in row && row.filmId !== null ? [row.filmId] : [])),
  );
  return { changed: new Set(films.map(({ id }) => id)), touched: new Set(ids) };
}

/**
 * Merges rows of another copy of the log, field by field, and settles what holds between rows. Rows whose film or list is not
 * here yet are left to `waiting`. Throws what writing throws.
 */
export async function mergeIn(commit: Commit, rows: RowLists, options: MergeOptions = {}): Promise<void> {
  const written = createRowLists();
  const write = async <S extends LogStore>(store: S): Promise<void> => {
    const done: RowOf<S>[] = await mergeStore(commit, store, rows, options);
    const list: RowOf<S>[] = written[store];
    list.push(...done);
  };
  // Lists come before the rows that refer to them, and films before all others.
  for (const store of logStores) await write(store);
  await settleImports(commit, written);
  await settleFilms(commit, listFilms(written));
  await settleUnique(commit, written);
}

/** Writes rows of another copy of the log in one commit, as `mergeIn` does. */
export function receiveRows(rows: RowLists, options?: MergeOptions): Command {
  return async (commit) => {
    await mergeIn(commit, rows, options);
    return null;
  };
}

/** The rows that the user would miss, are live here, and would be deleted by rows of another copy: "store id" of each. */
export async function listVanishing(db: LogDatabase, rows: RowLists): Promise<string[]> {
  const tx = db.transaction([...missedStores]);
  const list = async <S extends (typeof missedStores)[number]>(store: S): Promise<string[]> => {
    const gone = rows[store].filter(({ deleted }) => deleted !== null);
    const mine = await Promise.all(gone.map(({ id }) => tx.objectStore(store).get(id)));
    const vanish = gone.filter((row, at) => {
      const here = mine[at];
      return here?.deleted === null && mergeRows<S>(here, row).deleted !== null;
    });
    return vanish.map(({ id }) => `${store} ${id}`);
  };
  const lists = await Promise.all(missedStores.map((store) => list(store)));
  return lists.flat();
}

/** How many rows the log has that the user would miss. */
export async function countMissed(db: LogDatabase): Promise<number> {
  const state = await db.get('meta', 'state');
  return missedStores.reduce((sum, store) => sum + (state?.counts[store].live ?? 0), 0);
}
