import type { IDBPIndex } from 'idb';
import type { LogDatabase, LogSchema } from '../store/schema.ts';
import type { WatchEntry, FilmRow } from '../types.ts';

/** An entry with its film. */
interface DiaryItem {
  entry: WatchEntry;
  film: FilmRow;
}

/** The position where a page of the diary ended. */
export interface DiaryCursor {
  diaryKey: string;
  id: string;
}

/** A page of the diary, and the position of the next; null after the last page. */
export interface DiaryPage {
  items: DiaryItem[];
  next: DiaryCursor | null;
}

const newestDay = '\uffff';

/**
 * An index in a browser that can read many rows backwards in one request (Indexed Database 3.0,
 * `getAllRecords`).
 */
interface BackwardIndex {
  getAllRecords: (options: { direction: 'prev'; count: number }) => Promise<{ value: WatchEntry }[]>;
}

const isBackward = (index: object): index is BackwardIndex => 'getAllRecords' in index;

/** At most `limit` entries after a position, and whether there are more. */
interface EntryPage {
  entries: WatchEntry[];
  hasMore: boolean;
}

/** Reads the newest entries in one request. */
async function readNewest(index: BackwardIndex, limit: number): Promise<EntryPage> {
  const records = await index.getAllRecords({ direction: 'prev', count: limit + 1 });
  return {
    entries: records.slice(0, limit).map(({ value }) => value),
    hasMore: records.length > limit,
  };
}

/** Reads entries one at a time. */
async function readByCursor(
  byDay: IDBPIndex<LogSchema, ['entries', 'films'], 'entries', 'byDay'>,
  limit: number,
  after: DiaryCursor | null,
): Promise<EntryPage> {
  const entries: WatchEntry[] = [];
  let cursor = await byDay.openCursor(IDBKeyRange.upperBound(after?.diaryKey ?? newestDay), 'prev');
  while (cursor !== null && entries.length < limit) {
    const entry = cursor.value;
    const diaryKey = entry.diaryKey ?? '';
    if (after === null || diaryKey < after.diaryKey || entry.id < after.id) {
      entries.push(entry);
      cursor = await cursor.continue();
    } else if (entry.id === after.id) {
      cursor = await cursor.continue();
    } else {
      cursor = await cursor.continuePrimaryKey(after.diaryKey, after.id);
    }
  }
  return { entries, hasMore: cursor !== null };
}

/**
 * A page of the diary: at most `limit` entries after `after` (from the start if it is null), last watched
 * first, those at an unknown time at the end. Skips deleted entries and those whose film is missing.
 */
export async function listDiary(
  db: LogDatabase,
  { limit, after = null }: { limit: number; after?: DiaryCursor | null },
): Promise<DiaryPage> {
  const tx = db.transaction(['entries', 'films']);
  const byDay = tx.objectStore('entries').index('byDay');
  const films = tx.objectStore('films');
  const { entries, hasMore } =
    after === null && isBackward(byDay)
      ? await readNewest(byDay, limit)
      : await readByCursor(byDay, limit, after);
  const found = await Promise.all(entries.map(({ filmId }) => films.get(filmId)));
  const items = entries.flatMap((entry, at): DiaryItem[] => {
    const film = found[at];
    return film === undefined ? [] : [{ entry, film }];
  });
  const last = entries.at(-1);
  return { items, next: hasMore && last ? { diaryKey: last.diaryKey ?? '', id: last.id } : null };
}
