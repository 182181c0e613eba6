import { comparePartialDates } from '../dates/partial-date.ts';
import type { ReadEntry } from './types.ts';

/**
 * Marks every viewing of one film but the first as a rewatch, for services that do not say it themselves. A viewing at
 * an unknown time counts as the earliest; of those on one day the moment tells, else the order of the rows.
 */
export function markRewatches(viewings: ReadEntry[]): void {
  const ordered = viewings.toSorted(
    (a, b) => comparePartialDates(a.watchedOn, b.watchedOn) || (a.watchedAt ?? 0) - (b.watchedAt ?? 0),
  );
  ordered.forEach((entry, at) => {
    entry.rewatch ||= at > 0;
  });
}
