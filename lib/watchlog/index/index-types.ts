import type { FilmRef } from '../../films/types.ts';
import type { TextPool } from '../../text/text-pool.ts';
import type { RatingValue, WatchlistRow } from '../types.ts';

/**
 * Films as columns: a position in each list is one film. A deleted film keeps its position, and `live` is
 * then false.
 */
interface FilmColumns {
  ids: string[];
  live: boolean[];
  refs: FilmRef[][];
  titles: string[];
  originalTitles: (string | null)[];
  alternativeTitles: (readonly string[])[];
  years: (number | null)[];
  directors: (readonly string[])[];
  /** At most the first `maxCast` names. */
  cast: (readonly string[])[];
  genres: (readonly string[])[];
  countries: (readonly string[])[];
  languages: (readonly string[])[];
  runtimes: (number | null)[];
  liked: boolean[];
  tags: (readonly string[])[];
  /** The film's own rating, in half stars. */
  ratings: (RatingValue | null)[];
  /** The rating that is shown and counted, from `decideFilmRating`. */
  ownRatings: (RatingValue | null)[];
  criteria: (Record<string, RatingValue> | null)[];
  /** Milliseconds since 1970; null if there is no rating. */
  ratedAt: (number | null)[];
  /** Null if it is not on the watchlist. */
  priorities: (WatchlistRow['priority'] | null)[];
  reasons: string[];
  /** Milliseconds since 1970; null if it is not on the watchlist. */
  listedAt: (number | null)[];
  /** Positions of its entries in `EntryColumns`, in order of creation. */
  entries: number[][];
  /** The newest day, month or year on which it was watched; '' if unknown or never. */
  lastWatched: string[];
}

/** Entries as columns. A deleted entry keeps its position, but is not in `order`. */
interface EntryColumns {
  ids: string[];
  /** The film's position in `FilmColumns`. */
  films: number[];
  /**
   * `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; '' if unknown. Equal days share one string, so that they compare fast.
   */
  days: string[];
  rewatches: boolean[];
  finished: boolean[];
  /** The rating in the entry, in half stars. */
  ratings: (RatingValue | null)[];
  tags: (readonly string[])[];
  notes: string[];
  places: string[];
  companies: string[];
  /** Length of its review in UTF-16 units; the review itself is read when it is shown. */
  reviewLengths: number[];
  spoilers: boolean[];
  /** Milliseconds since 1970. */
  loggedAt: number[];
}

/**
 * The position of a row in the columns, by its id. Ratings and watchlist rows have the position of their
 * film.
 */
interface IndexPositions {
  films: Map<string, number>;
  entries: Map<string, number>;
  ratings: Map<string, number>;
  watchlist: Map<string, number>;
}

/**
 * The whole log, as far as lists, search and statistics need it; loaded once and then updated with changes.
 */
export interface LogIndex {
  /** The newest commit included. */
  sequence: number;
  films: FilmColumns;
  entries: EntryColumns;
  /**
   * Positions of the entries, last watched first and those at an unknown time at the end: the order of the
   * diary.
   */
  order: number[];
  positions: IndexPositions;
  /** Shared strings for days, names and tags, because many are equal. */
  pool: TextPool;
}
