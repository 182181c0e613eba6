import * as v from 'valibot';
import type { IntegrityMarker } from './integrity-marker.ts';
import { migrations } from '../migrations/registry.ts';
import { findNewestVersion, upgradeRow } from '../migrations/run.ts';
import { parseRow } from '../store/row-schemas.ts';
import { createRowLists, logStores, mapStores, type RowLists, type RowOf } from '../store/schema.ts';
import { storageKeys, type LogStorageArea } from '../store/storage.ts';
import type { LogStore } from '../types.ts';

/** Rows after one commit, or after several if the storage area failed in between. */
export interface JournalRecord {
  /** The first commit it covers. */
  from: number;
  /** The last commit it covers. */
  to: number;
  /** Version of the schema of its rows. */
  schema: number;
  rows: RowLists;
}

/** A row that could not be read from a backup. */
export interface UnreadableRow {
  store: string;
  row: unknown;
  reason: string;
}

/** Rows by store and id. */
export type RowMaps = { [S in LogStore]: Map<string, RowOf<S>> };

const recordSchema = v.object({
  from: v.number(),
  to: v.number(),
  schema: v.number(),
  rows: v.record(v.string(), v.array(v.unknown())),
});

/** Maximum number of journal records read at once. */
const batchSize = 100;

/** Empty maps, one per store. */
export const createRowMaps = (): RowMaps => mapStores(() => new Map<string, never>());

function listStore<S extends LogStore>(maps: RowMaps, lists: RowLists, store: S): void {
  lists[store].push(...maps[store].values());
}

/** The rows in the maps, including deleted ones, in insertion order. */
export function listRows(maps: RowMaps): RowLists {
  const lists = createRowLists();
  for (const store of logStores) listStore(maps, lists, store);
  return lists;
}

/**
 * Adds rows of one store from a backup, which may have an older schema, to the maps; they replace rows with
 * the same id. Returns the rows that cannot be read.
 */
export function putRows<S extends LogStore>(
  maps: RowMaps,
  store: S,
  rows: unknown[],
  schema: number,
): UnreadableRow[] {
  return rows.flatMap((row) => {
    try {
      const parsed = parseRow(store, upgradeRow(migrations, schema, store, row));
      if (parsed !== null) {
        maps[store].set(parsed.id, parsed);
        return [];
      }
      return [{ store, row, reason: 'not a row of this store' }];
    } catch (error) {
      return [{ store, row, reason: String(error) }];
    }
  });
}

/** Writes the integrity marker and a journal record in one step. Rejects if the storage area does. */
export async function saveRecord(
  storage: LogStorageArea,
  integrityMarker: IntegrityMarker,
  record: Omit<JournalRecord, 'schema'>,
): Promise<IntegrityMarker> {
  const whole: JournalRecord = { ...record, schema: findNewestVersion(migrations) };
  const grown = {
    ...integrityMarker,
    journalSize: integrityMarker.journalSize + JSON.stringify(whole).length,
  };
  await storage.set({ [storageKeys.integrityMarker]: grown, [storageKeys.journal(record.to)]: whole });
  return grown;
}

/**
 * Adds the unbroken sequence of journal records after `sequence` to the maps. Returns the last commit covered
 * and the rows that cannot be read.
 */
export async function replayJournal(
  storage: LogStorageArea,
  maps: RowMaps,
  { sequence, last }: { sequence: number; last: number },
): Promise<{ sequence: number; unreadable: UnreadableRow[] }> {
  let reached = sequence;
  const unreadable: UnreadableRow[] = [];
  for (let start = sequence + 1; start <= last; start += batchSize) {
    const keys = Array.from({ length: Math.min(batchSize, last - start + 1) }, (_, at) =>
      storageKeys.journal(start + at),
    );
    const found = await storage.get(keys);
    for (const key of keys) {
      const record = v.safeParse(recordSchema, found[key]);
      if (!record.success || record.output.from > reached + 1) continue;
      for (const store of logStores) {
        unreadable.push(...putRows(maps, store, record.output.rows[store] ?? [], record.output.schema));
      }
      reached = record.output.to;
    }
  }
  return { sequence: reached, unreadable };
}
