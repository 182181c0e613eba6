import { makeFilm } from './make-film.ts';
import { titleRef } from './titles/title-key.ts';
import type { Film, FilmHint, FilmRef, Match, SightedHint } from './types.ts';

/** The film as a page names it, for one that no catalogue knows: what the page does not say is empty or null. */
export function formatHintAsFilm(hint: FilmHint): Film {
  return makeFilm({
    refs: hint.refs.length > 0 ? hint.refs : [titleRef(hint.title, hint.year)],
    title: hint.title,
    alternativeTitles: hint.alternativeTitles,
    year: hint.year,
    directors: hint.directors,
  });
}

/** The film that is meant: the one identified, else the one the page names; null while several may be meant. */
export function findMeantFilm(hint: FilmHint, match: Match): Film | null {
  if (match.kind === 'ambiguous') return null;
  return match.kind === 'film' ? match.film : formatHintAsFilm(hint);
}

/** A film as a page would name it that gives its ids. */
export function formatFilmHint(film: Pick<Film, 'title' | 'year' | 'directors' | 'refs'>): SightedHint {
  const typed = formatTypedHint(film.title, film.year);
  return { ...typed, hint: { ...typed.hint, directors: film.directors, refs: film.refs } };
}

/** What somebody types of a film, in the form in which pages name one. */
export function formatTypedHint(title: string, year: number | null): SightedHint {
  return {
    hint: { title, alternativeTitles: [], year, directors: [], refs: [], kind: 'film', language: null },
    evidence: ['text'],
    confidence: 1,
    certainty: 'stated',
    isSubject: true,
    context: { yearBeside: year !== null, setApart: true, filmWordsNear: true, namesNear: [] },
  };
}

/** The names under which the user's choice of film is remembered: as the page gave them. */
export function listCorrectionKeys(hint: FilmHint): FilmRef[] {
  return [...new Set([...hint.refs, titleRef(hint.title, hint.year)])];
}
