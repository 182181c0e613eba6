import { comparePartialDates } from '../dates/partial-date.ts';
import type { WatchEntry, RatingValue } from './types.ts';

/** The fields of an entry that say when it was watched. */
export type EntryTime = Pick<WatchEntry, 'id' | 'watchedOn' | 'loggedAt'>;

/** The fields of an entry that can determine the rating of its film. */
export type RatedEntry = EntryTime & Pick<WatchEntry, 'rating'>;

/**
 * The rating of a film in half stars; `entry` is the entry that it comes from, null for the film's own
 * rating.
 */
export interface FilmRating<Entry> {
  value: RatingValue;
  entry: Entry | null;
}

/**
 * Negative if `a` was watched before `b`, positive if after. Entries of the same day are ordered by the time
 * they were logged, and entries logged at the same time (as in one import) by their ids.
 */
export function compareEntries(a: EntryTime, b: EntryTime): number {
  return comparePartialDates(a.watchedOn, b.watchedOn) || a.loggedAt - b.loggedAt || (a.id < b.id ? -1 : 1);
}

/**
 * Decides the user's rating of a film: the film's own rating (`present`), otherwise that of the last rated
 * entry; null if there is neither. Popup, badge, log page, statistics and exports all use this function. The
 * entries may be in any order and must not include deleted ones.
 */
export function decideFilmRating<Entry extends RatedEntry>(
  present: RatingValue | null,
  entries: Iterable<Entry>,
): FilmRating<Entry> | null {
  if (present !== null) return { value: present, entry: null };
  let last: FilmRating<Entry> | null = null;
  for (const entry of entries) {
    const { rating } = entry;
    const isLater = last?.entry ? compareEntries(entry, last.entry) > 0 : true;
    if (rating !== null && isLater) last = { value: rating, entry };
  }
  return last;
}
