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
  rebuildLog,
} from './recovery/open-and-recover.ts';
import type { LogParts } from './recovery/log-parts.ts';
import { listRows } from './recovery/journal.ts';
import { checkLog } from './recovery/log-check.ts';
import { createQueue } from './store/queue.ts';
import { loadBackup } from './recovery/restore.ts';
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
   * `LogError` if the log is not writable or the command is rejected; nothing is changed then.
   */
  write: (command: Command) => Promise<CommitReceipt>;
  /**
   * Reads every row, repairs what it can, and returns what it found and did. Throws `LogError` as `write`
   * does.
   */
  check: () => Promise<CheckReport>;
  listBackups: () => Promise<BackupSummary[]>;
  /**
   * The rows of a backup with the journal that follows it, to save as a file if not even a new database can
   * be opened. Throws `LogError` `bad-backup`.
   */
  readBackup: (id: string) => Promise<RowLists>;
  /**
   * Merges a backup, with the journal that follows it, into the log: the newest change of each field counts,
   * so that newer data that still exists is kept. Throws `LogError` `bad-backup`, `newer` or `unreadable`.
   */
  restoreBackup: (id: string) => Promise<LogHealth>;
  /**
   * Continues with the rows that are there, and keeps the backups. Replaces a database that cannot be opened
   * with an empty one.
   */
  acceptLoss: () => Promise<LogHealth>;
  /** Resolves when no backup is being written any more. */
  flush: () => Promise<void>;
  close: () => void;
}

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

/** Throws `LogError` if the log is not writable. */
function requireWritable(health: LogHealth): void {
  if (health.state === 'ok') return;
  if (health.state === 'newer')
    throw new LogError('newer', 'A newer version of Marquee has written this log.');
  if (health.state === 'unreadable')
    throw new LogError('unreadable', `The log cannot be opened: ${health.code}.`);
  throw new LogError('read-only', 'The log has lost rows; restore a backup, or continue without them.');
}

function createParts(options: LogOptions): LogParts {
  const {
    storage,
    now = Date.now,
    random = randomBytes,
    commitsPerBackup = defaultCommitsPerBackup,
  } = options;
  const { buckets = findStorageBuckets() } = options;
  const makeId = createIdMaker({ now, random });
  const connection = createConnection({ ...options, now });
  const backupWriter = createBackupWriter({ storage, connection, now, makeId, commitsPerBackup });
  return { storage, now, random, makeId, connection, backupWriter, databaseName: options.name, buckets };
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
  const write = async (command: Command): Promise<CommitReceipt> => {
    if (health.state !== 'ok') await look();
    requireWritable(health);
    try {
      const result = await commitCommand(parts, command);
      if (!isEmptyChange(result.changes)) await backupWriter.update(result.state, result.changes);
      return createReceipt(result);
    } catch (error) {
      if (error instanceof LogError && ['read-only', 'newer', 'unreadable'].includes(error.code))
        await look();
      throw error;
    }
  };
  const rebuild = async (backupId: string | null): Promise<LogHealth> => {
    const recoveryEvidence = await loadRecoveryEvidence(storage);
    const backup = backupId === null ? null : await loadBackup(storage, recoveryEvidence, backupId);
    await rebuildLog(parts, recoveryEvidence, backup);
    return look();
  };

  return {
    health: () => {
      const backupFault = backupWriter.fault();
      return health.state === 'ok' && backupFault !== undefined ? { state: 'ok', backupFault } : health;
    },
    checkHealth: () => inOrder(look),
    read: (query) => connection.use(({ db }) => query(db)),
    write: (command) => inOrder(() => write(command)),
    check: () => inOrder(() => checkLog({ parts, look, write })),
    listBackups: async () => {
      const { ring, integrityMarker } = await loadRecoveryEvidence(storage);
      return summarizeBackups(ring, integrityMarker);
    },
    readBackup: async (id) => {
      const { rows } = await loadBackup(storage, await loadRecoveryEvidence(storage), id);
      return listRows(rows);
    },
    restoreBackup: (id) => inOrder(() => rebuild(id)),
    acceptLoss: () => inOrder(() => rebuild(null)),
    flush: backupWriter.flush,
    close: connection.close,
  };
}
