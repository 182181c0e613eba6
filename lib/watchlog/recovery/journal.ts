import * as v from 'valibot';
import { lazySchema } from '../../text/schemas.ts';
import { listMarkerItems, type IntegrityMarker } from './integrity-marker.ts';
import { migrations } from '../migrations/registry.ts';
import { findNewestVersion, upgradeRow } from '../migrations/run.ts';
import { parseStamp } from '../store/hybrid-clock.ts';
import { parseRow } from '../store/row-schemas.ts';
import { createRowLists, logStores, mapStores, type RowLists, type RowOf } from '../store/schema.ts';
import { readValues, storageKeys, type LogStorageArea } from '../store/storage.ts';
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

const rowsSchema = lazySchema(() => v.record(v.string(), v.array(v.unknown())));
const recordSchema = lazySchema(() =>
  v.object({
    from: v.number(),
    to: v.number(),
    schema: v.number(),
    // Versions up to 0.2.0 stored the rows as they are.
    rows: v.union([v.pipe(v.string(), v.parseJson(), rowsSchema), rowsSchema]),
  }),
);

type ReadRecord = v.InferOutput<typeof recordSchema>;

const stampedSchema = lazySchema(() => v.object({ stamps: v.record(v.string(), v.string()) }));

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
  // One text: browsers take many times as long to store an object with a thousand rows.
  const rows = JSON.stringify(record.rows);
  const whole = { ...record, rows, schema: findNewestVersion(migrations) };
  const grown = { ...integrityMarker, journalSize: integrityMarker.journalSize + rows.length };
  await storage.set({ ...listMarkerItems(grown), [storageKeys.journal(record.to)]: whole });
  return grown;
}

/**
 * The last commit that the journal reaches after `sequence`, for a log whose integrity marker is lost. `sequence` itself
 * if there is no record.
 */
export async function findLastRecord(storage: LogStorageArea, sequence: number): Promise<number> {
  let last = sequence;
  for (let start = sequence + 1; start <= last + 1; start += batchSize) {
    const numbers = Array.from({ length: batchSize }, (_, at) => start + at);
    const found = await readValues(storage, numbers.map(storageKeys.journal));
    last = numbers.findLast((number) => found[storageKeys.journal(number)] !== undefined) ?? last;
  }
  return last;
}

/** Commits between two readable journal records. */
export interface JournalGaps {
  commits: number;
  /** When the last record before the first gap was written, in milliseconds since 1970; null if it is not known. */
  since: number | null;
  /** When the first record after the last gap was written, likewise. */
  until: number | null;
}

/** No commit is missing. */
export const noGaps: JournalGaps = { commits: 0, since: null, until: null };

/** What `replayJournal` has read so far. */
interface Replay {
  sequence: number;
  unreadable: UnreadableRow[];
  gaps: JournalGaps;
  /** When the last record was written. */
  lastMs: number | null;
}

/** The newest change in a record, in milliseconds since 1970; null if no row has a stamp. */
function findRecordTime(rows: Record<string, unknown[]>): number | null {
  const stamps = Object.values(rows).flatMap((list) =>
    list.flatMap((row) => Object.values(v.is(stampedSchema, row) ? row.stamps : {})),
  );
  const newest = stamps.reduce((last, stamp) => (stamp > last ? stamp : last), '');
  return parseStamp(newest)?.ms ?? null;
}

function addGap(replay: Replay, commits: number, until: number | null): void {
  const { gaps } = replay;
  if (commits <= 0) return;
  replay.gaps = {
    commits: gaps.commits + commits,
    since: gaps.commits === 0 ? replay.lastMs : gaps.since,
    until,
  };
}

function replayRecord(replay: Replay, maps: RowMaps, { from, to, schema, rows }: ReadRecord): void {
  const at = findRecordTime(rows);
  addGap(replay, from - 1 - replay.sequence, at);
  for (const store of logStores) replay.unreadable.push(...putRows(maps, store, rows[store] ?? [], schema));
  replay.sequence = Math.max(replay.sequence, to);
  replay.lastMs = at ?? replay.lastMs;
}

/**
 * Adds every readable journal record after `sequence` up to `last` to the maps. Rows in records are whole, so
 * those after an unreadable record are applied too. Returns the last commit, the rows that cannot be read, and
 * the commits whose records cannot. Throws `LogError` `slow`. `lastAt`: when the last commit was made, in milliseconds since 1970.
 */
export async function replayJournal(
  storage: LogStorageArea,
  maps: RowMaps,
  { sequence, last, lastAt = null }: { sequence: number; last: number; lastAt?: number | null },
): Promise<Omit<Replay, 'lastMs'>> {
  const replay: Replay = {
    sequence,
    unreadable: [],
    gaps: noGaps,
    lastMs: null,
  };
  for (let start = sequence + 1; start <= last; start += batchSize) {
    const keys = Array.from({ length: Math.min(batchSize, last - start + 1) }, (_, at) =>
      storageKeys.journal(start + at),
    );
    const found = await readValues(storage, keys);
    for (const key of keys) {
      const record = v.safeParse(recordSchema, found[key]);
      if (record.success) replayRecord(replay, maps, record.output);
    }
  }
  addGap(replay, last - replay.sequence, lastAt);
  return replay;
}
