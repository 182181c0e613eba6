import { foldTitle } from '../../../films/titles/title-key.ts';
import { compareText } from '../compare-text.ts';
import type { FilmFacts } from '../types.ts';
import { writeTable, type Cell } from './write-table.ts';

/** The columns of films.tsv. */
const filmColumns = [
  'title',
  'original',
  'year',
  'imdb',
  'wikidata',
  'tmdb',
  'rottentomatoes',
  'directors',
  'minutes',
  'countries',
  'languages',
  'form',
  'others',
  'critics',
  'audience',
  'known',
] as const satisfies (keyof FilmFacts)[];

/** Sorts films by folded title, year, title and ids: an order that depends on nothing but them. */
export function sortFilms(films: FilmFacts[]): FilmFacts[] {
  const keyed = films.map((film) => ({ film, fold: foldTitle(film.title), line: JSON.stringify(film) }));
  keyed.sort(
    (one, other) =>
      compareText(one.fold, other.fold) ||
      (one.film.year ?? 0) - (other.film.year ?? 0) ||
      compareText(one.line, other.line),
  );
  return keyed.map(({ film }) => film);
}

/** films.tsv: one film a line. */
export function writeFilms(films: FilmFacts[]): string {
  return writeTable(
    filmColumns,
    films.map((film) => filmColumns.map((column): Cell => film[column])),
  );
}
