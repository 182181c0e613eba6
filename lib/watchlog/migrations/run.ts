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
    .reduce((changed, { changeRow }) => changeRow?.[store]?.(changed) ?? changed, row);
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
    migration.changeStores(db, tx);
    if (oldVersion === 0) continue;
    for (const [store, changeRow] of Object.entries(migration.changeRow ?? {}))
      if (changeRow !== undefined) await changeRows(tx, { store, changeRow }, now);
  }
}

/** Few enough that they take no room, and many enough that asking for them takes no time. */
const rowsPerStep = 500;

async function changeRows(
  tx: IDBPTransaction<unknown, string[], 'versionchange'>,
  { store: name, changeRow }: { store: string; changeRow: (row: unknown) => unknown },
  now: number,
): Promise<void> {
  const store = tx.objectStore(name);
  for (let keys = await store.getAllKeys(null, rowsPerStep); keys.length > 0;) {
    const range = IDBKeyRange.bound(keys[0], keys.at(-1));
    const rows: unknown[] = await store.getAll(range);
    // One request each, none waited for: a cursor would take ten times as long.
    const writes = rows.map(async (row, at): Promise<unknown> => {
      try {
        return store.put(changeRow(row));
      } catch (error) {
        if (error instanceof DOMException) throw error;
        const put = { store: name, row, reason: String(error), counted: true, foundAt: now };
        return Promise.all([tx.objectStore('quarantine').add(put), store.delete(keys[at] ?? '')]);
      }
    });
    await Promise.all(writes);
    keys = await store.getAllKeys(IDBKeyRange.lowerBound(keys.at(-1), true), rowsPerStep);
  }
}
