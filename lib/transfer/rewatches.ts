import { comparePartialDates } from '../dates/partial-date.ts';
import type { ReadEntry } from './types.ts';

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
