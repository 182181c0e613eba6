import type { EntryColumns, FilmColumns } from '../watchlog/index/index-types.ts';

/** Films as figures need them: one place in each list is one film. */
export type StatFilms = Pick<
  FilmColumns,
  | 'ids'
  | 'titles'
  | 'years'
  | 'directors'
  | 'cast'
  | 'genres'
  | 'countries'
  | 'languages'
  | 'runtimes'
  | 'ownRatings'
>;

/** Viewings as figures need them. */
export type StatEntries = Pick<EntryColumns, 'films' | 'days' | 'rewatches' | 'finished' | 'ratings'>;

/** What figures are made of. `order` names the places of the viewings that count, newest first; a `LogIndex` is one. */
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
