import { openCatalogue } from '../catalogue.ts';
import type { Catalogue } from '../types.ts';
import { openCatalogueDatabase, sweepCatalogueDatabase, type CatalogueRow } from './database.ts';
import { createShardReader } from './shard-reader.ts';

/** The catalogues on this machine: the newest data first, so that it is asked first; then by name. */
export async function listStoredCatalogues(): Promise<CatalogueRow[]> {
  const db = await openCatalogueDatabase();
  const rows = await db.getAll('shelves');
  return rows.sort(
    (a, b) => b.head.asOf.localeCompare(a.head.asOf) || a.head.name.localeCompare(b.head.name),
  );
}

/** Opens an imported catalogue by its row. Its look-ups read a shard or two a film, and reject once another build took its place. */
export function openCatalogueRow({ id, build, head }: CatalogueRow): Catalogue {
  return openCatalogue(head, createShardReader(id, build), build);
}

/** Opens a catalogue on this machine; null where there is none of that id. */
export async function openStoredCatalogue(id: string): Promise<Catalogue | null> {
  const db = await openCatalogueDatabase();
  const row = await db.get('shelves', id);
  return row ? openCatalogueRow(row) : null;
}

/** Removes a catalogue, or the unfinished import of one, and all that is kept of it. */
export async function removeStoredCatalogue(id: string): Promise<void> {
  const db = await openCatalogueDatabase();
  const tx = db.transaction(['shelves', 'builds'], 'readwrite');
  await Promise.all([tx.objectStore('shelves').delete(id), tx.objectStore('builds').delete(id), tx.done]);
  await sweepCatalogueDatabase(db);
}
