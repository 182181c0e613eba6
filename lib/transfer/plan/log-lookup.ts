import { isTitleRef, titleRef } from '../../films/titles/title-key.ts';
import type { FilmRef } from '../../films/types.ts';
import { hasConflict } from '../../watchlog/films/film-input.ts';
import type { EntryRow, FilmRow, FilmInput, RatingRow, WatchlistRow } from '../../watchlog/types.ts';
import type { LogView } from './plan-types.ts';

/** What the log says of films. */
export interface LogLookup {
  /** The film's row: by an id first, then by title and year where no id disagrees; null where there is none. */
  findFilm: (film: FilmInput) => FilmRow | null;
  entriesOf: (filmId: string) => EntryRow[];
  ratingOf: (filmId: string) => RatingRow | null;
  watchOf: (filmId: string) => WatchlistRow | null;
}

const filmIdOf = ({ filmId }: { filmId: string }): string => filmId;

/** The log's rows, found by film. It follows the rule by which the log itself finds the film of a write. */
export function createLogLookup({ films, ratings, entries, watchlist }: LogView): LogLookup {
  const byRef = new Map<FilmRef, FilmRow[]>();
  for (const film of films) {
    for (const ref of film.refs) {
      const titleMatches = byRef.get(ref);
      if (titleMatches) titleMatches.push(film);
      else byRef.set(ref, [film]);
    }
  }
  const entriesByFilm = Map.groupBy(entries, filmIdOf);
  const ratingsByFilm = Map.groupBy(ratings, filmIdOf);
  const watchesByFilm = Map.groupBy(watchlist, filmIdOf);
  const findById = (film: FilmInput): FilmRow | null => {
    for (const ref of film.refs.filter((each) => !isTitleRef(each))) {
      const [bearer] = byRef.get(ref) ?? [];
      if (bearer) return bearer;
    }
    return null;
  };
  const findByName = (film: FilmInput): FilmRow | null => {
    const titleMatches = byRef.get(titleRef(film.title, film.year)) ?? [];
    return titleMatches.find((row) => !hasConflict(row.refs, film.refs)) ?? null;
  };
  return {
    findFilm: (film) => findById(film) ?? findByName(film),
    entriesOf: (filmId) => entriesByFilm.get(filmId) ?? [],
    ratingOf: (filmId) => ratingsByFilm.get(filmId)?.[0] ?? null,
    watchOf: (filmId) => watchesByFilm.get(filmId)?.[0] ?? null,
  };
}
