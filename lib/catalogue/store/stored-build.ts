import { emptyBuild, type BuildTarget, type BuildState } from '../builder/build-target.ts';
import type { CatalogueHead } from '../types.ts';
import {
  openCatalogueDatabase,
  sweepCatalogueDatabase,
  waitForDone,
  type BuildRow,
  type CatalogueDatabase,
} from './database.ts';

/**
 * Minimum average number of films per shard. Local shards can be small, because reading them reveals nothing: a
 * look-up parses a few kilobytes.
 */
export const minFilmsPerStoredShard = 12;

/** The name of the titles to search beside the shards of a build, which are named by hex digits. */
export const titlesName = 'titles';

/** The source of a build; equal `source` texts give equal catalogues. */
export type BuildSource = Pick<BuildRow, 'id' | 'source' | 'name' | 'files'>;

/**
 * A build in the database. It is separate from the catalogue that it will replace, and can be resumed after the page
 * was closed.
 */
export interface StoredBuild extends BuildTarget {
  /** The state when it was opened. */
  readonly former: BuildState;
  /** The number of rows of the source that the next checkpoint covers. */
  rowsRead: number;
  /** Saves the titles to search, as `formatTitleBlock` returns them. Call it before the first shards of a table. */
  saveTitles(block: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Replaces the catalogue with the same id, in one transaction. */
  publish(head: CatalogueHead): Promise<void>;
}

/**
 * Resumes the build of the same source, or starts one. A build of another source for the same catalogue is discarded.
 */
export async function openStoredBuild(source: BuildSource, now: () => number): Promise<StoredBuild> {
  const db = await openCatalogueDatabase();
  const former = await db.get('builds', source.id);
  const row: BuildRow =
    former?.source === source.source
      ? former
      : {
          ...source,
          build: crypto.randomUUID(),
          state: emptyBuild,
          rowsRead: 0,
          bytes: 0,
          startedAt: now(),
        };
  if (row !== former) await db.put('builds', row);
  await sweepCatalogueDatabase(db);
  return createTarget(db, row, now);
}

function createTarget(db: CatalogueDatabase, row: BuildRow, now: () => number): StoredBuild {
  const { build } = row;
  let current = row;
  let number = Math.max(row.state.seen, 0);

  return {
    former: row.state,
    rowsRead: row.rowsRead,
    async saveRows(chunks, state) {
      current = { ...current, state, rowsRead: this.rowsRead };
      const tx = db.transaction(['builds', 'rows'], 'readwrite', { durability: 'relaxed' });
      number += 1;
      const puts = [...chunks].map(([partition, bytes]) =>
        tx.objectStore('rows').put(bytes, [build, partition, number]),
      );
      await waitForDone(tx, [...puts, tx.objectStore('builds').put(current)]);
    },
    async readRows(partition) {
      return await db.getAll('rows', IDBKeyRange.bound([build, partition], [build, partition, []]));
    },
    async saveShards(shards, state) {
      const bytes = [...shards.values()].reduce((total, shard) => total + shard.byteLength, current.bytes);
      current = { ...current, state, bytes };
      const tx = db.transaction(['builds', 'rows', 'shards'], 'readwrite', { durability: 'relaxed' });
      const puts = [...shards].map(([prefix, shard]) => tx.objectStore('shards').put(shard, [build, prefix]));
      const done = IDBKeyRange.bound([build], [build, state.partitionsDone], false, true);
      await waitForDone(tx, [
        ...puts,
        tx.objectStore('rows').delete(done),
        tx.objectStore('builds').put(current),
      ]);
    },
    async saveTitles(block) {
      current = { ...current, bytes: current.bytes + block.byteLength };
      const tx = db.transaction('shards', 'readwrite', { durability: 'relaxed' });
      await waitForDone(tx, [tx.store.put(block, [build, titlesName])]);
    },
    async publish(head) {
      const tx = db.transaction(['builds', 'shelves'], 'readwrite', { durability: 'strict' });
      const catalogue = { id: row.id, build, head, bytes: current.bytes, savedAt: now(), published: null };
      await waitForDone(tx, [
        tx.objectStore('shelves').put(catalogue),
        tx.objectStore('builds').delete(row.id),
      ]);
      await sweepCatalogueDatabase(db);
    },
  };
}

/** Discards an unfinished build and its data; the catalogue that it would have replaced stays. */
export async function dropStoredBuild(id: string): Promise<void> {
  const db = await openCatalogueDatabase();
  await db.delete('builds', id);
  await sweepCatalogueDatabase(db);
}

/** The builds that can be resumed, oldest first. */
export async function listStoredBuilds(): Promise<BuildRow[]> {
  const db = await openCatalogueDatabase();
  const rows = await db.getAll('builds');
  return rows.sort((a, b) => a.startedAt - b.startedAt);
}
