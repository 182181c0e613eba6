import { LogError } from '../errors.ts';

/**
 * The part used of a browser's storage area (`browser.storage.local`), which stores the copy outside the
 * database. One `set` writes all its items or none. Where the browser does not answer in time, calls reject with an error
 * called `TimeoutError`.
 */
export interface LogStorageArea {
  get: (keys: string[]) => Promise<Record<string, unknown>>;
  set: (items: Record<string, unknown>) => Promise<void>;
  remove: (keys: string[]) => Promise<void>;
}

/** Values as read, and the keys whose values the storage area could not give. */
export interface ReadValues {
  found: Record<string, unknown>;
  unreadable: string[];
  /** Whether the storage area did not answer in time. That says nothing about its values. */
  isSlow: boolean;
}

const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError';

async function readSingly(storage: LogStorageArea, keys: string[]): Promise<ReadValues> {
  const read: ReadValues = { found: {}, unreadable: [], isSlow: false };
  for (const [at, key] of keys.entries()) {
    try {
      Object.assign(read.found, await storage.get([key]));
    } catch (error) {
      if (isTimeout(error)) {
        return { found: read.found, unreadable: [...read.unreadable, ...keys.slice(at)], isSlow: true };
      }
      read.unreadable.push(key);
    }
  }
  return read;
}

/**
 * The values of the keys. Chromium rejects a request for many keys if one value is damaged, so they are then read one by
 * one. Never rejects.
 */
export async function readKeys(storage: LogStorageArea, keys: string[]): Promise<ReadValues> {
  try {
    return { found: await storage.get(keys), unreadable: [], isSlow: false };
  } catch (error) {
    if (isTimeout(error)) return { found: {}, unreadable: keys, isSlow: true };
    return readSingly(storage, keys);
  }
}

/**
 * The values of the keys; one that cannot be read is absent. Throws `LogError` `slow` if the storage area does not answer in
 * time, so that slowness never counts as damage.
 */
export async function readValues(storage: LogStorageArea, keys: string[]): Promise<Record<string, unknown>> {
  const { found, isSlow } = await readKeys(storage, keys);
  if (isSlow) throw new LogError('slow', 'The storage area does not answer in time.');
  return found;
}

/** The keys in the storage area. Each begins with the database's name, so that no other data is touched. */
export const storageKeys = {
  integrityMarker: 'marquee-log:canary',
  integrityMarkerCopy: 'marquee-log:canary-copy',
  ring: 'marquee-log:backups',
  ringCopy: 'marquee-log:backups-copy',
  witness: 'marquee-log:witness',
  journal: (sequence: number): string => `marquee-log:journal:${sequence}`,
  backup: (id: string, part: number): string => `marquee-log:backup:${id}:${part}`,
};
