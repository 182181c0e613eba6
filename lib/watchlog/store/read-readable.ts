import type { IDBPObjectStore } from 'idb';
import { isConnectionLost } from './database.ts';
import { iterateRows } from './iterate-rows.ts';
import type { LogDatabase, LogSchema, RowOf } from './schema.ts';
import type { LogStore } from '../types.ts';

/** The rows of a store that the browser can read. */
export interface ReadableRows<S extends LogStore> {
  rows: RowOf<S>[];
  /** The ids of rows that are there and cannot be read; null for one whose id is not known either. */
  unreadable: (string | null)[];
}

/** Rows requested at once before single ones are. */
const idsPerStep = 200;

/**
 * What a task reads in a transaction of its own, or what `otherwise` gives if the browser cannot read it. Rejects if the
 * connection is lost, which says nothing about the rows.
 */
async function tryToRead<S extends LogStore, T>(
  { db, store }: { db: LogDatabase; store: S },
  task: (source: IDBPObjectStore<LogSchema, [S], S>) => Promise<T>,
  otherwise: () => T | Promise<T>,
): Promise<T> {
  try {
    const tx = db.transaction(store);
    // Whoever waits for the request hears of its error.
    tx.done.catch(() => undefined);
    return await task(tx.store);
  } catch (error) {
    if (isConnectionLost(error)) throw error;
    return await otherwise();
  }
}

/** The ids from one end of a store up to the first that cannot be read. */
async function listIdsFrom(db: LogDatabase, store: LogStore, direction: 'next' | 'prev'): Promise<string[]> {
  const ids: string[] = [];
  const walk = async (source: IDBPObjectStore<LogSchema, [LogStore], LogStore>): Promise<void> => {
    let cursor = await source.openKeyCursor(null, direction);
    for (; cursor !== null; cursor = await cursor.continue()) ids.push(cursor.primaryKey);
  };
  await tryToRead({ db, store }, walk, () => undefined);
  return ids;
}

function listIds(db: LogDatabase, store: LogStore): Promise<string[]> {
  return tryToRead(
    { db, store },
    (source) => source.getAllKeys(),
    async () => {
      const ends = [await listIdsFrom(db, store, 'next'), await listIdsFrom(db, store, 'prev')];
      return [...new Set(ends.flat())].sort();
    },
  );
}

/** Reads the rows of sorted ids one by one. */
async function readSingly<S extends LogStore>(
  db: LogDatabase,
  store: S,
  ids: string[],
): Promise<ReadableRows<S>> {
  const read: ReadableRows<S> = { rows: [], unreadable: [] };
  for (const id of ids) {
    const get = async (source: IDBPObjectStore<LogSchema, [S], S>): Promise<void> => {
      const row: RowOf<S> | undefined = await source.get(id);
      if (row !== undefined) read.rows.push(row);
    };
    await tryToRead({ db, store }, get, () => void read.unreadable.push(id));
  }
  return read;
}

async function readPatiently<S extends LogStore>(db: LogDatabase, store: S): Promise<ReadableRows<S>> {
  const ids = await listIds(db, store);
  const read: ReadableRows<S> = { rows: [], unreadable: [] };
  for (let at = 0; at < ids.length; at += idsPerStep) {
    const some = ids.slice(at, at + idsPerStep);
    const getAll = async (source: IDBPObjectStore<LogSchema, [S], S>): Promise<ReadableRows<S>> => {
      const rows: RowOf<S>[] = await source.getAll(IDBKeyRange.bound(some[0], some.at(-1)));
      return { rows, unreadable: [] };
    };
    const { rows, unreadable } = await tryToRead({ db, store }, getAll, () => readSingly(db, store, some));
    read.rows.push(...rows);
    read.unreadable.push(...unreadable);
  }
  const count = await tryToRead(
    { db, store },
    (source) => source.count(),
    () => 0,
  );
  const unknown = Math.max(0, count - ids.length);
  read.unreadable.push(...Array.from({ length: unknown }, () => null));
  return read;
}

/**
 * Every row of a store that can be read, in the order of ids. One row that the browser cannot read makes requests for many
 * rows fail, and ends their transaction, so rows are then read in smaller steps and at last one by one, each in a
 * transaction of its own. Rejects only if the connection is lost.
 */
export function readReadable<S extends LogStore>(db: LogDatabase, store: S): Promise<ReadableRows<S>> {
  const readAll = async (source: IDBPObjectStore<LogSchema, [S], S>): Promise<ReadableRows<S>> => {
    const rows: RowOf<S>[] = [];
    await iterateRows<RowOf<S>>(source, {}, (row) => rows.push(row));
    return { rows, unreadable: [] };
  };
  return tryToRead({ db, store }, readAll, () => readPatiently(db, store));
}
