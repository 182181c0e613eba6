import { comparePartialDates } from '../dates/partial-date.ts';
import type { WatchEntry, RatingValue } from './types.ts';

/** What an entry says about when it was watched. */
export type EntryTime = Pick<WatchEntry, 'id' | 'watchedOn' | 'loggedAt'>;

/** An entry as far as the rating of its film depends on it. */
export type RatedEntry = EntryTime & Pick<WatchEntry, 'rating'>;

/** The rating of a film in half stars; `entry` is the one that it was given at, null where it is the film's own. */
export interface FilmRating<Entry> {
  value: RatingValue;
  entry: Entry | null;
}

/**
 * Negative where `a` was watched before `b`, positive where it was watched after. Entries of one day follow the time
 * they were logged, and entries logged at one time (as those of one import) the order of their ids.
 */
export function compareEntries(a: EntryTime, b: EntryTime): number {
  return comparePartialDates(a.watchedOn, b.watchedOn) || a.loggedAt - b.loggedAt || (a.id < b.id ? -1 : 1);
}

/**
 * Decides the user's rating of a film: the rating of the film itself (`present`), else the one given at the last rated
 * entry. Null where there is neither. Popup, badge, log page, statistics and exports all ask here. The entries may come
 * in any order; deleted ones must not be among them.
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
