import type { DBSchema, IDBPDatabase } from 'idb';
import { createConnection } from './connection.ts';

/** The database of IMDb's ratings: a table of its own, which is replaced every week and has nothing of the user's own. */
export const ratingsDatabaseName = 'marquee-ratings';

/** What is known of the stored table. */
export interface RatingsHead {
  /** Differs for every stored table. */
  revision: string;
  /** The number of rated titles. */
  ratings: number;
  /** The number of chunks, and their size in bytes. */
  chunks: number;
  bytes: number;
  /** The day of the file, `YYYY-MM-DD`. */
  asOf: string;
  /** The server's mark of this content; null if it gave none or if the user brought the file. */
  etag: string | null;
  origin: 'download' | 'file';
  /** Milliseconds since 1970. */
  savedAt: number;
}

interface RatingsSchema extends DBSchema {
  heads: { key: 'table'; value: RatingsHead };
  /** By the number of the chunk. */
  chunks: { key: number; value: Uint8Array<ArrayBuffer> };
}
export type RatingsDatabase = IDBPDatabase<RatingsSchema>;

const connection = createConnection<RatingsSchema>(ratingsDatabaseName, (db) => {
  db.createObjectStore('heads');
  db.createObjectStore('chunks');
});

/** Opens the database at the first call, and again after the browser has closed it. Rejects if it cannot be opened. */
export const openRatingsDatabase = (): Promise<RatingsDatabase> => connection.open();

/**
 * Closes the database, so that it can be deleted or reopened.
 * @internal Only tests close it.
 */
export const closeRatingsDatabase = (): Promise<void> => connection.close();
