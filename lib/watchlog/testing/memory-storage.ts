import type { LogStorageArea } from '../store/storage.ts';

/** A storage area in memory, for tests. Clones values, as a browser does. */
export interface MemoryStorage extends LogStorageArea {
  values: Map<string, unknown>;
  /** Called before each change with its number, from 1; an exception rejects the change. */
  beforeChange: (change: number) => void;
}

/** Creates a storage area in memory, empty or with a copy of the given values. */
export function createMemoryStorage(from?: Map<string, unknown>): MemoryStorage {
  let changes = 0;
  const values = new Map<string, unknown>(structuredClone([...(from ?? new Map<string, unknown>())]));
  const storage: MemoryStorage = {
    values,
    beforeChange: () => undefined,
    get: (keys) => {
      const found: Record<string, unknown> = {};
      for (const key of keys) if (values.has(key)) found[key] = structuredClone(values.get(key));
      return Promise.resolve(found);
    },
    set: async (items) => {
      await Promise.resolve();
      storage.beforeChange((changes += 1));
      for (const [key, value] of Object.entries(items)) values.set(key, structuredClone(value));
    },
    remove: async (keys) => {
      await Promise.resolve();
      storage.beforeChange((changes += 1));
      for (const key of keys) values.delete(key);
    },
  };
  return storage;
}
