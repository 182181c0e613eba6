import type { Film } from '../../films/types.ts';
import type { LogDatabase } from '../store/schema.ts';
import type { WatchEntry } from '../types.ts';
import { listDiary } from './diary.ts';

/** An entry of the diary with what a short list shows of its film. */
interface LatelyEntry extends Pick<WatchEntry, 'id' | 'watchedOn' | 'rating'> {
  film: Pick<Film, 'title' | 'year' | 'refs' | 'directors'>;
}

/** The newest entries of the diary. */
export interface Lately {
  entries: LatelyEntry[];
  /** True if the log has no film, seen or not. */
  isLogEmpty: boolean;
}

const mostEntries = 3;

/** The newest entries of the diary with their films, at most three, and whether the log has no film at all. */
export async function findLately(db: LogDatabase): Promise<Lately> {
  const { items } = await listDiary(db, { limit: mostEntries });
  const entries = items.map(({ entry, film }): LatelyEntry => {
    const { id, watchedOn, rating } = entry;
    const { title, year, refs, directors } = film;
    return { id, watchedOn, rating, film: { title, year, refs, directors } };
  });
  return { entries, isLogEmpty: entries.length === 0 && !(await hasFilm(db)) };
}

/** Whether a film is in the log. Deleted ones are few, because they are removed after a while. */
async function hasFilm(db: LogDatabase): Promise<boolean> {
  let cursor = await db.transaction('films').store.openCursor();
  while (cursor !== null && cursor.value.deleted !== null) cursor = await cursor.continue();
  return cursor !== null;
}
