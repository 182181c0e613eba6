import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { Migration } from './types.ts';

/** The version that the last of the migrations leads to. */
export function findNewestVersion(migrations: Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/** A row through every migration after `version`; throws what the first that cannot read it throws. */
export function upgradeRow(migrations: Migration[], version: number, store: string, row: unknown): unknown {
  return migrations
    .filter((migration) => migration.version > version)
    .reduce((changed, migration) => migration.changeRow?.(store, changed) ?? changed, row);
}

/**
 * Takes a database from `oldVersion` to the newest, inside the upgrade's transaction: either all of it happens or
 * none. A row that a migration cannot read is moved into the quarantine. Rejects where the browser does.
 */
export async function runMigrations(
  db: IDBPDatabase,
  tx: IDBPTransaction<unknown, string[], 'versionchange'>,
  migrations: Migration[],
  oldVersion: number,
  now: number,
): Promise<void> {
  for (const migration of migrations) {
    if (migration.version <= oldVersion) continue;
    const stores = [...db.objectStoreNames].filter((store) => store !== 'meta' && store !== 'quarantine');
    migration.changeStores(db, tx);
    if (migration.changeRow === undefined || oldVersion === 0) continue;
    for (const store of stores) await changeRows(tx, store, migration.changeRow, now);
  }
}

async function changeRows(
  tx: IDBPTransaction<unknown, string[], 'versionchange'>,
  store: string,
  changeRow: NonNullable<Migration['changeRow']>,
  now: number,
): Promise<void> {
  let cursor = await tx.objectStore(store).openCursor();
  while (cursor !== null) {
    const row: unknown = cursor.value;
    try {
      await cursor.update(changeRow(store, row));
    } catch (error) {
      if (error instanceof DOMException) throw error;
      await tx
        .objectStore('quarantine')
        .add({ store, row, reason: String(error), counted: true, foundAt: now });
      await cursor.delete();
    }
    cursor = await cursor.continue();
  }
}
