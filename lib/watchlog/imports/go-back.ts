import type { RestoreMode, RestorePreview, RestoreSample } from '../commands/edit-types.ts';
import type { Command, Commit } from '../store/commit.ts';
import { listChangedFields } from '../store/stamp-row.ts';
import { commitChunk } from './imports.ts';
import {
  logStores,
  mapStores,
  type LogDatabase,
  type LogTransaction,
  type RowLists,
  type RowOf,
} from '../store/schema.ts';
import { readAllRows } from '../store/read-all-rows.ts';
import type { LogStore } from '../types.ts';

/** The most changes of each kind that a preview names. */
const maxSamples = 5;

/** A row as it is now (null: not in the log) and as it was in the backup (null: not there, or deleted). */
interface Difference<S extends LogStore> {
  now: RowOf<S> | null;
  then: RowOf<S> | null;
  kind: RestoreSample['kind'];
}

type Differences = { [S in LogStore]: Difference<S>[] };

/** The record of past imports is no part of what is restored: it must stay possible to undo them. */
const restoredStores = logStores.filter((store) => store !== 'imports');

function compareRow<S extends LogStore>(now: RowOf<S> | null, then: RowOf<S> | null): Difference<S>[] {
  const isLive = now !== null && now.deleted === null;
  if (then === null) return isLive ? [{ now, then, kind: 'removed' }] : [];
  if (!isLive) return [{ now, then, kind: 'added' }];
  return listChangedFields(now, then).length === 0 ? [] : [{ now, then, kind: 'changed' }];
}

function compareStore<S extends LogStore>(now: RowOf<S>[], then: RowOf<S>[]): Difference<S>[] {
  const former = new Map(then.filter(({ deleted }) => deleted === null).map((row) => [row.id, row]));
  const known = new Set(now.map(({ id }) => id));
  return [
    ...now.flatMap((row) => compareRow<S>(row, former.get(row.id) ?? null)),
    ...[...former.values()].filter(({ id }) => !known.has(id)).flatMap((row) => compareRow<S>(null, row)),
  ];
}

function compareLogs(now: RowLists, then: RowLists, mode: RestoreMode): Differences {
  const compare = <S extends LogStore>(store: S): Difference<S>[] => {
    if (store === 'imports') return [];
    const all = compareStore<S>(now[store], then[store]);
    return mode === 'back' ? all : all.filter(({ kind }) => kind === 'added');
  };
  // Each list has the differences of its own store.
  return mapStores(compare) as Differences;
}

function listSamples(differences: Differences, now: RowLists, then: RowLists): RestoreSample[] {
  const films = new Map([...then.films, ...now.films].map((film) => [film.id, film]));
  const left = { added: maxSamples, changed: maxSamples, removed: maxSamples };
  return (['entries', 'ratings', 'watchlist'] as const).flatMap((store) =>
    differences[store].flatMap(({ kind, now: mine, then: theirs }) => {
      const film = films.get((theirs ?? mine)?.filmId ?? '');
      if (film === undefined || left[kind] === 0) return [];
      left[kind] -= 1;
      return [{ kind, store, title: film.title, year: film.year }];
    }),
  );
}

/** What going back to the rows of a backup would change; writes nothing. */
export async function previewGoBack(db: LogDatabase, then: RowLists): Promise<RestorePreview> {
  const now = await readAllRows(db);
  const differences = compareLogs(now, then, 'back');
  const countKind = (store: LogStore, wanted: RestoreSample['kind']): number =>
    differences[store].filter(({ kind }) => kind === wanted).length;
  const counts = restoredStores
    .map((store) => ({
      store,
      added: countKind(store, 'added'),
      changed: countKind(store, 'changed'),
      removed: countKind(store, 'removed'),
    }))
    .filter(({ added, changed, removed }) => added + changed + removed > 0);
  return { counts, samples: listSamples(differences, now, then) };
}

async function readNow(tx: LogTransaction): Promise<RowLists> {
  const read = async <S extends LogStore>(store: S): Promise<[S, RowOf<S>[]]> => [
    store,
    await tx.objectStore(store).getAll(),
  ];
  // Each list has the rows of its own store.
  return Object.fromEntries(await Promise.all(logStores.map((store) => read(store)))) as unknown as RowLists;
}

async function saveStore<S extends LogStore>(
  commit: Commit,
  store: S,
  differences: Difference<S>[],
): Promise<void> {
  // Requests all rows at once; the loop below then finds them cached.
  await Promise.all(differences.flatMap(({ now }) => (now === null ? [] : commit.find(store, now.id))));
  for (const { now, then } of differences) {
    if (then !== null) await commit.save(store, then);
    else if (now !== null) await commit.save(store, { ...now, deleted: commit.stamp });
  }
}

/** What identifies a restore for its undo, and what the list of imports shows of it. */
export interface RestoreInfo {
  id: string;
  name: string;
}

/**
 * Makes the log what it was in a backup (`back`), or brings back what is not in it any more (`missing`), in one commit. It
 * is recorded as an import, so that `undoImport` undoes it. Does nothing if nothing differs.
 */
export function goBack({ id, name }: RestoreInfo, then: RowLists, mode: RestoreMode): Command {
  return async (commit) => {
    const differences = compareLogs(await readNow(commit.tx), then, mode);
    const total = restoredStores.reduce((sum, store) => sum + differences[store].length, 0);
    if (total === 0) return null;
    const save = <S extends LogStore>(own: Commit, store: S): Promise<void> =>
      saveStore<S>(own, store, differences[store]);
    const info = { id, fileNames: [name], format: 'backup', total };
    return commitChunk(info, 0, total, async (own) => {
      for (const store of restoredStores) await save(own, store);
    })(commit);
  };
}
