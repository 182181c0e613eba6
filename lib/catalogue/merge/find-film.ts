import { foldTitle } from '../../films/titles/title-key.ts';
import type { FilmFacts } from './types.ts';

/** Finds films of the finished table. */
export interface FilmFinder {
  byImdb(id: string): FilmFacts | null;
  /** The film with the title whose year is nearest, at most so many years off; of two the better known. Or null. */
  byTitle(title: string, year: number, mostYears: number): FilmFacts | null;
}

/** Makes the finder of a table. */
export function createFilmFinder(films: FilmFacts[]): FilmFinder {
  const byImdb = new Map(films.flatMap((film) => (film.imdb === null ? [] : [[film.imdb, film]])));
  const byFold = new Map<string, FilmFacts[]>();
  for (const film of films)
    for (const fold of new Set([film.title, film.original ?? '', ...film.others].map(foldTitle)))
      if (fold !== '') byFold.set(fold, [...(byFold.get(fold) ?? []), film]);
  return {
    byImdb: (id) => byImdb.get(id) ?? null,
    byTitle(title, year, mostYears) {
      const near = (byFold.get(foldTitle(title)) ?? []).filter(
        (film) => film.year !== null && Math.abs(film.year - year) <= mostYears,
      );
      const yearsOff = (film: FilmFacts): number => Math.abs((film.year ?? 0) - year);
      return near.sort((a, b) => yearsOff(a) - yearsOff(b) || b.known - a.known)[0] ?? null;
    },
  };
}
