import { emptyChecksum, toggleChecksum } from '../../text/checksum.ts';
import { checksumRow } from '../store/commit.ts';
import { deriveFields } from '../store/stamp-row.ts';
import { isBelievableStamp } from '../store/hybrid-clock.ts';
import type { RecoveryEvidence } from './integrity.ts';
import { noGaps, type RowMaps } from './journal.ts';
import { mergeRows } from '../store/merge.ts';
import type { LoadedBackup } from './restore.ts';
import {
  createEmptyCounts,
  logStores,
  type LogState,
  type QuarantinedRow,
  type RowOf,
} from '../store/schema.ts';
import type { LogStore, MissingData, Stamp } from '../types.ts';

/** What is left in a database. */
export interface FoundLog {
  rows: RowMaps;
  /** Rows that are there and that the browser cannot read; the id is null if it is not known either. */
  unreadable: { store: LogStore; id: string | null }[];
  state: LogState | null;
  quarantine: QuarantinedRow[];
}

/** The whole content of a log. */
export interface AssembledLog {
  rows: RowMaps;
  state: LogState;
  quarantine: QuarantinedRow[];
}

/** What a log is assembled from. */
export interface LogSources {
  found: FoundLog;
  evidence: RecoveryEvidence;
  backup: LoadedBackup | null;
}

/** The values for a new state. */
export interface Rebuilder {
  installId: string;
  device: string;
  /** The database's version. */
  schema: number;
  /** Milliseconds since 1970. */
  now: number;
}

/** Counts, checksum and newest stamp of rows. */
export interface LogSum {
  counts: LogState['counts'];
  checksum: string;
  lastStamp: Stamp | null;
}

// A broken row may have no stamps.
const listStamps = ({ stamps = {} }: { stamps?: Record<string, Stamp> }): Stamp[] => Object.values(stamps);

function sumStore<S extends LogStore>(sum: LogSum, store: S, rows: RowMaps, now: number): void {
  const count = sum.counts[store];
  for (const row of rows[store].values()) {
    count.rows += 1;
    if (row.deleted === null) count.live += 1;
    sum.checksum = toggleChecksum(sum.checksum, checksumRow(store, row));
    for (const stamp of listStamps(row)) {
      if ((sum.lastStamp === null || stamp > sum.lastStamp) && isBelievableStamp(stamp, now))
        sum.lastStamp = stamp;
    }
  }
}

/** Counts and checksum of rows, and their newest stamp that is believable at `now` (milliseconds since 1970). */
export function sumRows(rows: RowMaps, now: number): LogSum {
  const sum: LogSum = { counts: createEmptyCounts(), checksum: emptyChecksum, lastStamp: null };
  for (const store of logStores) sumStore(sum, store, rows, now);
  return sum;
}

/** Joins a row of the database with the backup's row of the same id. */
type Join = <S extends LogStore>(mine: RowOf<S>, theirs: RowOf<S>) => RowOf<S>;

function mergeStore<S extends LogStore>(rows: RowMaps, restored: RowMaps, store: S, join: Join): void {
  for (const theirs of restored[store].values()) {
    const mine = rows[store].get(theirs.id);
    rows[store].set(theirs.id, deriveFields<S>(mine === undefined ? theirs : join<S>(mine, theirs)));
  }
}

function mergeBackup({ rows, state }: FoundLog, backup: LoadedBackup): void {
  // A database that went back to an older commit has nothing newer, even if its stamps say so after the clock
  // was set back. But a backup with gaps may lack what the database has.
  const isOlder = state !== null && state.sequence <= backup.sequence && backup.gaps.commits === 0;
  const join: Join = (mine, theirs) => (isOlder ? theirs : mergeRows(mine, theirs));
  for (const store of logStores) mergeStore(rows, backup.rows, store, join);
}

/** The number of a store's rows that were in the database, could not be read, and that no backup has replaced. */
function countUnread(rows: RowMaps, { found, backup }: LogSources, store: LogStore): number {
  const isPromised = backup !== null && backup.promised !== null;
  return found.unreadable.filter(
    (row) => row.store === store && (row.id === null ? !isPromised : !rows[store].has(row.id)),
  ).length;
}

/** What the rows lack of what the backup promised, or of what was in the database; undefined if nothing. */
function findMissing(rows: RowMaps, sum: LogSum, sources: LogSources): MissingData | undefined {
  const { backup, evidence } = sources;
  if (sum.checksum === evidence.integrityMarker?.checksum) return undefined;
  const gaps = backup?.gaps ?? noGaps;
  const missing = logStores
    .map((store) => {
      const promised = backup?.promised?.[store].rows ?? 0;
      return { store, count: Math.max(promised - sum.counts[store].rows, countUnread(rows, sources, store)) };
    })
    .filter(({ count }) => count > 0);
  return missing.length === 0 && gaps.commits === 0 ? undefined : { rows: missing, ...gaps };
}

/**
 * The state of a log with the given rows: counts and checksum, with a sequence above all earlier ones. `missing` says what
 * is not there although the backup promised it, or the database had it.
 */
export function makeState(rows: RowMaps, sources: LogSources, rebuilder: Rebuilder): LogState {
  const { found, evidence, backup } = sources;
  const { integrityMarker, ring } = evidence;
  const outside = Math.max(integrityMarker?.sequence ?? 0, ring.backups[0]?.sequence ?? 0);
  const sum = sumRows(rows, rebuilder.now);
  const missing = findMissing(rows, sum, sources);
  return {
    id: 'state',
    installId: integrityMarker?.installId ?? found.state?.installId ?? rebuilder.installId,
    device: found.state?.device ?? rebuilder.device,
    schema: rebuilder.schema,
    sequence: Math.max(outside, found.state?.sequence ?? 0, backup?.sequence ?? 0) + 1,
    ...sum,
    unsaved: null,
    supersedes: outside,
    ...(missing && { missing }),
  };
}

/** The rows found, merged with a backup's rows if one is given, as a whole log. Changes the given maps. */
export function assembleLog(sources: LogSources, rebuilder: Rebuilder): AssembledLog {
  const { found, backup } = sources;
  if (backup !== null) mergeBackup(found, backup);
  const unreadable = (backup?.unreadable ?? []).map((row) => ({ ...row, foundAt: rebuilder.now }));
  const quarantine = [...found.quarantine, ...unreadable].map((row) => ({ ...row, counted: false }));
  return { rows: found.rows, state: makeState(found.rows, sources, rebuilder), quarantine };
}
