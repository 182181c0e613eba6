// Statistics take columns of their own shape, so that this folder needs nothing of the watch log; a `LogIndex` fits it.

/** Films as columns: one position in each list is one film. */
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

/** Entries as columns: one position in each list is one entry. */
interface StatEntries {
  /** The film's position in `StatFilms`. */
  films: readonly number[];
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; '' where the day is unknown. */
  days: readonly string[];
  rewatches: readonly boolean[];
  /** Whether the film was watched to its end. */
  finished: readonly boolean[];
  /** The rating at that time, in half stars (1 to 10). */
  ratings: readonly (number | null)[];
}

/** What statistics are made of; `order` has the positions of the entries that count, newest first. */
export interface StatInput {
  films: StatFilms;
  entries: StatEntries;
  order: readonly number[];
}

/** What a stretch of time, a weekday or a name comes to. */
export interface Count {
  viewings: number;
  /** Different films. */
  films: number;
  /** The known running times of what was seen to the end, in minutes. */
  minutes: number;
}

/** A day, month or year with what it comes to. */
export interface PeriodCount extends Count {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  period: string;
}
