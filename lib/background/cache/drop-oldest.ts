import type { IndexNames, StoreKey, StoreNames } from 'idb';
import { clockToleranceMs } from '../../dates/stored-time.ts';
import type { CacheDatabase, CacheSchema } from './cache-database.ts';

/** A store whose rows have the time when they were saved, with its index. */
interface AgedStore<S extends StoreNames<CacheSchema>> {
  store: S;
  byAge: IndexNames<CacheSchema, S>;
  /** The most rows that stay. */
  most: number;
  /** The rows that count and may be deleted, by their keys; all if absent. */
  isCounted?: (key: StoreKey<CacheSchema, S>) => boolean;
}

/**
 * If a store has more rows than it may, deletes the oldest until nine tenths of the most are left. Rows from the future go
 * first: a clock was ahead when they were saved, and they would never become the oldest.
 */
export async function dropOldest<S extends StoreNames<CacheSchema>>(
  db: CacheDatabase,
  { store, byAge, most, isCounted }: AgedStore<S>,
  now: number,
): Promise<void> {
  const tx = db.transaction(store, 'readwrite', { durability: 'relaxed' });
  const all = await tx.store.count();
  const count = isCounted && all > most ? (await tx.store.getAllKeys()).filter(isCounted).length : all;
  const surplus = count > most ? count - Math.floor(most * 0.9) : 0;
  if (surplus > 0) {
    const index = tx.store.index(byAge);
    const future = IDBKeyRange.lowerBound(now + clockToleranceMs, true);
    const list = async (range: IDBKeyRange | null, most: number) => {
      if (!isCounted) return index.getAllKeys(range, most);
      return (await index.getAllKeys(range)).filter(isCounted).slice(0, most);
    };
    const first = await list(future, surplus);
    const older = surplus - first.length;
    const rest = older > 0 ? await list(null, older) : [];
    for (const key of [...first, ...rest]) void tx.store.delete(key);
  }
  await tx.done;
}
