import { makeRandomName } from '../../text/ids.ts';
import {
  assembleLog,
  makeState,
  sumRows,
  type AssembledLog,
  type FoundLog,
  type Rebuilder,
} from './assemble-log.ts';
import { LogError } from '../errors.ts';
import type { RecoveryEvidence } from './integrity.ts';
import { createRowMaps, type RowMaps } from './journal.ts';
import type { LogParts } from './log-parts.ts';
import { migrations as allMigrations } from '../migrations/registry.ts';
import { findNewestVersion } from '../migrations/run.ts';
import type { LoadedBackup } from './restore.ts';
import { putSoon } from '../store/commit.ts';
import { openDatabase, toLogError } from '../store/database.ts';
import { closeReaders, createNextPlace, findPlace, switchToPlace } from '../store/database-location.ts';
import { deviceNameLength } from '../store/hybrid-clock.ts';
import { readReadable } from '../store/read-readable.ts';
import {
  logDatabaseName,
  logStores,
  type LogDatabase,
  type LogState,
  type LogTransaction,
} from '../store/schema.ts';
import { runTransaction } from '../store/transaction.ts';
import type { LogStore } from '../types.ts';

/** How to rebuild a log. */
export interface RebuildPlan {
  evidence: RecoveryEvidence;
  /** The backup to merge in; null for what is in the database alone. */
  backup: LoadedBackup | null;
  /** Repairs the assembled rows before they are written. */
  repair?: (log: AssembledLog) => void;
}

const createNothing = (): FoundLog => ({
  rows: createRowMaps(),
  unreadable: [],
  state: null,
  quarantine: [],
});

async function addStore<S extends LogStore>(db: LogDatabase, store: S, found: FoundLog): Promise<void> {
  const { rows, unreadable } = await readReadable(db, store);
  for (const row of rows) found.rows[store].set(row.id, row);
  found.unreadable.push(...unreadable.map((id) => ({ store, id })));
}

/** Everything that can be read in a database, and what cannot. Rejects if the connection is lost. */
export async function readAll(db: LogDatabase): Promise<FoundLog> {
  const found = createNothing();
  for (const store of logStores) await addStore(db, store, found);
  const state = await db.get('meta', 'state').catch(() => undefined);
  const quarantine = await db.getAll('quarantine').catch(() => []);
  return { ...found, state: state ?? null, quarantine };
}

/** Whether every row that a state counts was read. */
export function isWhole({ rows }: FoundLog, state: LogState, now: number): boolean {
  const { counts, checksum } = sumRows(rows, now);
  const areAllThere = logStores.every((store) => counts[store].rows === state.counts[store].rows);
  return areAllThere && checksum === state.checksum;
}

/** What is left in the log; null if it cannot be opened. Throws `LogError` `newer`. */
async function readFound({ connection }: LogParts): Promise<FoundLog | null> {
  try {
    return await connection.use(({ db, newer }) => {
      if (newer) throw new LogError('newer', 'A newer version of Marquee has written this log.');
      return readAll(db);
    });
  } catch (error) {
    if (error instanceof LogError && error.code === 'unreadable') return null;
    throw error;
  }
}

/** New names for a state that has none. */
export function createRebuilder({ random, now, options }: LogParts): Rebuilder {
  return {
    installId: makeRandomName(random, 16),
    device: makeRandomName(random, deviceNameLength),
    schema: findNewestVersion(options.migrations ?? allMigrations),
    now: now(),
  };
}

function putStore<S extends LogStore>(tx: LogTransaction, store: S, rows: RowMaps): void {
  for (const row of rows[store].values()) putSoon(tx, store, row);
}

async function writeLog(db: LogDatabase, { rows, state, quarantine }: AssembledLog): Promise<void> {
  await runTransaction(db, async (tx) => {
    for (const store of logStores) putStore(tx, store, rows);
    for (const row of quarantine) await tx.objectStore('quarantine').add(row);
    await tx.objectStore('meta').put(state);
  });
}

/** Throws `LogError` `unreadable` if what is read back is not what was written. */
async function verifyLog(db: LogDatabase, { state }: AssembledLog, now: number): Promise<void> {
  if (!isWhole(await readAll(db), state, now))
    throw new LogError('unreadable', 'The new database does not have all rows that were written to it.');
}

/** Writes the log to a new place, reads it back, and makes that place the current one. */
async function buildBeside({ options, connection, now }: LogParts, log: AssembledLog): Promise<void> {
  const { buckets, name = logDatabaseName } = options;
  const refuse = (error: unknown): never => {
    throw toLogError(error);
  };
  const former = await findPlace(buckets, name).catch(refuse);
  const place = await createNextPlace(buckets, name).catch(refuse);
  const { db } = await openDatabase({ ...options, place });
  try {
    await writeLog(db, log);
    await verifyLog(db, log, now());
  } finally {
    db.close();
  }
  await switchToPlace(buckets, name, place);
  connection.close();
  await closeReaders(former);
}

/**
 * Makes the rows found, merged with a backup's rows if one is given, the new content of the log. Writes them to a new
 * database, reads it back, and switches to it in one step; the former one stays until `removeFormerLogs`. If this is
 * interrupted, the former log is unchanged. Throws `LogError` `unreadable` if the browser has no place left, and
 * `newer`.
 */
export async function rebuildLog(parts: LogParts, { evidence, backup, repair }: RebuildPlan): Promise<void> {
  const { backupWriter } = parts;
  await backupWriter.flush();
  const sources = { found: (await readFound(parts)) ?? createNothing(), evidence, backup };
  const rebuilder = createRebuilder(parts);
  const log = assembleLog(sources, rebuilder);
  if (repair !== undefined) {
    repair(log);
    log.state = makeState(log.rows, sources, rebuilder);
  }
  await buildBeside(parts, log);
  backupWriter.load(evidence);
  await backupWriter.update(log.state);
}
