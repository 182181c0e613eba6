import { createFilmLookup } from '../films/film-lookup.ts';
import { joinRefs, type FilmAccount } from '../films/same-film.ts';
import type { FilmInput } from '../watchlog/types.ts';

/** The films of a reading; each film is one object. */
export interface FilmIndex {
  /** The object of the film that a row names. Facts that only the row has are added to it. */
  add: (input: FilmInput) => FilmInput;
}

/** What a row says about its film. Some files have only ids: two films without a title do not share one. */
const toAccount = (film: FilmInput): FilmAccount => ({ ...film, title: film.title || null });

function fill(known: FilmInput, input: FilmInput): void {
  known.refs = joinRefs(known, input);
  known.title ||= input.title;
  known.year ??= input.year;
  known.originalTitle ??= input.originalTitle;
  known.runtimeMinutes ??= input.runtimeMinutes;
  if (!known.directors?.length) known.directors = input.directors;
  if (!known.genres?.length) known.genres = input.genres;
}

/** Creates an index of films. Rows about the same film, by `isSameFilm`, get the same object. */
export function createFilmIndex(): FilmIndex {
  const lookup = createFilmLookup<FilmInput>(toAccount);
  return {
    add: (input) => {
      const known = lookup.find(toAccount(input));
      const film = known ?? { ...input };
      if (known) fill(known, input);
      lookup.add(film);
      return film;
    },
  };
}
