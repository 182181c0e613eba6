import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { ShelfFinding } from '../reviews/sources/shelf.ts';

/** What can be found again; losing it loses nothing of the user's. */
export const cacheDatabaseName = 'marquee-cache';
/** Grows with a change of the stores, or of what an answer holds. */
const cacheVersion = 1;
/** Answers kept; each is about 1 kB. Beyond it the oldest tenth goes. */
export const maxAnswers = 5000;

interface AnswerRow {
  /** The refs that were looked up, joined. */
  key: string;
  findings: ShelfFinding[];
  /** Which shelves were asked, as `fingerprint` gives them. */
  shelves: string;
  /** Milliseconds since 1970. */
  savedAt: number;
}

interface CacheSchema extends DBSchema {
  answers: { key: string; value: AnswerRow; indexes: { bySavedAt: number } };
}

/** Answers of shelves, kept while the worker comes and goes. Nothing of the user's own is in them. */
export interface AnswerCache {
  /** The kept answers by key; what is missing, or from other shelves, is left out. */
  load: (keys: string[], shelves: string) => Promise<Map<string, ShelfFinding[]>>;
  save: (answers: Map<string, ShelfFinding[]>, shelves: string) => Promise<void>;
}

function open(name: string): Promise<IDBPDatabase<CacheSchema>> {
  return openDB<CacheSchema>(name, cacheVersion, {
    upgrade(db, oldVersion) {
      // A cache is not carried over: what stood in an older one is found again.
      if (oldVersion > 0) for (const store of [...db.objectStoreNames]) db.deleteObjectStore(store);
      db.createObjectStore('answers', { keyPath: 'key' }).createIndex('bySavedAt', 'savedAt');
    },
    blocking: (_version, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

async function dropOldest(db: IDBPDatabase<CacheSchema>): Promise<void> {
  const tx = db.transaction('answers', 'readwrite', { durability: 'relaxed' });
  const count = await tx.store.count();
  const surplus = count > maxAnswers ? count - Math.floor(maxAnswers * 0.9) : 0;
  const oldest = surplus > 0 ? await tx.store.index('bySavedAt').getAllKeys(null, surplus) : [];
  for (const key of oldest) void tx.store.delete(key);
  await tx.done;
}

/** Opens the cache when it is first used, and again after the browser has closed it. Its calls reject where it cannot be had. */
export function createAnswerCache(options: { now: () => number; name?: string }): AnswerCache {
  const { now, name = cacheDatabaseName } = options;
  let opening: Promise<IDBPDatabase<CacheSchema>> | null = null;

  async function use<T>(task: (db: IDBPDatabase<CacheSchema>) => Promise<T>): Promise<T> {
    opening ??= open(name);
    try {
      return await task(await opening);
    } catch (error) {
      opening = null;
      throw error;
    }
  }

  return {
    load: (keys, shelves) =>
      use(async (db) => {
        const { store } = db.transaction('answers');
        const rows = await Promise.all(keys.map((key) => store.get(key)));
        const valid = rows.filter((row) => row !== undefined && row.shelves === shelves);
        return new Map(valid.flatMap((row) => (row ? [[row.key, row.findings]] : [])));
      }),
    save: (answers, shelves) =>
      use(async (db) => {
        const tx = db.transaction('answers', 'readwrite', { durability: 'relaxed' });
        const savedAt = now();
        const puts = [...answers].map(([key, findings]) => tx.store.put({ key, findings, shelves, savedAt }));
        await Promise.all([...puts, tx.done]);
        await dropOldest(db);
      }),
  };
}
