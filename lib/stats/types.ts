// Statistics have input types of their own, so that this folder does not import the watch log. A `LogIndex` fits them.

/** Films as columns: each position in the lists is one film. */
export interface StatFilms {
  ids: readonly string[];
  titles: readonly string[];
  years: readonly (number | null)[];
  directors: readonly (readonly string[])[];
  cast: readonly (readonly string[])[];
  genres: readonly (readonly string[])[];
  countries: readonly (readonly string[])[];
  languages: readonly (readonly string[])[];
  /** Minutes. */
  runtimes: readonly (number | null)[];
  /** The user's rating of the film, in half stars (1 to 10). */
  ownRatings: readonly (number | null)[];
}

/** Entries as columns: each position in the lists is one entry. */
interface StatEntries {
  /** The film's position in `StatFilms`. */
  films: readonly number[];
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; '' if the day is unknown. */
  days: readonly string[];
  rewatches: readonly boolean[];
  /** Whether the film was watched to its end. */
  finished: readonly boolean[];
  /** The rating at that time, in half stars (1 to 10). */
  ratings: readonly (number | null)[];
}

/** The input of statistics. `order` has the positions of the entries that count, newest first. */
export interface StatInput {
  films: StatFilms;
  entries: StatEntries;
  order: readonly number[];
}

/** The time that finished entries took, and how many of them that is known of. */
export interface WatchTime {
  /** The sum of the known running times, in minutes. */
  minutes: number;
  /** How many finished entries `minutes` is the sum of. */
  timed: number;
  /** How many finished entries have a film of unknown length, which `minutes` leaves out. */
  untimed: number;
}

/** The counts of a period, a weekday or a name. */
export interface Count extends WatchTime {
  entryCount: number;
  /** The number of different films. */
  films: number;
}

/** The counts of a day, month or year. */
export interface PeriodCount extends Count {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  period: string;
}
