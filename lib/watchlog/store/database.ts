import { wrap, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { findFactory, findStorageBuckets, type StorageBuckets } from './database-location.ts';
import { LogError } from '../errors.ts';
import { migrations as allMigrations } from '../migrations/registry.ts';
import { findNewestVersion, runMigrations } from '../migrations/run.ts';
import type { Migration } from '../migrations/types.ts';
import { logDatabaseName, logStores, type LogDatabase } from './schema.ts';

/** What opening the database depends on; every part has a default. */
export interface DatabaseOptions {
  name?: string;
  migrations?: Migration[];
  /** The browser's storage buckets, or null for none: where the log goes when its usual place is broken. */
  buckets?: StorageBuckets | null;
  /** How long an older page may keep the database from being upgraded. */
  blockedTimeoutMs?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Called when the connection is gone: another version of the extension needs it, or the browser ended it. */
  onClosed?: (reason: 'outdated' | 'terminated') => void;
}

/** An open database. `newer`: its version is above what this code knows; it may only be read. */
export interface OpenedDatabase {
  db: LogDatabase;
  newer: boolean;
}

const defaultBlockedTimeoutMs = 10_000;

/** Whether the browser says that a write found no room. */
export function isQuotaError(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

/** Whether the connection was closed under the caller, so that another one may do better. */
export function isConnectionLost(error: unknown): boolean {
  return error instanceof Error && (error.name === 'InvalidStateError' || error.name === 'AbortError');
}

/** A time limit that runs once `start` is called; `over` then rejects with `blocked`. */
function createTimeLimit(ms: number): { start: () => void; stop: () => void; over: Promise<never> } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let start = (): void => undefined;
  const over = new Promise<never>((_resolve, reject) => {
    const give = (): void => reject(new LogError('blocked', 'An older page holds the log open.'));
    start = () => (timer ??= setTimeout(give, ms));
  });
  return { start: () => start(), stop: () => clearTimeout(timer), over };
}

/** Whether the database has every store of the schema. */
function isLogDatabase(db: IDBPDatabase | LogDatabase): db is LogDatabase {
  const names = new Set<string>(db.objectStoreNames);
  return [...logStores, 'meta', 'quarantine'].every((store) => names.has(store));
}

/** Aborts a transaction that may have ended by itself. */
export function abortQuietly(tx: { abort: () => void; done: Promise<void> }): void {
  // Whoever opens the database is told by the request; this promise has no other reader.
  tx.done.catch(() => undefined);
  try {
    tx.abort();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}

type UpgradeTransaction = IDBPTransaction<unknown, string[], 'versionchange'>;

function isUpgrade(tx: IDBPTransaction | UpgradeTransaction | null): tx is UpgradeTransaction {
  return tx?.mode === 'versionchange';
}

/** Runs the migrations once the request asks for them; `onFault` is told why where they fail. */
function migrateOn(
  request: IDBOpenDBRequest,
  { migrations = allMigrations, now = Date.now }: DatabaseOptions,
  onFault: (fault: unknown) => void,
): void {
  request.addEventListener('upgradeneeded', ({ oldVersion }) => {
    const tx = request.transaction === null ? null : wrap(request.transaction);
    if (!isUpgrade(tx)) return;
    runMigrations(wrap(request.result), tx, migrations, oldVersion, now()).catch((error: unknown) => {
      onFault(error);
      abortQuietly(tx);
    });
  });
}

async function open(version: number | undefined, options: DatabaseOptions): Promise<LogDatabase> {
  const { name = logDatabaseName, onClosed, buckets = findStorageBuckets() } = options;
  const limit = createTimeLimit(options.blockedTimeoutMs ?? defaultBlockedTimeoutMs);
  let fault: unknown = null;
  const factory = await findFactory(buckets);
  const request = factory.open(name, version);
  migrateOn(request, options, (error) => {
    fault = error;
  });
  request.addEventListener('blocked', limit.start);
  const opening = wrap(request);
  let opened: IDBPDatabase | undefined;
  try {
    opened = await Promise.race([opening, limit.over]);
  } catch (error) {
    // A connection that comes after the time limit would keep others out.
    opening.then((late) => late?.close()).catch(() => undefined);
    throw fault ?? error;
  } finally {
    limit.stop();
  }
  opened?.addEventListener('versionchange', () => {
    opened?.close();
    onClosed?.('outdated');
  });
  opened?.addEventListener('close', () => onClosed?.('terminated'));
  if (opened !== undefined && isLogDatabase(opened)) return opened;
  opened?.close();
  throw new LogError('unreadable', 'The database has not the stores of its version.');
}

/**
 * Opens the log's database, through its migrations where it is older or new. A database above this code's version is
 * opened as it is, for reading. Throws `LogError`: `blocked` where an older page does not let go in time, `unreadable`
 * where the browser cannot open it, `storage-full` where an upgrade finds no room. Never deletes anything.
 */
export async function openDatabase(options: DatabaseOptions = {}): Promise<OpenedDatabase> {
  const version = findNewestVersion(options.migrations ?? allMigrations);
  try {
    return { db: await open(version, options), newer: false };
  } catch (error) {
    if (error instanceof Error && error.name === 'VersionError') {
      return { db: await open(undefined, options).catch(refuse), newer: true };
    }
    return refuse(error);
  }
}

function refuse(error: unknown): never {
  if (error instanceof LogError) throw error;
  if (isQuotaError(error)) throw new LogError('storage-full', 'No room to open the log.', { cause: error });
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  throw new LogError('unreadable', reason, { cause: error });
}
