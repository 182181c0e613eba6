import { emptyChecksum } from '../../text/checksum.ts';
import { makeRandomName } from '../../text/ids.ts';
import { loadRing, summarizeBackups } from './backup-ring.ts';
import { loadIntegrityMarker } from './integrity-marker.ts';
import { runCommand, type Command, type CommitResult } from '../store/commit.ts';
import { hasSpare, moveToSpare } from '../store/database-location.ts';
import { LogError } from '../errors.ts';
import { deviceNameLength } from '../store/hybrid-clock.ts';
import { inspectDatabase, type RecoveryEvidence } from './integrity.ts';
import { deleteQuietly, leaveBrokenFiles } from './relocate-database.ts';
import { rebuildState, type LoadedBackup } from './restore.ts';
import type { LogParts } from './log-parts.ts';
import {
  createEmptyCounts,
  logDatabaseName,
  mapStores,
  type LogDatabase,
  type LogState,
} from '../store/schema.ts';
import type { LogStorageArea } from '../store/storage.ts';
import { runTransaction } from '../store/transaction.ts';
import type { CommitReceipt, LogHealth, WriteChanges } from '../types.ts';

/** The integrity marker and the backups from the storage area. Rejects if it cannot be read. */
export async function loadRecoveryEvidence(storage: LogStorageArea): Promise<RecoveryEvidence> {
  return { integrityMarker: await loadIntegrityMarker(storage), ring: await loadRing(storage) };
}

/** Writes the first state of a new log. */
async function createState(
  db: LogDatabase,
  { random }: LogParts,
  installId: string | undefined,
): Promise<LogState> {
  const state: LogState = {
    id: 'state',
    installId: installId ?? makeRandomName(random, 16),
    device: makeRandomName(random, deviceNameLength),
    schema: db.version,
    sequence: 0,
    lastStamp: null,
    counts: createEmptyCounts(),
    checksum: emptyChecksum,
    unsaved: [],
  };
  await runTransaction(db, (tx) => tx.objectStore('meta').put(state));
  return state;
}

/** Recounts the rows found, merged with a backup's rows if one is given, and writes them as the new state. */
function rebuild(
  db: LogDatabase,
  { random, now }: LogParts,
  recoveryEvidence: RecoveryEvidence,
  backup: LoadedBackup | null,
): Promise<LogState> {
  const rebuilder = {
    installId: makeRandomName(random, 16),
    device: makeRandomName(random, deviceNameLength),
    schema: db.version,
    now: now(),
  };
  return runTransaction(db, (tx) => rebuildState(tx, recoveryEvidence, backup, rebuilder));
}

/** The state of a complete database; recounted if an upgrade has changed rows. */
function findPresentState(
  parts: LogParts,
  db: LogDatabase,
  recoveryEvidence: RecoveryEvidence,
  state: LogState | null,
): Promise<LogState> {
  if (state === null) return createState(db, parts, recoveryEvidence.integrityMarker?.installId);
  return state.schema < db.version ? rebuild(db, parts, recoveryEvidence, null) : Promise.resolve(state);
}

async function judge(
  parts: LogParts,
  db: LogDatabase,
  recoveryEvidence: RecoveryEvidence,
): Promise<LogHealth> {
  const { backupWriter } = parts;
  const finding = await inspectDatabase(db, recoveryEvidence);
  if (finding.kind === 'damaged') {
    const { promisedRows, foundRows } = finding;
    const backups = summarizeBackups(recoveryEvidence.ring, recoveryEvidence.integrityMarker);
    return { state: 'damaged', promisedRows, foundRows, backups };
  }
  const state = await findPresentState(
    parts,
    db,
    recoveryEvidence,
    finding.kind === 'whole' ? finding.state : null,
  );
  // If the worker ended between a commit and its integrity marker, the marker is written now.
  if (state.sequence > backupWriter.sequence()) await backupWriter.update(state);
  return { state: 'ok' };
}

/**
 * Compares the log with its recovery evidence, updates the copy, and returns the state of the log. Never
 * rejects.
 */
export async function findHealth(parts: LogParts): Promise<LogHealth> {
  const { storage, connection, backupWriter } = parts;
  let recoveryEvidence: RecoveryEvidence | null = null;
  try {
    await backupWriter.flush();
    const found = (recoveryEvidence = await loadRecoveryEvidence(storage));
    backupWriter.load(found);
    return await connection.use(({ db, newer }) =>
      newer ? Promise.resolve<LogHealth>({ state: 'newer', version: db.version }) : judge(parts, db, found),
    );
  } catch (error) {
    const code = error instanceof LogError ? error.code : 'unreadable';
    const backups =
      recoveryEvidence === null
        ? []
        : summarizeBackups(recoveryEvidence.ring, recoveryEvidence.integrityMarker);
    return { state: 'unreadable', code, backups };
  }
}

/**
 * Returns the state. Throws `LogError` `read-only` if it has disappeared since the log was opened, or is
 * older than the acknowledged commit.
 */
function requireState(state: LogState | undefined, acknowledged: number): LogState {
  if (state !== undefined && state.sequence >= acknowledged) return state;
  throw new LogError('read-only', 'The log has lost rows.');
}

function requireKnown(newer: boolean): void {
  if (newer) throw new LogError('newer', 'A newer version of Marquee has written this log.');
}

/** Runs one command in one transaction, and resolves once it is on disk. Throws `LogError`. */
export function commitCommand(parts: LogParts, command: Command): Promise<CommitResult> {
  const { connection, backupWriter, now, makeId } = parts;
  return connection.use(({ db, newer }) => {
    requireKnown(newer);
    return runTransaction(db, async (tx) => {
      const state = requireState(await tx.objectStore('meta').get('state'), backupWriter.sequence());
      return runCommand(tx, state, command, { now: now(), makeId, savedSequence: backupWriter.sequence() });
    });
  });
}

/** The receipt of a commit, with the changes that its undo needs. */
export function createReceipt({ filmId, state, changes }: CommitResult): CommitReceipt {
  // Each list contains rows of its own store.
  const changed = mapStores((store) => [...changes[store].values()]) as WriteChanges;
  return { filmId, sequence: state.sequence, changes: changed };
}

/** Runs a task until it succeeds; before each retry, takes a step that may make room for a new database. */
async function retryInNewPlace<T>(parts: LogParts, task: () => Promise<T>): Promise<T> {
  const { databaseName = logDatabaseName, buckets } = parts;
  const steps: (() => Promise<void>)[] = [];
  if (!(await hasSpare(buckets))) steps.push(() => deleteQuietly(databaseName));
  if (buckets !== null) steps.push(() => moveToSpare(buckets));
  for (;;) {
    try {
      return await task();
    } catch (error) {
      const step = error instanceof LogError && error.code === 'unreadable' ? steps.shift() : undefined;
      if (step === undefined) throw error;
      await step();
    }
  }
}

/**
 * Makes the rows found, merged with a backup's rows if one is given, the new content of the log. Writes them
 * to new files if the browser has storage buckets. Deletes a database that cannot be opened, because nothing
 * in it can be saved; if that fails too, moves the log to a storage bucket. Throws `LogError` `unreadable` if
 * the browser has no location left.
 */
export async function rebuildLog(
  parts: LogParts,
  recoveryEvidence: RecoveryEvidence,
  backup: LoadedBackup | null,
): Promise<void> {
  const { connection, backupWriter } = parts;
  await backupWriter.flush();
  const move = await leaveBrokenFiles(parts, backup);
  const state = await retryInNewPlace(parts, () =>
    connection.use(({ db, newer }) => {
      requireKnown(newer);
      return rebuild(db, parts, recoveryEvidence, move.backup);
    }),
  );
  await move.clearOld();
  backupWriter.load(recoveryEvidence);
  await backupWriter.update(state);
}
