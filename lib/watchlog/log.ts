import { createIdMaker, type IdSource } from '../text/ids.ts';
import { defaultCommitsPerBackup } from './recovery/backup.ts';
import { summarizeBackups } from './recovery/backup-ring.ts';
import { isEmptyChange, type Command } from './store/commit.ts';
import { createConnection } from './store/connection.ts';
import { findStorageBuckets } from './store/database-location.ts';
import type { DatabaseOptions } from './store/database.ts';
import { LogError } from './errors.ts';
import {
  commitCommand,
  createReceipt,
  findHealth,
  loadRecoveryEvidence,
} from './recovery/open-and-recover.ts';
import type { LogParts } from './recovery/log-parts.ts';
import { rebuildLog } from './recovery/rebuild-log.ts';
import { removeFormerLogs } from './recovery/remove-former.ts';
import { dismissNotices } from './recovery/recount-state.ts';
import { listRows } from './recovery/journal.ts';
import { checkLog } from './recovery/log-check.ts';
import type { OnScanned } from './recovery/scan.ts';
import { logDatabaseName } from './store/schema.ts';
import { isWritable, needsAnswer } from './health.ts';
import { runTransaction } from './store/transaction.ts';
import { createWitnessStore } from './recovery/witness.ts';
import { createQueue } from './store/queue.ts';
import { loadBackup, loadSnapshot } from './recovery/restore.ts';
import { createCopyArea, createDatabaseArea } from './recovery/copy-area.ts';
import { createBackupWriter } from './recovery/backup-writer.ts';
import type { LogDatabase, RowLists } from './store/schema.ts';
import type { LogStorageArea } from './store/storage.ts';
import type { CheckReport } from './commands/edit-types.ts';
import type { BackupSummary, LogHealth, CommitReceipt } from './types.ts';

/** The options of `openLog`. */
export interface LogOptions extends DatabaseOptions {
  /** `browser.storage.local`, or an equivalent. */
  storage: LogStorageArea;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Returns the given number of random bytes. */
  random?: IdSource['random'];
  /** The number of commits after which a backup is due, unless the journal's size requires it earlier. */
  commitsPerBackup?: number;
}

/** The watch log: the only place that writes to the database, with its protection against data loss. */
export interface Log {
  /** The state of the log when it was last checked. */
  health: () => LogHealth;
  /** Checks the state of the log again. */
  checkHealth: () => Promise<LogHealth>;
  /**
   * Runs a query, even if the log is damaged or newer. Throws `LogError` if the database cannot be opened.
   */
  read: <T>(query: (db: LogDatabase) => Promise<T>) => Promise<T>;
  /**
   * Runs one command and resolves once it is durable. Commands run one at a time, in call order. Throws
   * `LogError` if the log is not writable or the command is rejected; nothing is changed then. `moreFollows`: more commands
   * of the same work follow at once, so that a backup of the whole log can wait.
   */
  write: (command: Command, options?: { moreFollows?: boolean }) => Promise<CommitReceipt>;
  /**
   * Reads every row, repairs what it can, and returns what it found and did. Throws `LogError` as `write`
   * does.
   */
  check: (onScanned?: OnScanned) => Promise<CheckReport>;
  listBackups: () => Promise<BackupSummary[]>;
  /**
   * The rows of a backup with the journal that follows it, to save as a file if not even a new database can
   * be opened. Throws `LogError` `bad-backup`.
   */
  readBackup: (id: string) => Promise<RowLists>;
  /** The kept backups as they were made, newest first. */
  listKept: () => Promise<BackupSummary[]>;
  /** The rows of a backup as the log was when it was made. Throws `LogError` `bad-backup` if it is not whole. */
  readKept: (id: string) => Promise<RowLists>;
  /** Makes a backup now if the log can be written and the newest backup lacks something. */
  backUp: () => Promise<void>;
  /**
   * Merges all that is readable of a backup, with the journal that follows it, into the log: the newest change of each
   * field counts, so that newer data that still exists is kept. If less is there then than was promised, the log is
   * `incomplete`. Throws `LogError` `bad-backup`, `newer` or `unreadable`.
   */
  restoreBackup: (id: string) => Promise<LogHealth>;
  /**
   * Continues with the rows that are there, and keeps the backups. Replaces a database that cannot be opened
   * with an empty one. In a log that is incomplete or older than a witness
   * says, the health no longer says so.
   */
  acceptLoss: () => Promise<LogHealth>;
  /**
   * Deletes the databases from which the log was rebuilt, if the log is complete and has every row of theirs. Call it when
   * the browser has started: only then is it known that the new files are readable.
   */
  removeFormer: () => Promise<void>;
  /** Notes that a file with the whole log was saved, as a witness that survives the log and its copy. */
  noteFileBackup: () => Promise<void>;
  /** Resolves when no backup is being written any more. */
  flush: () => Promise<void>;
  close: () => void;
}

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

/** Throws `LogError` if the log is not writable. */
function requireWritable(health: LogHealth): void {
  if (isWritable(health)) return;
  if (health.state === 'newer')
    throw new LogError('newer', 'A newer version of Marquee has written this log.');
  if (health.state === 'unreadable')
    throw new LogError('unreadable', `The log cannot be opened: ${health.code}.`);
  throw new LogError('read-only', 'The log has lost rows; restore a backup, or continue without them.');
}

function createParts(options: LogOptions): LogParts {
  const {
    storage: first,
    now = Date.now,
    random = randomBytes,
    commitsPerBackup = defaultCommitsPerBackup,
  } = options;
  const { buckets = findStorageBuckets() } = options;
  const second = createDatabaseArea(buckets, options.name ?? logDatabaseName);
  const storage = createCopyArea(first, second);
  const witness = createWitnessStore([first, second], now);
  const makeId = createIdMaker({ now, random });
  const connection = createConnection({ ...options, now });
  const backupWriter = createBackupWriter({ storage, connection, now, makeId, commitsPerBackup });
  return {
    storage,
    now,
    random,
    makeId,
    connection,
    backupWriter,
    witness,
    options: { ...options, now, buckets },
  };
}

/** The health with the fault of the copy, if the log can be written. */
function describeHealth({ backupWriter, storage }: LogParts, health: LogHealth): LogHealth {
  const backupFault = backupWriter.fault() ?? (storage.isBroken() ? 'storage-broken' : undefined);
  return isWritable(health) && backupFault !== undefined ? { ...health, backupFault } : health;
}

/** What does not wait for writes. */
function createLogReading(
  parts: LogParts,
): Pick<Log, 'read' | 'listBackups' | 'readBackup' | 'listKept' | 'readKept' | 'noteFileBackup'> {
  const { connection, storage, witness } = parts;
  return {
    read: (query) => connection.use(({ db }) => query(db)),
    listBackups: async () => {
      const { ring, integrityMarker } = await loadRecoveryEvidence(storage);
      return summarizeBackups(ring, integrityMarker);
    },
    readBackup: async (id) => {
      const { rows } = await loadBackup(storage, await loadRecoveryEvidence(storage), id);
      return listRows(rows);
    },
    listKept: async () => summarizeBackups((await loadRecoveryEvidence(storage)).ring, null),
    readKept: async (id) => listRows(await loadSnapshot(storage, await loadRecoveryEvidence(storage), id)),
    noteFileBackup: async () => {
      const state = await connection.use(({ db }) => db.get('meta', 'state'));
      if (state !== undefined) await witness.note('file', state);
    },
  };
}

/**
 * Opens the log for reading and writing; only the background does so. Compares the database with the
 * integrity marker before anything is written. A log that has lost rows, cannot be opened, or is newer than
 * this code rejects every write, and `health` says why. Never rejects.
 */
export async function openLog(options: LogOptions): Promise<Log> {
  const parts = createParts(options);
  const { storage, connection, backupWriter } = parts;
  const inOrder = createQueue();
  let health = await findHealth(parts);

  const look = async (): Promise<LogHealth> => (health = await findHealth(parts));
  const write: Log['write'] = async (command, { moreFollows = false } = {}) => {
    if (!isWritable(health)) await look();
    requireWritable(health);
    try {
      const result = await commitCommand(parts, command);
      const { state, changes } = result;
      if (!isEmptyChange(changes)) await backupWriter.update(state, { changes, moreFollows });
      await parts.witness.noteDaily(state);
      return createReceipt(result, backupWriter.copyFault());
    } catch (error) {
      if (error instanceof LogError && ['read-only', 'newer', 'unreadable'].includes(error.code))
        await look();
      throw error;
    }
  };
  const rebuild = async (backupId: string | null): Promise<LogHealth> => {
    const recoveryEvidence = await loadRecoveryEvidence(storage);
    const backup = backupId === null ? null : await loadBackup(storage, recoveryEvidence, backupId);
    await rebuildLog(parts, { evidence: recoveryEvidence, backup });
    return look();
  };
  const dismiss = async (): Promise<LogHealth> => {
    const known = await parts.witness.load();
    await connection.use(({ db }) => runTransaction(db, (tx) => dismissNotices(tx, known)));
    return look();
  };

  return {
    ...createLogReading(parts),
    health: () => describeHealth(parts, health),
    checkHealth: async () => describeHealth(parts, await inOrder(look)),
    write: (command, options) => inOrder(() => write(command, options)),
    check: (onScanned) => inOrder(() => checkLog({ parts, look, write }, onScanned)),
    backUp: () =>
      inOrder(async () => {
        if (isWritable(health)) await backupWriter.backUp();
      }),
    restoreBackup: (id) => inOrder(() => rebuild(id)),
    acceptLoss: () => inOrder(() => (isWritable(health) && needsAnswer(health) ? dismiss() : rebuild(null))),
    removeFormer: () =>
      inOrder(async () => {
        const isClean = (await look()).state === 'ok' && backupWriter.fault() === undefined;
        if (isClean) await removeFormerLogs(parts);
      }),
    flush: backupWriter.flush,
    close: connection.close,
  };
}
