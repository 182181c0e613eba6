import type { Film } from './film-schema.ts';

/** A film with every field as it is where nothing is known: the one place that lists them beside the schema. */
const createEmptyFilm = (): Film => ({
  refs: [],
  title: '',
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
});

/** What every field of a film holds where nothing is known of it. */
export const emptyFilm: Readonly<Film> = /* @__PURE__ */ createEmptyFilm();

/** A film of which nothing is known but what is given. */
export function makeFilm(known: Pick<Film, 'title'> & Partial<Film>): Film {
  // Lists of its own: a change of one film is no change of all.
  return { ...createEmptyFilm(), ...known };
}
