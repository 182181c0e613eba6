import { emptyChecksum } from '../../text/checksum.ts';
import { makeRandomName } from '../../text/ids.ts';
import { loadRing, summarizeBackups } from './backup-ring.ts';
import { loadIntegrityMarker } from './integrity-marker.ts';
import { evidenceKeys } from './copy-area.ts';
import { runCommand, type Command, type CommitResult } from '../store/commit.ts';
import { LogError } from '../errors.ts';
import { deviceNameLength } from '../store/hybrid-clock.ts';
import { inspectDatabase, type RecoveryEvidence } from './integrity.ts';
import { createRebuilder } from './rebuild-log.ts';
import { recountState } from './recount-state.ts';
import { findOldLog } from './witness.ts';
import type { LogParts } from './log-parts.ts';
import { createEmptyCounts, mapStores, type LogDatabase, type LogState } from '../store/schema.ts';
import { readKeys, type LogStorageArea } from '../store/storage.ts';
import { runTransaction } from '../store/transaction.ts';
import type { BackupFault, CommitReceipt, LogHealth, WriteChanges } from '../types.ts';

/**
 * The integrity marker and the backups from the storage area. Throws `LogError` `unreadable` if nothing there can be
 * read, and `slow`; a value that cannot be read alone counts as absent.
 */
export async function loadRecoveryEvidence(storage: LogStorageArea): Promise<RecoveryEvidence> {
  const { unreadable, isSlow } = await readKeys(storage, evidenceKeys);
  if (!isSlow && unreadable.length === evidenceKeys.length)
    throw new LogError('unreadable', 'The storage area of the backups cannot be read.');
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

/** Recounts the rows, and writes the result as the new state. */
function recount(db: LogDatabase, parts: LogParts, evidence: RecoveryEvidence): Promise<LogState> {
  const rebuilder = { ...createRebuilder(parts), schema: db.version };
  return runTransaction(db, (tx) => recountState(tx, evidence, rebuilder));
}

/** The state of a complete database; recounted if an upgrade has changed rows. */
function findPresentState(
  parts: LogParts,
  db: LogDatabase,
  recoveryEvidence: RecoveryEvidence,
  state: LogState | null,
): Promise<LogState> {
  if (state === null) return createState(db, parts, recoveryEvidence.integrityMarker?.installId);
  return state.schema < db.version ? recount(db, parts, recoveryEvidence) : Promise.resolve(state);
}

/** The health of a log whose rows are all there. */
async function describeState({ witness }: LogParts, state: LogState): Promise<LogHealth> {
  if (state.missing !== undefined) return { state: 'incomplete', missing: state.missing };
  const older = findOldLog(state, await witness.load());
  if (older !== undefined) return { state: 'ok', older };
  await witness.noteDaily(state);
  return { state: 'ok' };
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
  if (finding.kind === 'fresh') {
    const witness = await parts.witness.load();
    if (witness !== null && witness.rows > 0)
      return { state: 'damaged', promisedRows: witness.rows, foundRows: 0, backups: [], witness };
  }
  // Nobody can say whether an empty database is new or lost.
  if (finding.kind === 'fresh' && parts.storage.isBroken())
    throw new LogError('unreadable', 'Neither a log nor its backups can be read.');
  const state = await findPresentState(
    parts,
    db,
    recoveryEvidence,
    finding.kind === 'whole' ? finding.state : null,
  );
  // If the worker ended between a commit and its integrity marker, the marker is written now.
  if (state.sequence > backupWriter.sequence()) await backupWriter.update(state);
  return describeState(parts, state);
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
    await storage.choose();
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

/** The receipt of a commit, with the changes that its undo needs and the reason why it is not backed up. */
export function createReceipt(
  { filmId, state, changes }: CommitResult,
  notBackedUp: BackupFault | undefined,
): CommitReceipt {
  // Each list contains rows of its own store.
  const changed = mapStores((store) => [...changes[store].values()]) as WriteChanges;
  const receipt = { filmId, sequence: state.sequence, changes: changed };
  return notBackedUp === undefined ? receipt : { ...receipt, notBackedUp };
}
