import { isUnmistakable, isCommonWord } from './distinctness.ts';
import { mergeFilms, isSameFilm, relateRefs } from './merging.ts';
import { doPeopleAgree } from './people.ts';
import { foldTitle, foldWholeTitle, titleKey, titleRef } from './title-key.ts';
import type { Film, FilmHint, FilmRef, Match, MatchReason, SightedHint } from './types.ts';

/** A year that contradicts even an id: more than this apart, and no release of the film is in it. */
const maxYearSlipWithRef = 2;

/** The most refs that are asked for one hint. */
const maxKeys = 12;

const unknown = (reason: MatchReason): Match => ({ kind: 'unknown', reason });

/**
 * The film that a hint means, out of those that might be meant. Ids decide, then title and year together, then title
 * and director; a title alone only where one film bears it and the page says it is a film. Never by likeness.
 * Several films left: `ambiguous`. Candidates that are one film (from several shelves) are merged first.
 */
export function matchFilm(sighted: SightedHint, candidates: Film[]): Match {
  const { hint } = sighted;
  if (hint.kind !== null && hint.kind !== 'film') return unknown('not-a-film');
  const films = mergeCandidates(candidates);
  const byRef = films.filter((film) => relateRefs(hint.refs, film.refs) === 'same');
  if (byRef.length > 0) return matchByRef(hint, byRef);
  const open = films.filter((film) => relateRefs(hint.refs, film.refs) !== 'different');
  const bearers = findBearers(hint, open);
  if (bearers.length === 0) {
    return unknown(findBearers(hint, films).length > 0 ? 'refs-disagree' : 'no-film-of-that-name');
  }
  const match = matchByTitle(hint, bearers);
  return sighted.standing === 'stated' ? match : demandEvidence(sighted, match);
}

/** The refs to ask a shelf or the log for: the hint's own, and those of its titles; at most 12, without repeats. */
export function candidateKeys(hint: FilmHint): FilmRef[] {
  const titles = [hint.title, ...hint.alternativeTitles].filter((title) => foldTitle(title) !== '');
  const keys = [
    ...hint.refs.slice(0, 6),
    ...titles.slice(0, 1).map((title) => titleRef(title, hint.year)),
    ...titles.map(titleKey),
  ];
  return [...new Set(keys)].slice(0, maxKeys);
}

/** Candidates with those that are plainly one film joined. */
function mergeCandidates(candidates: Film[]): Film[] {
  const films: Film[] = [];
  for (const candidate of candidates) {
    const at = films.findIndex((film) => isSameFilm(film, candidate));
    const known = films[at];
    if (known === undefined) films.push(candidate);
    else films[at] = mergeFilms(known, candidate);
  }
  return films;
}

function matchByRef(hint: FilmHint, films: Film[]): Match {
  const agreeing = films.filter((film) => !isYearAgainst(hint.year, film));
  const [only, ...more] = agreeing;
  if (only === undefined) return unknown('year-disagrees');
  if (more.length > 0) return { kind: 'ambiguous', candidates: agreeing, reason: 'refs-disagree' };
  return { kind: 'film', film: only, reason: 'ref' };
}

function isYearAgainst(year: number | null, film: Film): boolean {
  if (year === null || film.year === null) return false;
  return Math.abs(year - film.year) > maxYearSlipWithRef && !listReleaseYears(film).includes(year);
}

function listReleaseYears(film: Film): number[] {
  return film.releases.map((release) => Number(release.date.slice(0, 4))).filter((year) => year > 0);
}

interface Bearer {
  film: Film;
  /** The titles agree with their articles too: "The Room" is not quite "Room". */
  isWhole: boolean;
}

function findBearers(hint: FilmHint, films: Film[]): Bearer[] {
  const titles = [hint.title, ...hint.alternativeTitles];
  const folds = new Set(titles.map(foldTitle));
  const wholes = new Set(titles.map(foldWholeTitle));
  folds.delete('');
  return films.flatMap((film) => {
    const own = [film.title, film.originalTitle ?? '', ...film.alternativeTitles];
    if (!own.some((title) => folds.has(foldTitle(title)))) return [];
    return [{ film, isWhole: own.some((title) => title !== '' && wholes.has(foldWholeTitle(title))) }];
  });
}

function matchByTitle(hint: FilmHint, bearers: Bearer[]): Match {
  const notAgainst = bearers.filter(({ film }) => doPeopleAgree(hint.directors, film.directors) !== false);
  if (notAgainst.length === 0) return unknown('director-disagrees');
  if (hint.year === null) return matchWithoutYear(hint, notAgainst);
  const { year } = hint;
  const sameYear = notAgainst.filter(({ film }) => film.year === year);
  const inYear =
    sameYear.length > 0 ? sameYear : notAgainst.filter(({ film }) => listReleaseYears(film).includes(year));
  if (inYear.length > 0) return choose(hint, inYear, 'title-and-year');
  const near = notAgainst.filter(({ film }) => film.year !== null && Math.abs(film.year - year) === 1);
  const led = near.filter(({ film }) => doPeopleAgree(hint.directors, film.directors) === true);
  if (led.length > 0) return choose(hint, led, 'title-and-near-year');
  if (near.length > 0) return choose(hint, near, 'title-and-near-year');
  const undated = notAgainst.filter(({ film }) => film.year === null);
  if (undated.length > 0 && undated.length === notAgainst.length) return matchWithoutYear(hint, undated);
  return unknown('year-disagrees');
}

function matchWithoutYear(hint: FilmHint, bearers: Bearer[]): Match {
  const led = bearers.filter(({ film }) => doPeopleAgree(hint.directors, film.directors) === true);
  if (led.length > 0) return choose(hint, led, 'title-and-director');
  const whole = bearers.filter(({ isWhole }) => isWhole);
  if (whole.length === 0 && isCommonWord(hint.title)) return unknown('too-little-evidence');
  return choose(hint, bearers, 'only-bearer-of-title');
}

/** The one film left; where there are several, those whose articles agree too; else the question. */
function choose(hint: FilmHint, bearers: Bearer[], reason: MatchReason): Match {
  const led = bearers.filter(({ film }) => doPeopleAgree(hint.directors, film.directors) === true);
  const kept = led.length > 0 ? led : bearers;
  const whole = kept.filter(({ isWhole }) => isWhole);
  const left = whole.length > 0 ? whole : kept;
  const [only, ...more] = left;
  if (only !== undefined && more.length === 0) return { kind: 'film', film: only.film, reason };
  return { kind: 'ambiguous', candidates: left.map(({ film }) => film), reason: 'same-title-several-films' };
}

/** What is only possibly a film needs more than a name: evidence that these words are a title, and whose. */
function demandEvidence({ hint, context }: SightedHint, match: Match): Match {
  if (match.kind === 'unknown') return match;
  const films = match.kind === 'film' ? [match.film] : match.candidates;
  const known = films.filter((film) => hasPersonNear(film, context.namesNear));
  const yearAgrees = context.yearBeside && match.reason === 'title-and-year';
  const isNamed = context.setApart && known.length > 0;
  const isEnough = isCommonWord(hint.title)
    ? yearAgrees || isNamed
    : yearAgrees ||
      known.length > 0 ||
      isUnmistakable(hint.title) ||
      (context.setApart && context.filmWordsNear);
  if (!isEnough) return unknown('too-little-evidence');
  const [only, ...more] = known;
  return match.kind === 'ambiguous' && only !== undefined && more.length === 0
    ? { kind: 'film', film: only, reason: 'title-and-director' }
    : match;
}

function hasPersonNear(film: Film, names: string[]): boolean {
  return doPeopleAgree([...film.directors, ...film.writers, ...film.cast.slice(0, 10)], names) === true;
}
