import { loadIntegrityMarker } from '../recovery/integrity-marker.ts';
import type { LogChanges } from '../commands/edit-types.ts';
import { createRowMaps, listRows, replayJournal } from '../recovery/journal.ts';
import type { LogDatabase } from '../store/schema.ts';
import type { LogStorageArea } from '../store/storage.ts';

/** Maximum number of commits gathered; beyond it reading everything again is faster. */
const maxCommits = 200;

/**
 * The current rows that changed since a commit, from the journal. Null if the journal does not reach back
 * that far or is behind the database, or if so many commits were made that reading everything again is
 * faster.
 */
export async function findChanges(
  db: LogDatabase,
  storage: LogStorageArea,
  since: number,
): Promise<LogChanges | null> {
  const sequence = (await db.get('meta', 'state'))?.sequence ?? 0;
  const maps = createRowMaps();
  if (sequence === since) return { sequence, rows: listRows(maps) };
  if (since > sequence || sequence - since > maxCommits) return null;
  // Never rejects, even if the storage area cannot be read: then the marker is missing.
  if (((await loadIntegrityMarker(storage))?.sequence ?? 0) < sequence) return null;
  const { gaps, unreadable } = await replayJournal(storage, maps, { sequence: since, last: sequence });
  return gaps.commits + unreadable.length === 0 ? { sequence, rows: listRows(maps) } : null;
}
