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

/** What was promised outside the database. */
export interface RecoveryEvidence {
  integrityMarker: IntegrityMarker | null;
  ring: BackupRing;
}

/** What a comparison of the database with what was promised finds. */
export type Finding =
  | { kind: 'fresh' }
  | { kind: 'whole'; state: LogState }
  | { kind: 'damaged'; promisedRows: number; foundRows: number };

/** How many rows of a store are in the quarantine and counted as its own. */
export function countCounted(quarantined: QuarantinedRow[], store: LogStore): number {
  return quarantined.filter((row) => row.counted && row.store === store).length;
}

/** The state (null: none) and the number of rows of each store as they are, in one transaction. */
async function countFound(db: LogDatabase): Promise<{ state: LogState | null; found: StoreCounts }> {
  const tx = db.transaction([...logStores, 'meta', 'quarantine']);
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

function sumRows(counts: StoreCounts): number {
  return logStores.reduce((sum, store) => sum + counts[store].rows, 0);
}

/** Whether the state is another log's, or older than, or other than what the integrity marker saw. */
function disagrees(state: LogState, integrityMarker: IntegrityMarker | null, ring: BackupRing): boolean {
  if (state.sequence < (ring.backups[0]?.sequence ?? 0)) return true;
  if (integrityMarker === null) return false;
  if (state.installId !== integrityMarker.installId || state.sequence < integrityMarker.sequence) return true;
  return state.sequence === integrityMarker.sequence && state.checksum !== integrityMarker.checksum;
}

/**
 * Compares the database with what was promised. `damaged`: a store has fewer rows than the integrity marker or the state of the
 * database itself says, or its newest commit is older than one that was acknowledged. `fresh`: there is nothing, and
 * nothing was promised. Rows are only ever made, deletions leave tombstones, so fewer means lost.
 */
export async function inspectDatabase(
  db: LogDatabase,
  { integrityMarker, ring }: RecoveryEvidence,
): Promise<Finding> {
  const { state, found } = await countFound(db);
  const foundRows = sumRows(found);
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
    promisedRows: Math.max(sumRows(promised), ring.backups[0]?.rows ?? 0),
    foundRows,
  };
}
