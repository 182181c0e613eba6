import type { BackupRing } from './backup-ring.ts';
import type { IntegrityMarker } from './integrity-marker.ts';
import {
  createEmptyCounts,
  logStores,
  type LogDatabase,
  type LogState,
  type QuarantinedRow,
  type StoreCounts,
} from '../store/schema.ts';
import type { LogStore } from '../types.ts';

/** Records outside the database that show what it must contain. */
export interface RecoveryEvidence {
  integrityMarker: IntegrityMarker | null;
  ring: BackupRing;
}

/** The result of comparing the database with the recovery evidence. */
export type Finding =
  | { kind: 'fresh' }
  | { kind: 'whole'; state: LogState }
  | { kind: 'damaged'; promisedRows: number; foundRows: number };

/** The number of a store's rows that are in the quarantine but still count as its own. */
export function countCounted(quarantined: QuarantinedRow[], store: LogStore): number {
  return quarantined.filter((row) => row.counted && row.store === store).length;
}

/** The state (null if there is none) and the number of rows in each store, in one transaction. */
async function countFound(db: LogDatabase): Promise<{ state: LogState | null; found: StoreCounts }> {
  const tx = db.transaction([...logStores, 'meta', 'quarantine'] as const);
  const found = createEmptyCounts();
  const [state, quarantined] = await Promise.all([
    tx.objectStore('meta').get('state'),
    tx.objectStore('quarantine').getAll(),
    ...logStores.map(async (store) => {
      found[store].rows = await tx.objectStore(store).count();
    }),
  ]);
  for (const store of logStores) found[store].rows += countCounted(quarantined, store);
  return { state: state ?? null, found };
}

function countRows(counts: StoreCounts): number {
  return logStores.reduce((sum, store) => sum + counts[store].rows, 0);
}

/**
 * Whether the state belongs to another log, is older than the recovery evidence, or differs from the
 * integrity marker.
 */
function disagrees(state: LogState, integrityMarker: IntegrityMarker | null, ring: BackupRing): boolean {
  if (state.sequence < (ring.backups[0]?.sequence ?? 0)) return true;
  if (integrityMarker === null) return false;
  if (state.installId !== integrityMarker.installId || state.sequence < integrityMarker.sequence) return true;
  return state.sequence === integrityMarker.sequence && state.checksum !== integrityMarker.checksum;
}

/** The integrity marker, unless a rebuild has already taken it into account. */
function findValidMarker(state: LogState | null, marker: IntegrityMarker | null): IntegrityMarker | null {
  return marker !== null && marker.sequence > (state?.supersedes ?? -1) ? marker : null;
}

/**
 * Compares the database with the recovery evidence. `damaged`: a store has fewer rows than the integrity
 * marker or the database's own state says, or the newest commit is older than an acknowledged one. `fresh`:
 * the database is empty and should be. Rows are never removed (deletions leave tombstones), so fewer rows
 * mean a loss.
 */
export async function inspectDatabase(
  db: LogDatabase,
  { integrityMarker: known, ring }: RecoveryEvidence,
): Promise<Finding> {
  const { state, found } = await countFound(db);
  const integrityMarker = findValidMarker(state, known);
  const foundRows = countRows(found);
  const promisedOutside = Math.max(integrityMarker?.sequence ?? 0, ring.backups[0]?.sequence ?? 0);
  if (state === null && foundRows === 0 && promisedOutside === 0) return { kind: 'fresh' };
  const promised = createEmptyCounts();
  for (const store of logStores) {
    promised[store].rows = Math.max(integrityMarker?.counts[store].rows ?? 0, state?.counts[store].rows ?? 0);
  }
  const hasLost = logStores.some((store) => found[store].rows < promised[store].rows);
  if (state !== null && !hasLost && !disagrees(state, integrityMarker, ring)) return { kind: 'whole', state };
  return {
    kind: 'damaged',
    promisedRows: Math.max(countRows(promised), ring.backups[0]?.rows ?? 0),
    foundRows,
  };
}
