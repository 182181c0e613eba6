import { emptyBuild, type BuildPlace, type BuildState } from '../builder/build-target.ts';
import type { CatalogueHead } from '../types.ts';
import {
  openCatalogueDatabase,
  sweepCatalogueDatabase,
  waitForDone,
  type BuildRow,
  type CatalogueDatabase,
} from './database.ts';

/** Shards of a catalogue on this machine are small, for nobody learns which are read: a look-up parses a few kilobytes. */
export const minFilmsPerStoredShard = 12;

/** What a build is made of; equal `source` texts make equal catalogues. */
export type BuildSource = Pick<BuildRow, 'id' | 'source' | 'name' | 'files'>;

/** A build in the database: beside the catalogue it will replace, and kept so that it can go on after the page was closed. */
export interface StoredBuild extends BuildPlace {
  /** How far it had come when it was opened. */
  readonly former: BuildState;
  /** Rows of the source that the next checkpoint covers. */
  rowsRead: number;
  /** Puts the catalogue in the place of the one with its id, in one transaction. */
  publish(head: CatalogueHead): Promise<void>;
}

/** Goes on with the build of the same source, or begins one; a build of another source for the same catalogue is dropped. */
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
  return placeOf(db, row, now);
}

function placeOf(db: CatalogueDatabase, row: BuildRow, now: () => number): StoredBuild {
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

/** Drops an unfinished build and all it laid aside; the catalogue it was to replace stays. */
export async function dropStoredBuild(id: string): Promise<void> {
  const db = await openCatalogueDatabase();
  await db.delete('builds', id);
  await sweepCatalogueDatabase(db);
}

/** The builds that may go on, oldest first. */
export async function listStoredBuilds(): Promise<BuildRow[]> {
  const db = await openCatalogueDatabase();
  const rows = await db.getAll('builds');
  return rows.sort((a, b) => a.startedAt - b.startedAt);
}
