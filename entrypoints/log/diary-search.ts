import { foldLetters } from '../../lib/std/text.ts';
import type { DiaryItem } from '../../lib/watchlog/diary.ts';

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
