import { foldLetters } from '../../lib/std/text.ts';
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

/** Whether every word of the query stands in an entry's titles, people, tags, note or place; case and accents aside. */
export function matchesQuery({ entry, film }: DiaryItem, query: string): boolean {
  const words = foldLetters(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = foldLetters(
    [
      film.title,
      film.originalTitle ?? '',
      ...film.alternativeTitles,
      String(film.year ?? ''),
      ...film.directors,
      ...film.cast,
      ...entry.tags,
      entry.note,
      entry.place,
    ].join('\n'),
  );
  return words.every((word) => text.includes(word));
}
