import { isQuotaError } from '../../async/quota-error.ts';
import { wrap, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { findPlace, findStorageBuckets, type Place, type StorageBuckets } from './database-location.ts';
import { LogError } from '../errors.ts';
import { migrations as allMigrations } from '../migrations/registry.ts';
import { findNewestVersion, runMigrations } from '../migrations/run.ts';
import type { Migration } from '../migrations/types.ts';
import { logDatabaseName, logStores, type LogDatabase } from './schema.ts';

/** The options for opening the database; all have defaults. */
export interface DatabaseOptions {
  name?: string;
  migrations?: Migration[];
  /** The browser's storage buckets, or null for none; the log moves there if its usual location is broken. */
  buckets?: StorageBuckets | null;
  /** Where to open the database, instead of at the log's current place. */
  place?: Place;
  /** How long an older page may block an upgrade. */
  blockedTimeoutMs?: number;
  /** The waits, in milliseconds, after each of which a database whose files cannot be opened is tried again. */
  retryAfterMs?: readonly number[];
  /** Milliseconds since 1970. */
  now?: () => number;
  /**
   * Called when the connection is closed: another version of the extension needs the database, or the browser
   * ended it.
   */
  onClosed?: (reason: 'outdated' | 'terminated') => void;
}

/** An open database. `newer`: its version is newer than this code; it may only be read. */
export interface OpenedDatabase {
  db: LogDatabase;
  newer: boolean;
}

const defaultBlockedTimeoutMs = 10_000;
/** After a kill in the middle of a write Chromium 156 needs a moment before it opens the files again. */
const defaultRetryAfterMs = [100, 500];

/** Whether an error means that the connection was closed, so that a new one may succeed. */
export function isConnectionLost(error: unknown): boolean {
  return error instanceof Error && (error.name === 'InvalidStateError' || error.name === 'AbortError');
}

/** A time limit that begins with `start`; `over` then rejects with `blocked`. */
function createTimeLimit(ms: number): { start: () => void; stop: () => void; over: Promise<never> } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let start = (): void => undefined;
  const over = new Promise<never>((_resolve, reject) => {
    const give = (): void => reject(new LogError('blocked', 'An older page keeps the log open.'));
    start = () => (timer ??= setTimeout(give, ms));
  });
  return { start: () => start(), stop: () => clearTimeout(timer), over };
}

/** Whether the database has every store in the schema. */
function isLogDatabase(db: IDBPDatabase | LogDatabase): db is LogDatabase {
  const names = new Set<string>(db.objectStoreNames);
  return [...logStores, 'meta', 'quarantine'].every((store) => names.has(store));
}

/** Aborts a transaction that may already have ended. */
export function abortQuietly(tx: { abort: () => void; done: Promise<void> }): void {
  // The request reports the error to the caller; this promise has no other reader.
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

/** Runs the migrations if the request needs them; passes an error to `onFault`. */
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
  const place = options.place ?? (await findPlace(buckets, name));
  const request = place.factory.open(place.name, version);
  migrateOn(request, options, (error) => {
    fault = error;
  });
  request.addEventListener('blocked', limit.start);
  const opening = wrap(request);
  let opened: IDBPDatabase | undefined;
  try {
    opened = await Promise.race([opening, limit.over]);
  } catch (error) {
    // A connection that opens after the time limit would block others.
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
  throw new LogError('unreadable', 'The database lacks stores of its version.');
}

/**
 * Opens the log's database, and migrates it if it is older or new. Opens a database newer than this code for
 * reading, without changes. Throws `LogError`: `blocked` if an older page does not close it in time,
 * `unreadable` if the browser cannot open it, `storage-full` if an upgrade finds no room. Never deletes
 * anything.
 */
export async function openDatabase(options: DatabaseOptions = {}): Promise<OpenedDatabase> {
  const version = findNewestVersion(options.migrations ?? allMigrations);
  try {
    return { db: await openPatiently(version, options), newer: false };
  } catch (error) {
    if (error instanceof Error && error.name === 'VersionError') {
      return { db: await open(undefined, options).catch(refuse), newer: true };
    }
    return refuse(error);
  }
}

/** Opens the database, and tries again after each wait if the browser cannot open its files at the moment. */
async function openPatiently(version: number, options: DatabaseOptions): Promise<LogDatabase> {
  for (const waitMs of options.retryAfterMs ?? defaultRetryAfterMs) {
    try {
      return await open(version, options);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'UnknownError') throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  return open(version, options);
}

/** The error of the log for an error of the browser. */
export function toLogError(error: unknown): LogError {
  if (error instanceof LogError) return error;
  if (isQuotaError(error))
    return new LogError('storage-full', 'There is no room to open the log.', { cause: error });
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new LogError('unreadable', reason, { cause: error });
}

function refuse(error: unknown): never {
  throw toLogError(error);
}
