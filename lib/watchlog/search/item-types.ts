import type { FilmRef } from '../../films/types.ts';
import type { RatingValue, WatchlistRow } from '../types.ts';

/** A film of the log as lists show it. */
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
  /** Of the film itself, seen or not. */
  tags: readonly string[];
  /** The present rating, else the one last given to a viewing; null where there is none. */
  rating: RatingValue | null;
  /** Whether `rating` is the present one. */
  isRated: boolean;
  criteria: Record<string, RatingValue>;
  /** Null: not on the watchlist. */
  priority: WatchlistRow['priority'] | null;
  reason: string;
  /** Milliseconds since 1970; null where it is not on the watchlist. */
  listedAt: number | null;
  viewings: number;
  /** The last time it was watched; null where that is unknown, or never. */
  lastWatched: string | null;
}

/** A viewing as lists show it. */
export interface ListedEntry {
  id: string;
  film: ListedFilm;
  /** `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or null at an unknown time. */
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

/** A heading of the diary: a month, or what is known only to the year, or not at all. */
export interface DiaryHeading {
  /** `YYYY-MM`, `YYYY` or null. */
  period: string | null;
  /** Entries under it. */
  viewings: number;
  /** Adds up the known running times of what was seen to the end, in minutes. */
  sumMinutes: () => number;
}

/** The lines of the diary as numbers, for there can be a hundred thousand. */
export interface DiaryLines {
  /** The position of an entry; or, below zero, a heading: -1 is the first. */
  lines: ArrayLike<number>;
  headings: readonly DiaryHeading[];
}

/** What the log has to filter by. */
export interface FilterChoices {
  years: number[];
  decades: number[];
  /** Calendar years of entries. */
  seenIn: number[];
  tags: string[];
  genres: string[];
  directors: string[];
}
