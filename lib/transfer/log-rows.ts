import { migrations } from '../watchlog/migrations/registry.ts';
import { findNewestVersion, upgradeRow } from '../watchlog/migrations/run.ts';
import { parseRow } from '../watchlog/store/row-schemas.ts';
import type { RowOf } from '../watchlog/store/schema.ts';
import type { LogStore } from '../watchlog/types.ts';

export { createRowLists, logStores } from '../watchlog/store/schema.ts';

/** The current version of the schema of rows. */
export const rowSchema = findNewestVersion(migrations);

/** A row from a file with this or an older schema version; null when it is not a valid row. */
export function parseLogRow<S extends LogStore>(store: S, value: unknown, schema: number): RowOf<S> | null {
  try {
    return parseRow(store, upgradeRow(migrations, schema, store, value));
  } catch {
    // A migration can throw any error for an invalid row.
    return null;
  }
}
