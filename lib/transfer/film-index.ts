import type { FilmRef } from '../films/types.ts';
import type { FilmInput } from '../watchlog/types.ts';

/** The films of a reading, each one object. */
export interface FilmIndex {
  /** The object of the film that a row names; what the row knows more is put into it. */
  add: (seed: FilmInput) => FilmInput;
}

/** Of more films of one name no more than these are looked through. */
const maxBearers = 20;

/** Systems that give a film one id: two different ones are two films. */
const singleIdKinds = ['imdb', 'tmdb', 'trakt', 'letterboxd'];

function isAgainst(one: FilmRef[], other: FilmRef[]): boolean {
  return singleIdKinds.some((kind) => {
    const prefix = `${kind}:`;
    const ids = one.filter((ref) => ref.startsWith(prefix));
    const others = other.filter((ref) => ref.startsWith(prefix));
    return ids.length > 0 && others.length > 0 && !ids.some((ref) => others.includes(ref));
  });
}

function fill(known: FilmInput, seed: FilmInput): void {
  known.refs = [...new Set([...known.refs, ...seed.refs])];
  known.year ??= seed.year;
  known.originalTitle ??= seed.originalTitle;
  known.runtimeMinutes ??= seed.runtimeMinutes;
  if (!known.directors?.length) known.directors = seed.directors;
  if (!known.genres?.length) known.genres = seed.genres;
}

/**
 * An index of films by ref, and by exactly their title and year: one service spells a film one way, and folding titles
 * would join "Room" and "The Room". Ids that disagree keep films of one name apart.
 */
export function createFilmIndex(): FilmIndex {
  const byRef = new Map<FilmRef, FilmInput>();
  const byName = new Map<string, FilmInput[]>();
  const add = (seed: FilmInput): FilmInput => {
    const name = `${seed.title.normalize('NFC').toLowerCase()}\n${seed.year ?? ''}`;
    const titleMatches = byName.get(name) ?? [];
    const ref = seed.refs.find((each) => byRef.has(each));
    const known =
      (ref === undefined ? undefined : byRef.get(ref)) ??
      titleMatches.find((film) => !isAgainst(film.refs, seed.refs));
    const film = known ?? { ...seed };
    if (known) fill(known, seed);
    for (const each of film.refs) if (!byRef.has(each)) byRef.set(each, film);
    if (titleMatches.length < maxBearers && !titleMatches.includes(film))
      byName.set(name, [...titleMatches, film]);
    return film;
  };
  return { add };
}
