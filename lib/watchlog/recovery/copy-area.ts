import { openDB, wrap, type IDBPDatabase } from 'idb';
import { LogError } from '../errors.ts';
import { abortQuietly } from '../store/database.ts';
import type { StorageBuckets } from '../store/database-location.ts';
import { readKeys, storageKeys, type LogStorageArea } from '../store/storage.ts';
import { loadIntegrityMarker } from './integrity-marker.ts';

/** Where the copy of the log is: the extension's storage area, or a second database while that area is broken. */
export interface CopyArea extends LogStorageArea {
  /** Whether the second database is in use. */
  isBroken: () => boolean;
  /**
   * Uses the storage area if anything there can be read, otherwise the second database. What the second database has from a
   * time when the storage area was broken moves to the storage area first; while it cannot be written, the second database
   * stays in use. Never rejects.
   */
  choose: () => Promise<void>;
  /** Uses the second database from now on; returns false if it is in use already. */
  fallBack: () => boolean;
}

/** The second database as a storage area. */
export interface SecondArea extends LogStorageArea {
  listKeys: () => Promise<string[]>;
}

/** The keys that show what the copy contains. */
export const evidenceKeys = [
  storageKeys.integrityMarker,
  storageKeys.integrityMarkerCopy,
  storageKeys.ring,
  storageKeys.ringCopy,
];

const bucketName = 'marquee-log-copy';
const store = 'values';

/** In a bucket, the second database has files of its own, which a fault of the log's files does not reach. */
async function openValues(buckets: StorageBuckets | null, name: string): Promise<IDBPDatabase> {
  if (buckets === null) {
    return openDB(`${name}-copy`, 1, { upgrade: (db) => void db.createObjectStore(store) });
  }
  const { indexedDB: factory } = await buckets.open(bucketName, { durability: 'strict', persisted: true });
  const request = factory.open(`${name}-copy`, 1);
  request.addEventListener('upgradeneeded', () => void request.result.createObjectStore(store));
  const db = await wrap(request);
  if (db === undefined) throw new LogError('unreadable', 'The second copy cannot be opened.');
  return db;
}

async function useValues<T>(
  open: () => Promise<IDBPDatabase>,
  task: (db: IDBPDatabase) => Promise<T>,
): Promise<T> {
  const db = await open();
  try {
    return await task(db);
  } finally {
    db.close();
  }
}

async function readValues(db: IDBPDatabase, keys: string[]): Promise<Record<string, unknown>> {
  const values = await Promise.all(keys.map(async (key) => [key, (await db.get(store, key)) as unknown]));
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as Record<string, unknown>;
}

async function changeValues(
  db: IDBPDatabase,
  change: (values: {
    put: (value: unknown, key: string) => unknown;
    delete: (key: string) => unknown;
  }) => void,
): Promise<void> {
  const tx = db.transaction(store, 'readwrite', { durability: 'strict' });
  try {
    change(tx.store);
  } catch (error) {
    // All values or none.
    abortQuietly(tx);
    throw error;
  }
  await tx.done;
}

/** A storage area in a database of its own. It rejects if the browser cannot open the database. */
export function createDatabaseArea(buckets: StorageBuckets | null, name: string): SecondArea {
  const open = (): Promise<IDBPDatabase> => openValues(buckets, name);
  return {
    get: (keys) => useValues(open, (db) => readValues(db, keys)),
    set: (items) =>
      useValues(open, (db) =>
        changeValues(db, (values) => {
          for (const [key, value] of Object.entries(items)) values.put(value, key);
        }),
      ),
    remove: (keys) =>
      useValues(open, (db) =>
        changeValues(db, (values) => {
          for (const key of keys) values.delete(key);
        }),
      ),
    listKeys: () => useValues(open, async (db) => (await db.getAllKeys(store)) as string[]),
  };
}

/**
 * Whether the second database has commits that the storage area lacks. A copy of another installation's log is never newer.
 */
async function isSecondNewer(first: LogStorageArea, second: LogStorageArea): Promise<boolean> {
  const [own, other] = await Promise.all([loadIntegrityMarker(first), loadIntegrityMarker(second)]);
  if (other === null || own === null) return other !== null;
  return other.installId === own.installId && other.sequence > own.sequence;
}

/** Moves the copy in the second database, if it is the newer one, to the storage area, and removes it. */
async function moveBack(first: LogStorageArea, second: SecondArea): Promise<void> {
  // The witness is in both, copy or no copy.
  const keys = (await second.listKeys()).filter((key) => key !== storageKeys.witness);
  if (keys.length === 0) return;
  if (await isSecondNewer(first, second)) await first.set(await second.get(keys));
  await second.remove(keys);
}

/** Creates the place of the copy from the storage area and from the second database. Begins with the storage area. */
export function createCopyArea(first: LogStorageArea, second: SecondArea): CopyArea {
  let current = first;
  return {
    get: (keys) => current.get(keys),
    set: (items) => current.set(items),
    remove: (keys) => current.remove(keys),
    isBroken: () => current === second,
    choose: async () => {
      const { unreadable } = await readKeys(first, evidenceKeys);
      current = unreadable.length < evidenceKeys.length ? first : second;
      if (current === second) return;
      try {
        await moveBack(first, second);
      } catch {
        // One that does not answer now cannot be written either.
        if (await isSecondNewer(first, second).catch(() => true)) current = second;
      }
    },
    fallBack: () => {
      if (current === second) return false;
      current = second;
      return true;
    },
  };
}
