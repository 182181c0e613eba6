import { openDatabase } from '../../lib/watchlog/database.ts';
import { listDiary, type DiaryCursor, type DiaryItem } from '../../lib/watchlog/diary.ts';

/** As many as fill the first screen. */
const firstPage = 60;
const nextPages = 500;

/**
 * Reads the whole diary, newest first, in pages: `onPage` is given all that has been read so far and whether that
 * is all. Ends early where `signal` is aborted. Throws `LogError` where the database cannot be opened.
 */
export async function readDiary(
  signal: AbortSignal,
  onPage: (items: DiaryItem[], isWhole: boolean) => void,
): Promise<void> {
  const { db } = await openDatabase();
  try {
    const items: DiaryItem[] = [];
    let after: DiaryCursor | null = null;
    do {
      const page = await listDiary(db, { limit: items.length === 0 ? firstPage : nextPages, after });
      if (signal.aborted) return;
      items.push(...page.items);
      after = page.next;
      onPage([...items], after === null);
    } while (after !== null);
  } finally {
    db.close();
  }
}
