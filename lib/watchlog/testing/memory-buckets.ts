import type { StorageBuckets } from '../store/database-location.ts';

/** Storage buckets in memory, each with databases of its own. */
export interface MemoryBuckets extends StorageBuckets {
  factories: Map<string, IDBFactory>;
  /** Called before each bucket is created or deleted; an exception rejects that. */
  beforeChange: () => void | Promise<void>;
}

/** Creates storage buckets in memory. */
export function createMemoryBuckets(): MemoryBuckets {
  const factories = new Map<string, IDBFactory>();
  const buckets: MemoryBuckets = {
    factories,
    beforeChange: () => undefined,
    keys: () => Promise.resolve([...factories.keys()]),
    open: async (name) => {
      const known = factories.get(name);
      if (known !== undefined) return { indexedDB: known };
      await buckets.beforeChange();
      const factory = new IDBFactory();
      factories.set(name, factory);
      return { indexedDB: factory };
    },
    delete: async (name) => {
      await buckets.beforeChange();
      factories.delete(name);
    },
  };
  return buckets;
}
