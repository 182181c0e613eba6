// Runs inside a page of the extension: migrates the log to a future version.
import { openDatabase } from '../../lib/watchlog/store/database.ts';
import { migrations } from '../../lib/watchlog/migrations/registry.ts';
import { logStores } from '../../lib/watchlog/store/schema.ts';

const longestHaltMs = 60_000;

/** Blocks the page's thread, as a long step would, until the browser is killed. */
function halt(): never {
  const end = Date.now() + longestHaltMs;
  while (Date.now() < end);
  throw new Error('The browser was not killed.');
}

/**
 * Migrates the log to the version after the current one, which adds a field to every row. After `haltAt` rows it logs
 * `halted` to the console and blocks.
 */
export async function migrateLog({ haltAt }: { haltAt: number | null }): Promise<void> {
  let rows = 0;
  const changeRow = (row: unknown): unknown => {
    rows += 1;
    if (rows === haltAt) {
      console.log('halted');
      halt();
    }
    return { ...(row as object), later: true };
  };
  const next = {
    version: migrations.length + 1,
    changeStores: () => undefined,
    changeRow: Object.fromEntries(logStores.map((store) => [store, changeRow])),
  };
  const { db } = await openDatabase({ migrations: [...migrations, next] });
  db.close();
}
