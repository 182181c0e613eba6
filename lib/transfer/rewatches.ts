import { comparePartialDates } from '../dates/partial-date.ts';
import type { ReadEntry } from './types.ts';

/**
 * The entries without those that a number of plays counts twice, for files in which the number in each row of a film is the
 * film's. A film keeps as many as its row with the most entries made, or as it has rows; dated ones all stay.
 */
export function dropRepeatedPlays(entries: ReadEntry[]): ReadEntry[] {
  const repeated = new Set<ReadEntry>();
  for (const ofFilm of Map.groupBy(entries, ({ film }) => film).values()) {
    const rows = [...Map.groupBy(ofFilm, ({ from }) => `${from.row} ${from.file}`).values()];
    const count = Math.max(rows.length, ...rows.map(({ length }) => length));
    const undated = ofFilm.filter(({ watchedOn }) => watchedOn === null);
    for (const entry of undated.slice(0, ofFilm.length - count)) repeated.add(entry);
  }
  return entries.filter((entry) => !repeated.has(entry));
}

/**
 * Marks every entry of one film except the first as a rewatch, for services that do not record it. An entry with an
 * unknown day counts as the earliest. Entries on one day are ordered by time, or else by row.
 */
export function markRewatches(entries: ReadEntry[]): void {
  const ordered = entries.toSorted(
    (a, b) => comparePartialDates(a.watchedOn, b.watchedOn) || (a.watchedAt ?? 0) - (b.watchedAt ?? 0),
  );
  ordered.forEach((entry, at) => {
    entry.rewatch ||= at > 0;
  });
}
