import { CatalogueError } from '../errors.ts';
import { openCatalogueDatabase } from './database.ts';

/**
 * Reads a shard of a build by its name; null if it is not stored. Rejects if the catalogue has been replaced or
 * removed.
 */
export type ReadStoredShard = (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;

type Waiting = {
  name: string;
  resolve: (bytes: Uint8Array<ArrayBuffer> | null) => void;
  reject: (error: unknown) => void;
};

async function readAll(id: string, build: string, waiting: Waiting[]): Promise<void> {
  const db = await openCatalogueDatabase();
  const tx = db.transaction(['shelves', 'shards']);
  const shards = tx.objectStore('shards');
  const [row, ...found] = await Promise.all([
    tx.objectStore('shelves').get(id),
    ...waiting.map(({ name }) => shards.get([build, name])),
  ]);
  // Without this check, a catalogue that was removed during a look-up would seem to have no such film.
  if (row?.build !== build) throw new CatalogueError('missing', `the catalogue ${id} was replaced`);
  for (const [at, { resolve }] of waiting.entries()) resolve(found[at] ?? null);
}

/**
 * Creates a reader of shards. Simultaneous reads share a transaction: a look-up of 250 films reads about 500 shards at
 * once.
 */
export function createShardReader(id: string, build: string): ReadStoredShard {
  let waiting: Waiting[] = [];

  function readWaiting(): void {
    const batch = waiting;
    waiting = [];
    readAll(id, build, batch).catch((error: unknown) => {
      for (const { reject } of batch) reject(error);
    });
  }

  return (name) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ name, resolve, reject }) === 1) queueMicrotask(readWaiting);
    });
}
