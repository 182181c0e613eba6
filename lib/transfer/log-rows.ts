import { migrations } from '../watchlog/migrations/registry.ts';
import { findNewestVersion, upgradeRow } from '../watchlog/migrations/run.ts';
import { parseRow } from '../watchlog/store/row-schemas.ts';
import type { RowOf } from '../watchlog/store/schema.ts';
import type { LogStore } from '../watchlog/types.ts';

export { createRowLists, logStores } from '../watchlog/store/schema.ts';

/** The version of the schema that rows are written in today. */
export const rowSchema = findNewestVersion(migrations);

/** A row out of a file written under an older schema or this one; null where it is none. */
export function parseLogRow<S extends LogStore>(store: S, value: unknown, schema: number): RowOf<S> | null {
  try {
    return parseRow(store, upgradeRow(migrations, schema, store, value));
  } catch {
    // A migration that cannot read a row throws whatever it met: the row is none.
    return null;
  }
}
