import type { FilmRef } from '../../films/types.ts';
import type { TextPool } from '../../text/text-pool.ts';
import type { RatingValue, WatchlistRow } from '../types.ts';

/** Films as columns: one place in each list is one film. A deleted film keeps its place; `live` is then false. */
interface FilmColumns {
  ids: string[];
  live: boolean[];
  refs: FilmRef[][];
  titles: string[];
  originalTitles: (string | null)[];
  alternativeTitles: (readonly string[])[];
  years: (number | null)[];
  directors: (readonly string[])[];
  /** At most the first `maxCast`. */
  cast: (readonly string[])[];
  genres: (readonly string[])[];
  countries: (readonly string[])[];
  languages: (readonly string[])[];
  runtimes: (number | null)[];
  liked: boolean[];
  tags: (readonly string[])[];
  /** The rating of the film itself, in half stars. */
  ratings: (RatingValue | null)[];
  /** The rating that is shown and counted, as `decideFilmRating` gives it. */
  ownRatings: (RatingValue | null)[];
  criteria: (Record<string, RatingValue> | null)[];
  /** Milliseconds since 1970; null where there is no rating. */
  ratedAt: (number | null)[];
  /** Null: not on the watchlist. */
  priorities: (WatchlistRow['priority'] | null)[];
  reasons: string[];
  /** Milliseconds since 1970; null where it is not on the watchlist. */
  listedAt: (number | null)[];
  /** Places of its viewings in `EntryColumns`, in the order they were made. */
  entries: number[][];
  /** The newest day, month or year on which it was watched; '' where that is unknown or never. */
  lastWatched: string[];
}

/** Viewings as columns. What is deleted keeps its place, but stands in no order. */
interface EntryColumns {
  ids: string[];
  /** The film's place in `FilmColumns`. */
  films: number[];
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; '' where it is unknown. Equal ones are one text: they are compared at once. */
  days: string[];
  rewatches: boolean[];
  finished: boolean[];
  /** The rating at that time, in half stars. */
  ratings: (RatingValue | null)[];
  tags: (readonly string[])[];
  notes: string[];
  places: string[];
  companies: string[];
  /** Characters of its review; the review itself is read when it is shown. */
  reviewLengths: number[];
  spoilers: boolean[];
  /** Milliseconds since 1970. */
  loggedAt: number[];
}

/** Where a row stands in the columns, by its id. A rating's and a watchlist row's place is its film's. */
interface IndexPlaces {
  films: Map<string, number>;
  entries: Map<string, number>;
  ratings: Map<string, number>;
  watchlist: Map<string, number>;
}

/** The whole log, as far as lists, search and statistics need it; loaded once and then kept up with changes. */
export interface LogIndex {
  /** The commit it shows. */
  sequence: number;
  films: FilmColumns;
  entries: EntryColumns;
  /** Places of the viewings, the last watched first, those at an unknown time at the end: the diary's order. */
  order: number[];
  places: IndexPlaces;
  /** Days, names and tags of the columns: many are equal. */
  pool: TextPool;
}
