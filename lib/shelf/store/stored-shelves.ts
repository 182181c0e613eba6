import { openShelf } from '../shelf.ts';
import type { Shelf } from '../types.ts';
import { openShelfDatabase, sweepShelfDatabase, type ShelfRow } from './database.ts';
import { createShardReader } from './shard-reader.ts';

/** The shelves on this machine: the newest data first, so that it is asked first; then by name. */
export async function listStoredShelves(): Promise<ShelfRow[]> {
  const db = await openShelfDatabase();
  const rows = await db.getAll('shelves');
  return rows.sort(
    (a, b) => b.head.asOf.localeCompare(a.head.asOf) || a.head.name.localeCompare(b.head.name),
  );
}

/** Opens an imported shelf by its row. Its look-ups read a shard or two a film, and reject once another build took its place. */
export function openShelfRow({ id, build, head }: ShelfRow): Shelf {
  return openShelf(head, createShardReader(id, build), build);
}

/** Opens a shelf on this machine; null where there is none of that id. */
export async function openStoredShelf(id: string): Promise<Shelf | null> {
  const db = await openShelfDatabase();
  const row = await db.get('shelves', id);
  return row ? openShelfRow(row) : null;
}

/** Removes a shelf, or the unfinished import of one, and all that is kept of it. */
export async function removeStoredShelf(id: string): Promise<void> {
  const db = await openShelfDatabase();
  const tx = db.transaction(['shelves', 'builds'], 'readwrite');
  await Promise.all([tx.objectStore('shelves').delete(id), tx.objectStore('builds').delete(id), tx.done]);
  await sweepShelfDatabase(db);
}
