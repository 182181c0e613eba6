import type { Film } from '../../films/types.ts';

/** A film of which little is known: every field that is not given is empty. */
export function makeFilm(known: Pick<Film, 'title'> & Partial<Film>): Film {
  return {
    refs: [],
    originalTitle: null,
    alternativeTitles: [],
    year: null,
    releases: [],
    directors: [],
    writers: [],
    cast: [],
    runtimeMinutes: null,
    genres: [],
    countries: [],
    languages: [],
    ...known,
  };
}
