import * as v from 'valibot';
import { checksumText, emptyChecksum, toggleChecksum } from '../../text/checksum.ts';
import { journalBackupId, listPartKeys, type BackupManifest } from './backup-ring.ts';
import { checksumRow, deriveFields, putSoon } from '../store/commit.ts';
import { LogError } from '../errors.ts';
import { isBelievable } from '../store/hybrid-clock.ts';
import type { RecoveryEvidence } from './integrity.ts';
import { createRowMaps, putRows, replayJournal, type RowMaps, type UnreadableRow } from './journal.ts';
import { mergeRows } from '../store/merge.ts';
import { unpackText } from './packing.ts';
import {
  createEmptyCounts,
  logStores,
  type LogState,
  type LogTransaction,
  type RowOf,
} from '../store/schema.ts';
import type { LogStorageArea } from '../store/storage.ts';
import type { LogStore, Stamp } from '../types.ts';

/** A backup as read, with the journal that follows it. */
export interface LoadedBackup {
  rows: RowMaps;
  /** The newest commit included. */
  sequence: number;
  unreadable: UnreadableRow[];
}

const partSchema = v.object({ store: v.picklist(logStores), rows: v.array(v.unknown()) });

async function loadParts(storage: LogStorageArea, manifest: BackupManifest): Promise<LoadedBackup> {
  const keys = listPartKeys(manifest);
  const found = await storage.get(keys);
  const parts = keys.map((key) => found[key]).filter((part) => typeof part === 'string');
  if (parts.length !== keys.length || checksumText(parts.join('')) !== manifest.checksum) {
    throw new LogError('bad-backup', 'The backup is damaged; an older one may not be.');
  }
  const rows = createRowMaps();
  const unreadable: UnreadableRow[] = [];
  for (const part of parts) {
    const { store, rows: list } = v.parse(partSchema, JSON.parse(await unpackText(part)));
    unreadable.push(...putRows(rows, store, list, manifest.schema));
  }
  return { rows, sequence: manifest.sequence, unreadable };
}

/**
 * Loads the rows of a backup with the unbroken journal that follows it; for the newest backup that is every
 * acknowledged commit. Throws `LogError` `bad-backup` if there is no backup with that id or it is damaged.
 */
export async function loadBackup(
  storage: LogStorageArea,
  { integrityMarker, ring }: RecoveryEvidence,
  id: string,
): Promise<LoadedBackup> {
  const manifest = ring.backups.find((backup) => backup.id === id);
  if (manifest === undefined && id !== journalBackupId)
    throw new LogError('bad-backup', 'There is no such backup.');
  const base =
    manifest === undefined
      ? { rows: createRowMaps(), sequence: 0, unreadable: [] }
      : await loadParts(storage, manifest);
  const last = integrityMarker?.sequence ?? base.sequence;
  const replayed = await replayJournal(storage, base.rows, { sequence: base.sequence, last });
  if (manifest === undefined && replayed.sequence === 0) {
    throw new LogError('bad-backup', 'The journal does not reach back to the beginning.');
  }
  return {
    rows: base.rows,
    sequence: replayed.sequence,
    unreadable: [...base.unreadable, ...replayed.unreadable],
  };
}

/** The values for a new state. */
export interface Rebuilder {
  installId: string;
  device: string;
  /** The database's version. */
  schema: number;
  /** Milliseconds since 1970. */
  now: number;
}

/** Counts, checksum and newest stamp of rows. */
interface Sum {
  counts: LogState['counts'];
  checksum: string;
  lastStamp: Stamp | null;
}

function sumStore<S extends LogStore>(sum: Sum, store: S, rows: RowMaps, now: number): void {
  const count = sum.counts[store];
  for (const row of rows[store].values()) {
    count.rows += 1;
    if (row.deleted === null) count.live += 1;
    sum.checksum = toggleChecksum(sum.checksum, checksumRow(store, row));
    for (const stamp of Object.values(row.stamps)) {
      if ((sum.lastStamp === null || stamp > sum.lastStamp) && isBelievable(stamp, now))
        sum.lastStamp = stamp;
    }
  }
}

async function readStore<S extends LogStore>(tx: LogTransaction, store: S, rows: RowMaps): Promise<void> {
  for (const row of await tx.objectStore(store).getAll()) rows[store].set(row.id, row);
}

/** Joins a backup's row with the existing row of the same id. */
type Join = <S extends LogStore>(mine: RowOf<S>, theirs: RowOf<S>) => RowOf<S>;

/** Writes the backup's rows to a store and its map. */
function mergeStore<S extends LogStore>(
  tx: LogTransaction,
  store: S,
  rows: RowMaps,
  restored: RowMaps,
  join: Join,
): void {
  for (const theirs of restored[store].values()) {
    const mine = rows[store].get(theirs.id);
    const row = deriveFields<S>(mine === undefined ? theirs : join<S>(mine, theirs));
    rows[store].set(row.id, row);
    putSoon(tx, store, row);
  }
}

/** Rows in the quarantine no longer count as rows of their stores. */
async function discountQuarantined(tx: LogTransaction): Promise<void> {
  const quarantine = tx.objectStore('quarantine');
  for (let cursor = await quarantine.openCursor(); cursor !== null; cursor = await cursor.continue()) {
    await cursor.update({ ...cursor.value, counted: false });
  }
}

/**
 * Makes the rows in the database, merged with a backup's rows if one is given, the new content of the log:
 * recalculates counts and checksum, with a sequence above all earlier ones. Runs in the given transaction;
 * the caller awaits `tx.done`. Returns the state.
 */
export async function rebuildState(
  tx: LogTransaction,
  { integrityMarker, ring }: RecoveryEvidence,
  backup: LoadedBackup | null,
  rebuilder: Rebuilder,
): Promise<LogState> {
  const { now } = rebuilder;
  const known = await tx.objectStore('meta').get('state');
  const rows = createRowMaps();
  await discountQuarantined(tx);
  for (const store of logStores) await readStore(tx, store, rows);
  if (backup !== null) {
    // A database that went back to an older commit has nothing newer, even if its stamps say so after the
    // clock was set back.
    const isOlder = known !== undefined && known.sequence <= backup.sequence;
    const join: Join = (mine, theirs) => (isOlder ? theirs : mergeRows(mine, theirs, now));
    for (const store of logStores) mergeStore(tx, store, rows, backup.rows, join);
    for (const row of backup.unreadable)
      await tx.objectStore('quarantine').add({ ...row, counted: false, foundAt: now });
  }
  const sum: Sum = { counts: createEmptyCounts(), checksum: emptyChecksum, lastStamp: null };
  for (const store of logStores) sumStore(sum, store, rows, now);
  const promised = [integrityMarker?.sequence, ring.backups[0]?.sequence, known?.sequence, backup?.sequence];
  const state: LogState = {
    id: 'state',
    installId: integrityMarker?.installId ?? known?.installId ?? rebuilder.installId,
    device: known?.device ?? rebuilder.device,
    schema: rebuilder.schema,
    sequence: Math.max(...promised.map((sequence) => sequence ?? 0)) + 1,
    ...sum,
    unsaved: null,
  };
  await tx.objectStore('meta').put(state);
  return state;
}
