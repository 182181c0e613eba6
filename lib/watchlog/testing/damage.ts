import { vi } from 'vitest';
import { findPlace, type StorageBuckets } from '../store/database-location.ts';
import { logStores } from '../store/schema.ts';
import type { LogStore } from '../types.ts';
import type { MemoryStorage } from './memory-storage.ts';

/** Changes the current database of a log without the log, as damage to the browser's files does. */
export async function changeDatabase(
  { name, buckets = null }: { name: string; buckets?: StorageBuckets | null },
  change: (tx: IDBTransaction, stores: string[]) => void,
): Promise<void> {
  const place = await findPlace(buckets, name);
  const stores = [...logStores, 'meta'];
  await new Promise<void>((resolve, reject) => {
    const request = place.factory.open(place.name);
    request.addEventListener('error', () => reject(new Error(String(request.error))));
    request.addEventListener('success', () => {
      const db = request.result;
      const tx = db.transaction(stores, 'readwrite');
      change(tx, stores);
      tx.addEventListener('complete', () => resolve(db.close()));
    });
  });
}

/** Removes every row and the state from a log's database. */
export function wipeDatabase(name: string): Promise<void> {
  return changeDatabase({ name }, (tx, stores) => {
    for (const store of stores) tx.objectStore(store).clear();
  });
}

/** What of fake-indexeddb makes a request fail as in a browser: with an error that ends its transaction. */
interface FailingTransaction {
  _execRequestAsync: (request: { source: IDBObjectStore; operation: () => never }) => IDBRequest;
}

function failToRead(): never {
  throw new DOMException('Failed to read large IndexedDB value', 'DataError');
}

function isInRange(query: unknown, id: string): boolean {
  if (query instanceof IDBKeyRange) return query.includes(id);
  return query === undefined || query === null || query === id;
}

/** Rows that cannot be read. */
interface DamagedRows {
  database: string;
  ids: Partial<Record<LogStore, string[]>>;
  /** Whether their ids cannot be read either. */
  hasKeyDamage?: boolean;
}

/**
 * Makes every request that covers one of the rows fail, as a browser does for a row whose file is damaged, until
 * `vi.restoreAllMocks`. Call it once.
 */
export function damageRows({ database, ids, hasKeyDamage = false }: DamagedRows): void {
  const listDamaged = ({ name, transaction }: IDBObjectStore): string[] =>
    transaction.db.name === database ? (ids[name as LogStore] ?? []) : [];
  const names = hasKeyDamage ? (['get', 'getAll', 'getAllKeys'] as const) : (['get', 'getAll'] as const);
  for (const name of names) {
    const real = Reflect.get(IDBObjectStore.prototype, name) as (...given: unknown[]) => IDBRequest;
    const replace = function (this: IDBObjectStore, ...given: unknown[]): IDBRequest {
      if (!listDamaged(this).some((id) => isInRange(given[0], id))) return real.apply(this, given);
      const transaction = this.transaction as unknown as FailingTransaction;
      return transaction._execRequestAsync({ source: this, operation: failToRead });
    };
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(replace as never);
  }
  if (!hasKeyDamage) return;
  const cursor = IDBCursor.prototype as unknown as { _iterate: (...given: unknown[]) => IDBCursor | null };
  const iterate = cursor._iterate;
  vi.spyOn(cursor, '_iterate').mockImplementation(function (this: IDBCursor, ...given) {
    const found = iterate.apply(this as never, given);
    const isHit =
      this.source instanceof IDBObjectStore &&
      listDamaged(this.source).some((id) => id === found?.primaryKey);
    return isHit ? failToRead() : found;
  });
}

/** Makes every read that asks for one of the keys reject, as Chromium does for a damaged value. */
export function makeUnreadable(storage: MemoryStorage, isDamaged: (key: string) => boolean): void {
  const { get } = storage;
  storage.get = (keys) => (keys.some(isDamaged) ? Promise.reject(new Error('Corruption')) : get(keys));
}
