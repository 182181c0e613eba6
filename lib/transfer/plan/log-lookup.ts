import { createFilmLookup } from '../../films/film-lookup.ts';
import { accountOfRow, accountOfInput } from '../../watchlog/films/film-match.ts';
import type { WatchEntry, FilmRow, FilmInput, RatingRow, WatchlistRow } from '../../watchlog/types.ts';
import type { LogView } from './plan-types.ts';

/** What the log says of films. */
export interface LogLookup {
  /** The film's row: one with an id in common before one of that title and year; null where there is none. */
  findFilm: (film: FilmInput) => FilmRow | null;
  entriesOf: (filmId: string) => WatchEntry[];
  ratingOf: (filmId: string) => RatingRow | null;
  watchOf: (filmId: string) => WatchlistRow | null;
}

const filmIdOf = ({ filmId }: { filmId: string }): string => filmId;

/** The log's rows, found by film as the log itself finds the film of a write. */
export function createLogLookup({ films, ratings, entries, watchlist }: LogView): LogLookup {
  const rows = createFilmLookup<FilmRow>(accountOfRow);
  for (const film of films) rows.add(film);
  const entriesByFilm = Map.groupBy(entries, filmIdOf);
  const ratingsByFilm = Map.groupBy(ratings, filmIdOf);
  const watchesByFilm = Map.groupBy(watchlist, filmIdOf);
  return {
    findFilm: (film) => rows.find(accountOfInput(film)),
    entriesOf: (filmId) => entriesByFilm.get(filmId) ?? [],
    ratingOf: (filmId) => ratingsByFilm.get(filmId)?.[0] ?? null,
    watchOf: (filmId) => watchesByFilm.get(filmId)?.[0] ?? null,
  };
}
