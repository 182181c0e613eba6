import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { Migration } from './types.ts';

/** The version that the last migration leads to; 0 without migrations. */
export function findNewestVersion(migrations: Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/**
 * Applies every migration after `version` to a row. Throws what the first migration throws that cannot read
 * it.
 */
export function upgradeRow(migrations: Migration[], version: number, store: string, row: unknown): unknown {
  return migrations
    .filter((migration) => migration.version > version)
    .reduce((changed, { changeRow }) => changeRow?.[store]?.(changed) ?? changed, row);
}

/**
 * Upgrades a database from `oldVersion` to the newest version, inside the upgrade transaction, so that all of
 * it happens or nothing. Moves a row that a migration cannot read to the quarantine. Rejects if the browser
 * does.
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
    await changeState(tx, migration);
    for (const [store, changeRow] of Object.entries(migration.changeRow ?? {}))
      if (changeRow !== undefined) await changeRows(tx, { store, changeRow }, now);
  }
}

async function changeState(
  tx: IDBPTransaction<unknown, string[], 'versionchange'>,
  { changeState: change }: Migration,
): Promise<void> {
  if (change === undefined) return;
  const meta = tx.objectStore('meta');
  const state: unknown = await meta.get('state');
  if (typeof state === 'object' && state !== null) await meta.put(change(state));
}

/** Few enough to use little memory, and many enough that the requests take no noticeable time. */
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
    // Sends all writes without waiting for each: a cursor would take ten times as long.
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
