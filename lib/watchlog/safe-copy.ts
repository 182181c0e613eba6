import type { IDBPTransaction } from 'idb';
import { isBackupDue, saveBackup } from './backup.ts';
import type { BackupRing } from './backup-ring.ts';
import { createCanary, saveCanary, type Canary } from './canary.ts';
import type { Connection } from './connection.ts';
import type { Witness } from './integrity.ts';
import { createRowLists, saveRecord } from './journal.ts';
import { migrations } from './migrations/registry.ts';
import { findNewestVersion } from './migrations/run.ts';
import {
  logStores,
  type LogDatabase,
  type LogSchema,
  type LogState,
  type RowKey,
  type RowLists,
} from './schema.ts';
import type { LogStorageArea } from './storage.ts';
import type { LogStore } from './types.ts';

/** The copy of the log beside the database: canary, journal and backups. */
export interface SafeCopy {
  /** The newest commit that is in the copy. */
  sequence: () => number;
  /** Why the copy could not be written the last time; undefined where it could. */
  fault: () => string | undefined;
  /** What the copy promises now. */
  witness: () => Witness;
  /** Begins anew from what was read out of the storage area. */
  take: (witness: Witness) => void;
  /** Brings the copy up to a commit; never rejects, see `fault`. */
  follow: (state: LogState) => Promise<void>;
  /** Ends when no backup is being written any more. */
  settle: () => Promise<void>;
}

/** What the copy is written with. */
export interface SafeCopyOptions {
  storage: LogStorageArea;
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

/** The rows of those keys as they stand now. */
async function readRows(db: LogDatabase, keys: RowKey[]): Promise<RowLists> {
  const lists = createRowLists();
  const tx = db.transaction([...logStores]);
  await Promise.all(keys.map(({ store, id }) => readRow(tx, lists, store, id)));
  return lists;
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** The copy of the log in a storage area. Nothing is read or written before `take`. */
export function createSafeCopy({
  storage,
  connection,
  now,
  makeId,
  commitsPerBackup,
}: SafeCopyOptions): SafeCopy {
  let canary: Canary | null = null;
  let ring: BackupRing = { backups: [], discard: [], journalFrom: 1 };
  let copyFault: string | undefined;
  let backupFault: string | undefined;
  let writing: Promise<void> | null = null;

  const createNext = (state: LogState): Canary =>
    createCanary(state, {
      schema: findNewestVersion(migrations),
      journalSize: canary?.journalSize ?? 0,
      savedAt: now(),
    });

  const backUp = async (): Promise<void> => {
    const journalSize = canary?.journalSize ?? 0;
    ring = await connection.use(({ db }) =>
      saveBackup(db, storage, { id: makeId(), now: now(), journalSize }),
    );
    backupFault = undefined;
  };

  const backUpAside = (): void => {
    writing ??= backUp()
      .catch((error: unknown) => {
        backupFault = describe(error);
      })
      .finally(() => {
        writing = null;
      });
  };

  const followAlone = async (state: LogState): Promise<void> => {
    const next = createNext(state);
    await saveCanary(storage, next);
    canary = next;
  };

  const followWhole = async (state: LogState): Promise<void> => {
    await writing;
    await backUp();
    await followAlone(state);
  };

  const followRows = async (state: LogState, keys: RowKey[], known: Canary): Promise<void> => {
    const rows = await connection.use(({ db }) => readRows(db, keys));
    const record = { from: known.sequence + 1, to: state.sequence, rows };
    canary = await saveRecord(storage, createNext(state), record);
    if (isBackupDue(ring, canary, commitsPerBackup)) backUpAside();
  };

  return {
    sequence: () => canary?.sequence ?? -1,
    fault: () => copyFault ?? backupFault,
    witness: () => ({ canary, ring }),
    take: (witness) => {
      ({ canary, ring } = witness);
    },
    follow: async (state) => {
      try {
        if (canary !== null && state.unsaved !== null) await followRows(state, state.unsaved, canary);
        else if (state.sequence > 0) await followWhole(state);
        else await followAlone(state);
        copyFault = undefined;
      } catch (error) {
        copyFault = describe(error);
      }
    },
    settle: async () => {
      while (writing !== null) await writing;
    },
  };
}
