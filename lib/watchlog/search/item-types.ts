import type { FilmRef } from '../../films/types.ts';
import type { RatingValue, WatchlistRow } from '../types.ts';

/** A film in the log as lists show it. */
export interface ListedFilm {
  id: string;
  refs: FilmRef[];
  title: string;
  originalTitle: string | null;
  year: number | null;
  directors: readonly string[];
  genres: readonly string[];
  runtimeMinutes: number | null;
  liked: boolean;
  /** The film's own tags. */
  tags: readonly string[];
  /** The film's own rating, otherwise that of the last rated entry; null if there is none. */
  rating: RatingValue | null;
  /** Whether `rating` is the film's own. */
  isRated: boolean;
  criteria: Record<string, RatingValue>;
  /** Null if it is not on the watchlist. */
  priority: WatchlistRow['priority'] | null;
  reason: string;
  /** Milliseconds since 1970; null if it is not on the watchlist. */
  listedAt: number | null;
  entryCount: number;
  /** The last time it was watched; null if unknown or never. */
  lastWatched: string | null;
}

/** An entry as lists show it. */
export interface ListedEntry {
  id: string;
  film: ListedFilm;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null if unknown. */
  watchedOn: string | null;
  rewatch: boolean;
  finished: boolean;
  rating: RatingValue | null;
  tags: readonly string[];
  note: string;
  place: string;
  company: string;
  hasReview: boolean;
}

/** A heading in the diary: a month, a year for entries with only a year, or an unknown time. */
export interface DiaryHeading {
  /** `YYYY-MM`, `YYYY` or null. */
  period: string | null;
  /** Entries under it. */
  entryCount: number;
  /** Sums up the entries under it. */
  sum: () => HeadingSum;
}

/** The different films under a heading of the diary, and the time of the finished entries. */
export interface HeadingSum {
  films: number;
  /** The sum of the known running times, in minutes; of how many entries it is, and how many have no known length. */
  minutes: number;
  timed: number;
  untimed: number;
}

/** The lines of the diary as numbers, because there can be a hundred thousand. */
export interface DiaryLines {
  /** The position of an entry, or a negative number for a heading: -1 is the first. */
  lines: ArrayLike<number>;
  headings: readonly DiaryHeading[];
}

/** The filter values that occur in the log. */
export interface FilterChoices {
  years: number[];
  decades: number[];
  /** Calendar years of entries. */
  seenIn: number[];
  tags: string[];
  genres: string[];
  directors: string[];
}
