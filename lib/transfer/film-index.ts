import { createFilmLookup } from '../films/film-lookup.ts';
import { joinRefs } from '../films/same-film.ts';
import type { FilmInput } from '../watchlog/types.ts';

/** The films of a reading, each one object. */
export interface FilmIndex {
  /** The object of the film that a row names; what the row knows more is put into it. */
  add: (input: FilmInput) => FilmInput;
}

function fill(known: FilmInput, input: FilmInput): void {
  known.refs = joinRefs(known, input);
  known.year ??= input.year;
  known.originalTitle ??= input.originalTitle;
  known.runtimeMinutes ??= input.runtimeMinutes;
  if (!known.directors?.length) known.directors = input.directors;
  if (!known.genres?.length) known.genres = input.genres;
}

/** An index of films. Rows about the same film, as `isSameFilm` has it, get the same object. */
export function createFilmIndex(): FilmIndex {
  const lookup = createFilmLookup<FilmInput>((film) => film);
  return {
    add: (input) => {
      const known = lookup.find(input);
      const film = known ?? { ...input };
      if (known) fill(known, input);
      lookup.add(film);
      return film;
    },
  };
}
