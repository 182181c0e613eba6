import { createFilmLookup } from '../../films/film-lookup.ts';
import { accountOfRow, accountOfInput } from '../../watchlog/films/film-match.ts';
import type { WatchEntry, FilmRow, FilmInput, RatingRow, WatchlistRow } from '../../watchlog/types.ts';
import { foldListName } from '../../watchlog/imports/import-lists.ts';
import type { LogView } from './plan-types.ts';

/** Finds films of the log and their records. */
export interface LogLookup {
  /** The row of a film: one that shares an id, or else one with the same title and year; null when there is none. */
  findFilm: (film: FilmInput) => FilmRow | null;
  entriesOf: (filmId: string) => WatchEntry[];
  ratingOf: (filmId: string) => RatingRow | null;
  watchOf: (filmId: string) => WatchlistRow | null;
  /** Whether a film is on a list of that name. */
  isOnList: (filmId: string, name: string) => boolean;
}

const filmIdOf = ({ filmId }: { filmId: string }): string => filmId;

/** Creates a lookup that finds films in the same way as the log does when it writes. */
export function createLogLookup({
  films,
  ratings,
  entries,
  watchlist,
  lists,
  listItems,
}: LogView): LogLookup {
  const rows = createFilmLookup<FilmRow>(accountOfRow);
  for (const film of films) rows.add(film);
  const entriesByFilm = Map.groupBy(entries, filmIdOf);
  const ratingsByFilm = Map.groupBy(ratings, filmIdOf);
  const watchesByFilm = Map.groupBy(watchlist, filmIdOf);
  const namesOfLists = new Map(lists.map(({ id, name }) => [id, foldListName(name)]));
  const onLists = new Set(listItems.map(({ listId, filmId }) => `${filmId} ${namesOfLists.get(listId)}`));
  return {
    findFilm: (film) => rows.find(accountOfInput(film)),
    entriesOf: (filmId) => entriesByFilm.get(filmId) ?? [],
    ratingOf: (filmId) => ratingsByFilm.get(filmId)?.[0] ?? null,
    watchOf: (filmId) => watchesByFilm.get(filmId)?.[0] ?? null,
    isOnList: (filmId, name) => onLists.has(`${filmId} ${foldListName(name)}`),
  };
}
