/**
 * The part used of a browser's storage area (`browser.storage.local`), which stores the copy outside the
 * database. One `set` writes all its items or none.
 */
export interface LogStorageArea {
  get: (keys: string[]) => Promise<Record<string, unknown>>;
  set: (items: Record<string, unknown>) => Promise<void>;
  remove: (keys: string[]) => Promise<void>;
}

/** The keys in the storage area. Each begins with the database's name, so that no other data is touched. */
export const storageKeys = {
  integrityMarker: 'marquee-log:canary',
  ring: 'marquee-log:backups',
  journal: (sequence: number): string => `marquee-log:journal:${sequence}`,
  backup: (id: string, part: number): string => `marquee-log:backup:${id}:${part}`,
};
