import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { BuildState } from '../builder/build-target.ts';
import type { CatalogueHead, CatalogueManifest } from '../types.ts';

/**
 * Catalogues on this machine. A database of its own: `marquee-cache` is emptied when its version grows, and a catalogue of a
 * million films takes minutes to make again. Losing it loses nothing of the user's own.
 */
export const catalogueDatabaseName = 'marquee-shelves';
const version = 1;

/** A catalogue that answers. Its shards stand under its build. */
export interface CatalogueRow {
  id: string;
  /** Names the shards of this content; another build is another content. */
  build: string;
  head: CatalogueHead;
  /** Of the shards that are here. */
  bytes: number;
  /** Milliseconds since 1970. */
  savedAt: number;
  /** Where a published catalogue is from; null for one that is here whole. */
  published: PublishedOrigin | null;
}

/** What is kept of a published catalogue besides the shards that were fetched. */
export interface PublishedOrigin {
  /** The folder's address, with a slash at its end. */
  url: string;
  shards: CatalogueManifest['shards'];
  etag: string | null;
  /** Milliseconds since 1970 when the manifest was last asked for. */
  checkedAt: number;
}

/** A build under way: what it is made of, and how far it has come. */
export interface BuildRow {
  id: string;
  build: string;
  /** Tells whether another import would read the same: kind, files, mapping. */
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
  /** Rows laid aside, by build, partition and number. */
  rows: { key: [build: string, partition: number, number: number]; value: Uint8Array<ArrayBuffer> };
}
export type CatalogueDatabase = IDBPDatabase<CatalogueSchema>;

let opening: Promise<CatalogueDatabase> | null = null;

/** Opens the database when it is first used, and again after the browser has closed it. Rejects where it cannot be had. */
export function openCatalogueDatabase(): Promise<CatalogueDatabase> {
  opening ??= openDB<CatalogueSchema>(catalogueDatabaseName, version, {
    upgrade(db) {
      db.createObjectStore('shelves', { keyPath: 'id' });
      db.createObjectStore('builds', { keyPath: 'id' });
      db.createObjectStore('shards');
      db.createObjectStore('rows');
    },
    blocking: (_version, _blocked, event) => {
      (event.target as IDBDatabase).close();
      opening = null;
    },
    terminated: () => (opening = null),
  });
  opening.catch(() => (opening = null));
  return opening;
}

/**
 * Closes the database, so that it can be deleted or opened again.
 * @internal Only tests close it.
 */
export async function closeCatalogueDatabase(): Promise<void> {
  const db = await opening;
  opening = null;
  db?.close();
}

/**
 * Waits until a transaction has done its requests. Rejects with the transaction's own error, which tells of a full disk
 * where a request only says that it was aborted.
 */
export async function waitForDone(tx: { done: Promise<void> }, requests: Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled([tx.done, ...requests]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/** Every key of a build. */
export function rangeOfBuild(build: string): IDBKeyRange {
  return IDBKeyRange.bound([build], [build, []]);
}

async function listBuilds(db: CatalogueDatabase, store: 'shards' | 'rows'): Promise<string[]> {
  const builds: string[] = [];
  const tx = db.transaction(store);
  // From the first key of each build to behind its last: as many steps as there are builds.
  let cursor = await tx.store.openKeyCursor();
  while (cursor) {
    const [build] = cursor.key;
    builds.push(build);
    cursor = await tx.store.openKeyCursor(IDBKeyRange.lowerBound([build, []], true));
  }
  return builds;
}

/** Drops what belongs to no catalogue and no build: catalogues that were replaced, imports that were dropped. */
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
