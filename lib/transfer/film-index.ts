import { createFilmLookup } from '../films/film-lookup.ts';
import { joinRefs } from '../films/same-film.ts';
import type { FilmInput } from '../watchlog/types.ts';

/** The films of a reading, each one object. */
export interface FilmIndex {
  /** The object of the film that a row names; what the row knows more is put into it. */
  add: (seed: FilmInput) => FilmInput;
}

function fill(known: FilmInput, seed: FilmInput): void {
  known.refs = joinRefs(known, seed);
  known.year ??= seed.year;
  known.originalTitle ??= seed.originalTitle;
  known.runtimeMinutes ??= seed.runtimeMinutes;
  if (!known.directors?.length) known.directors = seed.directors;
  if (!known.genres?.length) known.genres = seed.genres;
}

/** An index of films. Rows about the same film, as `isSameFilm` has it, get the same object. */
export function createFilmIndex(): FilmIndex {
  const lookup = createFilmLookup<FilmInput>((film) => film);
  return {
    add: (seed) => {
      const known = lookup.find(seed);
      const film = known ?? { ...seed };
      if (known) fill(known, seed);
      lookup.add(film);
      return film;
    },
  };
}
