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

/** What a log is opened with. */
export interface LogOptions extends DatabaseOptions {
  /** `browser.storage.local`, or what behaves like it. */
  storage: LogStorageArea;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** That many random bytes. */
  random?: IdSource['random'];
  /** After how many commits a backup is due, if the journal's size does not ask for it before. */
  commitsPerBackup?: number;
}

/** The watch log: the one place that writes to it, and what keeps it from being lost. */
export interface Log {
  /** How the log is, as last seen. */
  health: () => LogHealth;
  /** Looks again at how the log is. */
  checkHealth: () => Promise<LogHealth>;
  /** Runs a query; also where the log is damaged or newer. Throws `LogError` where the database cannot be opened. */
  read: <T>(query: (db: LogDatabase) => Promise<T>) => Promise<T>;
  /**
   * Runs one command, one at a time in the order they came, and ends once it is durable. Throws `LogError` where the
   * log may not be written to or the command is refused; nothing is then changed.
   */
  write: (command: Command) => Promise<CommitReceipt>;
  /** Reads every row, mends what can be mended, and says what was found and done. Throws `LogError` as `write` does. */
  check: () => Promise<CheckReport>;
  listBackups: () => Promise<BackupSummary[]>;
  /**
   * The rows of a backup with the journal that follows it, for a file, where not even a new database can be opened.
   * Throws `LogError` `bad-backup`.
   */
  readBackup: (id: string) => Promise<RowLists>;
  /**
   * Puts a backup, with the journal that follows it, into the log: field by field what was changed last, so that
   * nothing newer that is still there is lost. Throws `LogError` `bad-backup`, `newer` or `unreadable`.
   */
  restoreBackup: (id: string) => Promise<LogHealth>;
  /** Goes on with what is there. The backups stay. A database that cannot be opened is given up for an empty one. */
  acceptLoss: () => Promise<LogHealth>;
  /** Ends when no backup is being written any more. */
  flush: () => Promise<void>;
  close: () => void;
}

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

/** Throws where the log may not be written to. */
function requireWritable(health: LogHealth): void {
  if (health.state === 'ok') return;
  if (health.state === 'newer')
    throw new LogError('newer', 'A newer version of Marquee has written this log.');
  if (health.state === 'unreadable')
    throw new LogError('unreadable', `The log cannot be opened: ${health.code}.`);
  throw new LogError('read-only', 'The log has lost rows; restore a backup, or go on without them.');
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
 * Opens the log for reading and writing. Only one context does: the background. Compares the database with what it
 * promised before anything is written; a log that has lost rows, cannot be opened, or is newer than this code refuses
 * every write, and `health` says so. Never rejects.
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
