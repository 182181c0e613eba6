import type { FilmRef } from '../../lib/films/types.ts';
import type { RatingValue, WatchlistRow } from '../../lib/watchlog/types.ts';

/** A film of the log as lists show it. */
export interface FilmView {
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
export interface EntryView {
  id: string;
  film: FilmView;
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
