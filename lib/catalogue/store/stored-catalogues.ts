import { openCatalogue } from '../catalogue.ts';
import { CatalogueError } from '../errors.ts';
import { takeBestKnown } from '../search/film-titles.ts';
import { parseTitleBlock } from '../search/title-block.ts';
import type { Catalogue } from '../types.ts';
import { openCatalogueDatabase, sweepCatalogueDatabase, type CatalogueRow } from './database.ts';
import { createShardReader } from './shard-reader.ts';
import { titlesName } from './stored-build.ts';

/** The stored catalogues in the order of look-ups: newest data first, then by name. */
export async function listStoredCatalogues(): Promise<CatalogueRow[]> {
  const db = await openCatalogueDatabase();
  const rows = await db.getAll('shelves');
  return rows.sort(
    (a, b) => b.head.asOf.localeCompare(a.head.asOf) || a.head.name.localeCompare(b.head.name),
  );
}

/**
 * Opens an imported catalogue by its row. A look-up reads one or two shards per film, and rejects if another build has
 * replaced it.
 */
export function openCatalogueRow({ id, build, head }: CatalogueRow): Catalogue {
  const readStored = createShardReader(id, build);
  return {
    ...openCatalogue(head, readStored, build),
    // A catalogue that was imported before titles were kept has none until it is imported again.
    async readTitles({ most = Infinity } = {}) {
      const block = await readStored(titlesName);
      if (block === null) return null;
      const titles = parseTitleBlock(block);
      if (titles === null) throw new CatalogueError('bad-shard', `the titles of ${id} are damaged`);
      return takeBestKnown(titles, most);
    },
  };
}

/** Opens a stored catalogue; null if there is none with that id. */
export async function openStoredCatalogue(id: string): Promise<Catalogue | null> {
  const db = await openCatalogueDatabase();
  const row = await db.get('shelves', id);
  return row ? openCatalogueRow(row) : null;
}

/** Removes a catalogue or its unfinished import, with all its data. */
export async function removeStoredCatalogue(id: string): Promise<void> {
  const db = await openCatalogueDatabase();
  const tx = db.transaction(['shelves', 'builds'], 'readwrite');
  await Promise.all([tx.objectStore('shelves').delete(id), tx.objectStore('builds').delete(id), tx.done]);
  await sweepCatalogueDatabase(db);
}
