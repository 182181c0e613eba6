import type { LogDatabase } from './schema.ts';
import type { EntryRow, FilmRow } from './types.ts';

/** A viewing with its film. */
export interface DiaryItem {
  entry: EntryRow;
  film: FilmRow;
}

/** Where a page of the diary ended. */
export interface DiaryCursor {
  diaryKey: string;
  id: string;
}

/** A page of the diary, and where the next begins; null where it was the last. */
export interface DiaryPage {
  items: DiaryItem[];
  next: DiaryCursor | null;
}

const newestDay = '\uffff';

/**
 * A page of the diary: at most `limit` viewings behind `after` (from the start without it), the last watched first,
 * those at an unknown time at the end. Deleted ones do not appear; one whose film is missing is left out.
 */
export async function listDiary(
  db: LogDatabase,
  { limit, after = null }: { limit: number; after?: DiaryCursor | null },
): Promise<DiaryPage> {
  const tx = db.transaction(['entries', 'films']);
  const byDay = tx.objectStore('entries').index('byDay');
  const films = tx.objectStore('films');
  const entries: EntryRow[] = [];
  let last: DiaryCursor | null = null;
  let cursor = await byDay.openCursor(IDBKeyRange.upperBound(after?.diaryKey ?? newestDay), 'prev');
  while (cursor !== null && entries.length < limit) {
    const entry = cursor.value;
    const diaryKey = entry.diaryKey ?? '';
    if (after === null || diaryKey < after.diaryKey || entry.id < after.id) {
      entries.push(entry);
      last = { diaryKey, id: entry.id };
      cursor = await cursor.continue();
    } else if (entry.id === after.id) {
      cursor = await cursor.continue();
    } else {
      cursor = await cursor.continuePrimaryKey(after.diaryKey, after.id);
    }
  }
  const found = await Promise.all(entries.map(({ filmId }) => films.get(filmId)));
  const items = entries.flatMap((entry, at): DiaryItem[] => {
    const film = found[at];
    return film === undefined ? [] : [{ entry, film }];
  });
  return { items, next: cursor === null ? null : last };
}

/** What the diary holds of one year: viewings, and different films among them. */
export async function countYear(db: LogDatabase, year: number): Promise<{ viewings: number; films: number }> {
  const text = String(year).padStart(4, '0');
  const entries = await db.getAllFromIndex('entries', 'byDay', IDBKeyRange.bound(text, text + newestDay));
  return { viewings: entries.length, films: new Set(entries.map(({ filmId }) => filmId)).size };
}
