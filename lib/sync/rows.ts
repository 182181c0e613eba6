import { migrations } from '../watchlog/migrations/registry.ts';
import { findNewestVersion, upgradeRow } from '../watchlog/migrations/run.ts';
import { logStores, type RowLists, type RowOf } from '../watchlog/store/schema.ts';
import { parseRow } from '../watchlog/store/row-schemas.ts';
import type { LogStore } from '../watchlog/types.ts';

/** Identifies a row of the log in one text, as `films:01J…`. It is the id of the row's document in a database. */
export type RowName = string;

/** A row with its store. */
export type StoredRow = { [S in LogStore]: { store: S; row: RowOf<S> } }[LogStore];

/** The version of the rows that this version writes and reads. */
export const rowSchema = findNewestVersion(migrations);

export const formatRowName = (store: LogStore, id: string): RowName => `${store}:${id}`;

/** The store and the id of a row's name; null if it is none. */
export function parseRowName(name: RowName): { store: LogStore; id: string } | null {
  const at = name.indexOf(':');
  const store = logStores.find((one) => one === name.slice(0, at));
  const id = name.slice(at + 1);
  return at < 0 || store === undefined || id === '' ? null : { store, id };
}

/** Puts a row into lists by store. */
export function addRow<S extends LogStore>(lists: RowLists, store: S, row: RowOf<S>): void {
  const list: RowOf<S>[] = lists[store];
  list.push(row);
}

/**
 * Puts a row that another device has written into lists by store, brought from the schema's version `schema` to that of here;
 * false if it is no valid row.
 */
export function addParsedRow(lists: RowLists, store: LogStore, value: unknown, schema: number): boolean {
  const add = <S extends LogStore>(of: S): boolean => {
    const row = parseRow(of, upgrade(of, value, schema));
    if (row === null) return false;
    addRow(lists, of, row);
    return true;
  };
  return add(store);
}

function upgrade(store: LogStore, value: unknown, schema: number): unknown {
  try {
    return upgradeRow(migrations, schema, store, value);
  } catch {
    return null;
  }
}

/** How many rows lists have together. */
export const countRows = (lists: RowLists): number =>
  logStores.reduce((sum, store) => sum + lists[store].length, 0);

/** The rows to write, one after another. */
export interface RowCursor {
  /** The next row; null if there is none. */
  peek: () => Promise<StoredRow | null>;
  /** Moves to the row after it. */
  take: () => void;
  /** The row that was taken last; null if none was. */
  last: () => StoredRow | null;
}

/** Goes through rows that come in batches. */
export function createRowCursor(rows: AsyncIterable<StoredRow[]>): RowCursor {
  const batches = rows[Symbol.asyncIterator]();
  let batch: StoredRow[] = [];
  let at = 0;
  let last: StoredRow | null = null;
  return {
    last: () => last,
    peek: async () => {
      while (at >= batch.length) {
        const next = await batches.next();
        if (next.done) return null;
        batch = next.value;
        at = 0;
      }
      return batch[at] ?? null;
    },
    take: () => {
      last = batch[at] ?? last;
      at += 1;
    },
  };
}
