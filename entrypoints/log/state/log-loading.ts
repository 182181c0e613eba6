import { listDiary } from '../../../lib/watchlog/queries/diary.ts';
import { loadLogIndex } from '../../../lib/watchlog/index/index-loading.ts';
import type { LogIndex } from '../../../lib/watchlog/index/index-types.ts';
import { createLogIndex, putEntry, putFilm } from '../../../lib/watchlog/index/log-index.ts';
import type { LogReader } from '../../../lib/watchlog/queries/reading.ts';

/** Enough entries to fill the first screen. */
const firstPage = 40;

/**
 * Reads the newest entries of the diary, then the whole log. Calls `onIndex` with each index and whether it is whole.
 * Ends early when `signal` is aborted. Throws `LogError` when the database cannot be opened.
 */
export async function readLog(
  reader: LogReader,
  signal: AbortSignal,
  onIndex: (index: LogIndex, isWhole: boolean) => void,
): Promise<void> {
  await reader.read(async (db) => {
    const { items, next } = await listDiary(db, { limit: firstPage });
    if (signal.aborted) return;
    const newest = createLogIndex();
    for (const { entry, film } of items) {
      putFilm(newest, film);
      putEntry(newest, entry);
    }
    if (next !== null) onIndex(newest, false);
    try {
      onIndex(await loadLogIndex(db, { signal }), true);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  });
}
