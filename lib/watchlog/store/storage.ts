/**
 * What is needed of a storage area of the browser (`browser.storage.local`), which keeps the copy beside the database.
 * One `set` writes all its items or none.
 */
export interface LogStorageArea {
  get: (keys: string[]) => Promise<Record<string, unknown>>;
  set: (items: Record<string, unknown>) => Promise<void>;
  remove: (keys: string[]) => Promise<void>;
}

/** The keys in the storage area. Each begins with the database's name, so that nothing else's is touched. */
export const storageKeys = {
  integrityMarker: 'marquee-log:canary',
  ring: 'marquee-log:backups',
  journal: (sequence: number): string => `marquee-log:journal:${sequence}`,
  backup: (id: string, part: number): string => `marquee-log:backup:${id}:${part}`,
};
