import type { Film } from './film-schema.ts';

/** A film with every field unknown. Apart from the schema, the only list of all fields. */
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

/** The default of every field of a film, for a field that is unknown. */
export const emptyFilm: Readonly<Film> = /* @__PURE__ */ createEmptyFilm();

/** A film with the given fields; all others are empty or null. */
export function makeFilm(known: Pick<Film, 'title'> & Partial<Film>): Film {
  // New lists each time, so that a change to one film does not change the others.
  return { ...createEmptyFilm(), ...known };
}
