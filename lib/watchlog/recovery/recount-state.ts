import { makeState, type FoundLog, type Rebuilder } from './assemble-log.ts';
import type { RecoveryEvidence } from './integrity.ts';
import { createRowMaps, type RowMaps } from './journal.ts';
import { logStores, type LogState, type LogTransaction } from '../store/schema.ts';
import type { LogStore, Witness } from '../types.ts';

async function readStore<S extends LogStore>(tx: LogTransaction, store: S, rows: RowMaps): Promise<void> {
  for (const row of await tx.objectStore(store).getAll()) rows[store].set(row.id, row);
}

/** Rows in the quarantine no longer count as rows of their stores. */
async function discountQuarantined(tx: LogTransaction): Promise<void> {
  const quarantine = tx.objectStore('quarantine');
  for (let cursor = await quarantine.openCursor(); cursor !== null; cursor = await cursor.continue()) {
    await cursor.update({ ...cursor.value, counted: false });
  }
}

/**
 * Recalculates the state of a log whose rows an upgrade has changed, in the given transaction; the caller awaits
 * `tx.done`. Returns the state.
 */
export async function recountState(
  tx: LogTransaction,
  evidence: RecoveryEvidence,
  rebuilder: Rebuilder,
): Promise<LogState> {
  const rows = createRowMaps();
  await discountQuarantined(tx);
  for (const store of logStores) await readStore(tx, store, rows);
  const found: FoundLog = {
    rows,
    unreadable: [],
    state: (await tx.objectStore('meta').get('state')) ?? null,
    quarantine: [],
  };
  const state = makeState(rows, { found, evidence, backup: null }, rebuilder);
  await tx.objectStore('meta').put(state);
  return state;
}

/** Removes from the state what the user has read: what the last restore lacked, and that a witness knows a newer log. */
export async function dismissNotices(tx: LogTransaction, witness: Witness | null): Promise<void> {
  const state = await tx.objectStore('meta').get('state');
  if (state === undefined) return;
  const { missing: _missing, ...rest } = state;
  await tx.objectStore('meta').put({ ...rest, acceptedWitness: witness?.sequence ?? 0 });
}
