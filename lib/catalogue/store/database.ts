import type { DBSchema, IDBPDatabase } from 'idb';
import type { BuildState } from '../builder/build-target.ts';
import type { CatalogueHead, CatalogueManifest } from '../types.ts';
import { createConnection } from '../imdb-ratings/connection.ts';

/**
 * The database of the stored catalogues. It is separate from `marquee-cache`, which the user can clear,
 * because a catalogue of a million films takes minutes to rebuild. It contains none of the user's own data.
 */
export const catalogueDatabaseName = 'marquee-shelves';

/** A complete catalogue. Its shards are stored under its build. */
export interface CatalogueRow {
  id: string;
  /** The build whose shards belong to this catalogue; each new content has a new build. */
  build: string;
  head: CatalogueHead;
  /** Size of the stored shards. */
  bytes: number;
  /** Milliseconds since 1970. */
  savedAt: number;
  /** The origin of a published catalogue; null for an imported one. */
  published: PublishedOrigin | null;
}

/** The stored data of a published catalogue besides its fetched shards. */
export interface PublishedOrigin {
  /** The folder's address, with a trailing slash. */
  url: string;
  shards: CatalogueManifest['shards'];
  etag: string | null;
  /** Time of the last request of the manifest, in milliseconds since 1970. */
  checkedAt: number;
  /** Whether a fetched shard had too few titles: no other is ever fetched. */
  isRevealing?: boolean;
}

/** An unfinished build: its source and its progress. */
export interface BuildRow {
  id: string;
  build: string;
  /** Equal for imports of the same data: kind, files, mapping. */
  source: string;
  name: string;
  files: { name: string; size: number; lastModified: number }[];
  state: BuildState;
  rowsRead: number;
  bytes: number;
  /** Milliseconds since 1970. */
  startedAt: number;
}

interface CatalogueSchema extends DBSchema {
  shelves: { key: string; value: CatalogueRow };
  builds: { key: string; value: BuildRow };
  /** By build and prefix (of a published catalogue: prefix and content hash). */
  shards: { key: [build: string, name: string]; value: Uint8Array<ArrayBuffer> };
  /** Saved rows, by build, partition and number. */
  rows: { key: [build: string, partition: number, number: number]; value: Uint8Array<ArrayBuffer> };
}
export type CatalogueDatabase = IDBPDatabase<CatalogueSchema>;

const connection = createConnection<CatalogueSchema>(catalogueDatabaseName, (db) => {
  db.createObjectStore('shelves', { keyPath: 'id' });
  db.createObjectStore('builds', { keyPath: 'id' });
  db.createObjectStore('shards');
  db.createObjectStore('rows');
});

/** Opens the database at the first call, and again after the browser has closed it. Rejects if it cannot be opened. */
export const openCatalogueDatabase = (): Promise<CatalogueDatabase> => connection.open();

/**
 * Closes the database, so that it can be deleted or reopened.
 * @internal Only tests close it.
 */
export const closeCatalogueDatabase = (): Promise<void> => connection.close();

/**
 * Waits for a transaction and its requests. Rejects with the transaction's own error, which reports a full disk; a
 * request only reports that it was aborted.
 */
export async function waitForDone(tx: { done: Promise<void> }, requests: Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled([tx.done, ...requests]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/** The range of all keys of a build. */
export function rangeOfBuild(build: string): IDBKeyRange {
  return IDBKeyRange.bound([build], [build, []]);
}

async function listBuilds(db: CatalogueDatabase, store: 'shards' | 'rows'): Promise<string[]> {
  const builds: string[] = [];
  const tx = db.transaction(store);
  // Jumps from each build to the next: as many steps as there are builds.
  let cursor = await tx.store.openKeyCursor();
  while (cursor) {
    const [build] = cursor.key;
    builds.push(build);
    cursor = await tx.store.openKeyCursor(IDBKeyRange.lowerBound([build, []], true));
  }
  return builds;
}

/** Deletes shards and rows without a catalogue or build: those of replaced catalogues and of discarded imports. */
export async function sweepCatalogueDatabase(db: CatalogueDatabase): Promise<void> {
  const found = { shards: await listBuilds(db, 'shards'), rows: await listBuilds(db, 'rows') };
  const tx = db.transaction(['shelves', 'builds', 'shards', 'rows'], 'readwrite', { durability: 'relaxed' });
  const [catalogues, builds] = await Promise.all([
    tx.objectStore('shelves').getAll(),
    tx.objectStore('builds').getAll(),
  ]);
  const live = new Set([...catalogues, ...builds].map(({ build }) => build));
  const unfinished = new Set(builds.map(({ build }) => build));
  for (const build of found.shards)
    if (!live.has(build)) void tx.objectStore('shards').delete(rangeOfBuild(build));
  for (const build of found.rows)
    if (!unfinished.has(build)) void tx.objectStore('rows').delete(rangeOfBuild(build));
  await tx.done;
}
