import { makeFilm } from './make-film.ts';
import { titleRef } from './titles/title-key.ts';
import type { Film, FilmHint, FilmRef, Match, SightedHint } from './types.ts';

/**
 * The film as a page names it, for a film that no catalogue has. Fields that the page does not state are
 * empty or null.
 */
export function formatHintAsFilm(hint: FilmHint): Film {
  return makeFilm({
    refs: hint.refs.length > 0 ? hint.refs : [titleRef(hint.title, hint.year)],
    title: hint.title,
    alternativeTitles: hint.alternativeTitles,
    year: hint.year,
    directors: hint.directors,
  });
}

/**
 * The film that a hint means: the identified film, otherwise the film as the page names it; null if several
 * are possible.
 */
export function findMeantFilm(hint: FilmHint, match: Match): Film | null {
  if (match.kind === 'ambiguous') return null;
  return match.kind === 'film' ? match.film : formatHintAsFilm(hint);
}

/** A film in the form of a page's hint with ids. */
export function formatFilmHint(film: Pick<Film, 'title' | 'year' | 'directors' | 'refs'>): SightedHint {
  const typed = formatTypedHint(film.title, film.year);
  return { ...typed, hint: { ...typed.hint, directors: film.directors, refs: film.refs } };
}

/** A title and year that the user typed, in the form of a page's hint. */
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

/** The refs under which the user's choice of film is stored: those that the page gave. */
export function listCorrectionKeys(hint: FilmHint): FilmRef[] {
  return [...new Set([...hint.refs, titleRef(hint.title, hint.year)])];
}
