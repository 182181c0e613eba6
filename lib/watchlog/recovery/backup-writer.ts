import type { IDBPTransaction } from 'idb';
import { isBackupDue, saveBackup } from './backup.ts';
import { loadRing, type BackupRing } from './backup-ring.ts';
import type { CopyArea } from './copy-area.ts';
import {
  createIntegrityMarker,
  loadIntegrityMarker,
  saveIntegrityMarker,
  type IntegrityMarker,
} from './integrity-marker.ts';
import type { Connection } from '../store/connection.ts';
import type { RecoveryEvidence } from './integrity.ts';
import { saveRecord } from './journal.ts';
import { isQuotaError } from '../../async/quota-error.ts';
import { migrations } from '../migrations/registry.ts';
import { findNewestVersion } from '../migrations/run.ts';
import {
  createRowLists,
  logStores,
  type ChangeMaps,
  type LogDatabase,
  type LogSchema,
  type LogState,
  type RowKey,
  type RowLists,
} from '../store/schema.ts';
import type { BackupFault, LogStore } from '../types.ts';

/** Writes the copy of the log outside the database: integrity marker, journal and backups. */
export interface BackupWriter {
  /** The newest commit in the copy; -1 before `load`. */
  sequence: () => number;
  /** Why the last attempt to write the copy failed; undefined if it succeeded. */
  fault: () => BackupFault | undefined;
  /** Why the newest commit is not in the copy; undefined if it is. */
  copyFault: () => BackupFault | undefined;
  /** Starts again from what was read from the storage area. */
  load: (recoveryEvidence: RecoveryEvidence) => void;
  /**
   * Updates the copy to a commit. Reads the commit's rows again unless they are given. Never rejects; see
   * `fault`.
   */
  update: (state: LogState, commit?: { changes: ChangeMaps; moreFollows: boolean }) => Promise<void>;
  /** Makes a backup of the whole log now, unless the newest has everything. Never rejects; see `fault`. */
  backUp: () => Promise<void>;
  /** Resolves when no backup is being written any more. */
  flush: () => Promise<void>;
}

/** The options of `createBackupWriter`. */
export interface BackupWriterOptions {
  storage: CopyArea;
  connection: Connection;
  now: () => number;
  makeId: () => string;
  commitsPerBackup: number;
}

type ReadTransaction = IDBPTransaction<LogSchema, LogStore[]>;

async function readRow<S extends LogStore>(
  tx: ReadTransaction,
  lists: RowLists,
  store: S,
  id: string,
): Promise<void> {
  const row = await tx.objectStore(store).get(id);
  if (row !== undefined) lists[store].push(row);
}

/** The current rows of the given keys. */
async function readRows(db: LogDatabase, keys: RowKey[]): Promise<RowLists> {
  const lists = createRowLists();
  const tx = db.transaction([...logStores]);
  await Promise.all(keys.map(({ store, id }) => readRow(tx, lists, store, id)));
  return lists;
}

function takeRow<S extends LogStore>(changes: ChangeMaps, lists: RowLists, store: S, id: string): boolean {
  const row = changes[store].get(id)?.after;
  if (row !== undefined) lists[store].push(row);
  return row !== undefined;
}

/** The rows of the given keys after the newest commit; null if it did not change all of them. */
function takeRows(changes: ChangeMaps, keys: RowKey[]): RowLists | null {
  const lists = createRowLists();
  return keys.every(({ store, id }) => takeRow(changes, lists, store, id)) ? lists : null;
}

const findFault = (error: unknown): BackupFault => (isQuotaError(error) ? 'storage-full' : 'failed');

/** What is known about the copy, and its faults. */
interface WriterState extends BackupWriterOptions {
  integrityMarker: IntegrityMarker | null;
  ring: BackupRing;
  copyFault: BackupFault | undefined;
  backupFault: BackupFault | undefined;
  writing: Promise<void> | null;
}

function createNextIntegrityMarker({ integrityMarker, now }: WriterState, state: LogState): IntegrityMarker {
  const journalSize = integrityMarker?.journalSize ?? 0;
  return createIntegrityMarker(state, { schema: findNewestVersion(migrations), journalSize, savedAt: now() });
}

async function backUp(parts: WriterState): Promise<void> {
  const { connection, storage, now, makeId, integrityMarker } = parts;
  const journalSize = integrityMarker?.journalSize ?? 0;
  parts.ring = await connection.use(({ db }) =>
    saveBackup(db, storage, { id: makeId(), now: now(), journalSize }),
  );
  parts.backupFault = undefined;
}

/** Starts a backup unless one is being written. */
function startBackup(parts: WriterState): void {
  parts.writing ??= backUp(parts)
    .catch((error: unknown) => {
      parts.backupFault = findFault(error);
    })
    .finally(() => {
      parts.writing = null;
    });
}

async function saveMarker(parts: WriterState, state: LogState): Promise<void> {
  const next = createNextIntegrityMarker(parts, state);
  await saveIntegrityMarker(parts.storage, next);
  parts.integrityMarker = next;
}

async function saveWholeBackup(parts: WriterState, state: LogState): Promise<void> {
  await parts.writing;
  await backUp(parts);
  await saveMarker(parts, state);
}

/** A commit to add to the copy. */
interface CommitToSave {
  state: LogState;
  changes?: ChangeMaps | undefined;
  /** Whether more commits of the same work follow at once, so that a backup can wait. */
  moreFollows?: boolean;
}

async function saveChangedRows(
  parts: WriterState,
  { state, changes, moreFollows = false }: CommitToSave,
  keys: RowKey[],
  known: IntegrityMarker,
): Promise<void> {
  const { connection, storage, commitsPerBackup } = parts;
  const own = changes === undefined ? null : takeRows(changes, keys);
  const rows = own ?? (await connection.use(({ db }) => readRows(db, keys)));
  const record = { from: known.sequence + 1, to: state.sequence, rows };
  parts.integrityMarker = await saveRecord(storage, createNextIntegrityMarker(parts, state), record);
  if (isBackupDue(parts.ring, parts.integrityMarker, { commitsPerBackup, moreFollows })) startBackup(parts);
}

/** Whether the state lists all rows changed after the marker; not if the copy went back to an older one. */
function listsAllAfter({ unsavedFrom = 0 }: LogState, { sequence }: IntegrityMarker): boolean {
  return unsavedFrom <= sequence + 1;
}

async function saveCommit(parts: WriterState, commit: CommitToSave): Promise<void> {
  const { integrityMarker } = parts;
  const { state } = commit;
  if (integrityMarker !== null && state.unsaved !== null && listsAllAfter(state, integrityMarker))
    await saveChangedRows(parts, commit, state.unsaved, integrityMarker);
  else if (state.sequence > 0) await saveWholeBackup(parts, state);
  else await saveMarker(parts, state);
}

/** Saves a commit; in the second database if the storage area fails for another reason than its size. */
async function saveSomewhere(parts: WriterState, commit: CommitToSave): Promise<void> {
  try {
    await saveCommit(parts, commit);
  } catch (error) {
    if (findFault(error) === 'storage-full' || !parts.storage.fallBack()) throw error;
    parts.integrityMarker = await loadIntegrityMarker(parts.storage);
    parts.ring = await loadRing(parts.storage);
    await saveCommit(parts, commit);
  }
}

/** Creates a writer for the copy of the log in a storage area. Nothing is read or written before `load`. */
export function createBackupWriter(options: BackupWriterOptions): BackupWriter {
  const parts: WriterState = {
    ...options,
    integrityMarker: null,
    ring: { backups: [], discard: [], journalFrom: 1 },
    copyFault: undefined,
    backupFault: undefined,
    writing: null,
  };
  return {
    sequence: () => parts.integrityMarker?.sequence ?? -1,
    fault: () => parts.copyFault ?? parts.backupFault,
    copyFault: () => parts.copyFault,
    load: ({ integrityMarker, ring }) => {
      parts.integrityMarker = integrityMarker;
      parts.ring = ring;
    },
    update: async (state, commit) => {
      try {
        await saveSomewhere(parts, { state, ...commit });
        parts.copyFault = undefined;
      } catch (error) {
        parts.copyFault = findFault(error);
      }
    },
    backUp: async () => {
      await parts.writing;
      startBackup(parts);
      await parts.writing;
    },
    flush: async () => {
      while (parts.writing !== null) await parts.writing;
    },
  };
}
