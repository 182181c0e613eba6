import { loadIntegrityMarker } from '../recovery/integrity-marker.ts';
import type { LogChanges } from '../commands/edit-types.ts';
import { createRowMaps, listRows, replayJournal } from '../recovery/journal.ts';
import type { LogDatabase } from '../store/schema.ts';
import type { LogStorageArea } from '../store/storage.ts';

/** More commits than this are not gathered: reading anew is quicker. */
const maxCommits = 200;

/**
 * The rows changed since a commit, as they are after the newest, out of the journal beside the database. Null where the
 * journal does not reach back so far, is behind the database, or so much was changed that reading anew is quicker.
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
  if (((await loadIntegrityMarker(storage))?.sequence ?? 0) < sequence) return null;
  const reached = await replayJournal(storage, maps, { sequence: since, last: sequence });
  return reached.sequence === sequence ? { sequence, rows: listRows(maps) } : null;
}
