import { findTitleMatches, type TitleMatch } from './title-matches.ts';
import { isCommonWord, isLongTitle, isUnmistakable } from './titles/common-titles.ts';
import { mergeFilms } from './merge-films.ts';
import { isSameFilm, relateIds } from './same-film.ts';
import { doPeopleAgree } from './people.ts';
import { foldTitle, joinFold, listTitleKeys, titleKey, titleRef } from './titles/title-key.ts';
import type { Film, FilmHint, FilmRef, Match, MatchReason, SightedHint } from './types.ts';

/** A year that is further off contradicts even an id, unless the film has a release in that year. */
const maxYearSlipWithRef = 2;

/** If the year is one off, every other film of that title must be at least this many years away. */
const minYearsToRival = 5;

/** Maximum number of refs to look up for one hint. */
const maxKeys = 12;

const unknown = (reason: MatchReason): Match => ({ kind: 'unknown', reason });

/**
 * Finds the film that a hint means among candidates. Ids decide first, then title and year, then title and
 * director; a title alone only if a single film has it and the page states that it is a film. Similarity
 * never decides. Returns `ambiguous` if several films remain. Merges candidates that are one film from
 * several catalogues first.
 */
export function matchFilm(sighted: SightedHint, candidates: Film[]): Match {
  const { hint } = sighted;
  if (hint.kind !== null && hint.kind !== 'film') return unknown('not-a-film');
  const films = mergeCandidates(candidates);
  const byRef = films.filter((film) => relateIds(hint, film) === 'same');
  if (byRef.length > 0) return matchByRef(hint, byRef);
  const titleMatches = findTitleMatches(hint, films);
  const open = titleMatches.filter(({ film }) => relateIds(hint, film) !== 'different');
  if (open.length === 0) return unknown(titleMatches.length > 0 ? 'refs-disagree' : 'no-film-of-that-name');
  const match = matchByTitle(hint, open);
  return sighted.certainty === 'stated' ? match : demandEvidence(sighted, match);
}

/**
 * The refs to look up in a catalogue or the log, each once and at most 12: the hint's own (at most 6), its
 * title with and without the year, and its other titles.
 */
export function candidateKeys(hint: FilmHint): FilmRef[] {
  const others = hint.alternativeTitles.filter((title) => foldTitle(title) !== '').map(titleKey);
  const own =
    foldTitle(hint.title) === '' ? [] : [titleRef(hint.title, hint.year), ...listTitleKeys(hint.title)];
  const joined = joinFold(hint.title);
  const keys: FilmRef[] = [
    ...hint.refs.slice(0, 6),
    ...own,
    ...(joined === null ? [] : [`title:${joined}` as const]),
    ...others,
  ];
  return [...new Set(keys)].slice(0, maxKeys);
}

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
  return Math.abs(year - film.year) > maxYearSlipWithRef && !isReleasedIn(film, year);
}

function isReleasedIn(film: Film, year: number): boolean {
  return film.releases.some((release) => release.date.startsWith(String(year)));
}

function isLedBy(hint: FilmHint, film: Film): boolean | null {
  return doPeopleAgree(hint.directors, film.directors);
}

function matchByTitle(hint: FilmHint, titleMatches: TitleMatch[]): Match {
  const open = titleMatches.filter(({ film }) => isLedBy(hint, film) !== false);
  if (open.length === 0) return unknown('director-disagrees');
  return hint.year === null ? matchWithoutYear(hint, open) : matchWithYear(hint, hint.year, open);
}

function matchWithYear(hint: FilmHint, year: number, titleMatches: TitleMatch[]): Match {
  const inYear = titleMatches.filter(({ film }) => film.year === year);
  if (inYear.length > 0) return choose(hint, inYear, 'title-and-year');
  const released = titleMatches.filter(({ film, level }) => level > 1 && isReleasedIn(film, year));
  if (released.length > 0) return choose(hint, released, 'title-and-year');
  const near = titleMatches.filter(({ film }) => film.year !== null && Math.abs(film.year - year) === 1);
  const led = near.filter(({ film }) => isLedBy(hint, film) === true);
  if (led.length > 0) return choose(hint, led, 'title-and-near-year');
  const named = near.filter(({ level }) => level === 3);
  if (named.length > 0) return chooseNear(year, named, titleMatches);
  if (titleMatches.every(({ film }) => film.year === null)) return matchWithoutYear(hint, titleMatches);
  return unknown('year-disagrees');
}

/** A year that is one off is enough without a director if no other film of the title is close. */
function chooseNear(year: number, near: TitleMatch[], all: TitleMatch[]): Match {
  const rivals = all.filter(({ film }) => film.year === null || Math.abs(film.year - year) < minYearsToRival);
  const [only] = near;
  if (only !== undefined && rivals.length === 1)
    return { kind: 'film', film: only.film, reason: 'title-and-near-year' };
  return {
    kind: 'ambiguous',
    candidates: rivals.map(({ film }) => film),
    reason: 'same-title-several-films',
  };
}

function matchWithoutYear(hint: FilmHint, titleMatches: TitleMatch[]): Match {
  const led = titleMatches.filter(({ film }) => isLedBy(hint, film) === true);
  if (led.length > 0) return choose(hint, led, 'title-and-director');
  const named = titleMatches.filter(({ level }) => level === 3);
  if (named.length > 0) return choose(hint, named, 'only-film-of-title');
  const withoutArticle = titleMatches.filter(({ level }) => level === 2);
  if (withoutArticle.length === 0 || isCommonWord(hint.title)) return unknown('too-little-evidence');
  return choose(hint, withoutArticle, 'only-film-of-title');
}

/** The one film left after comparing directors and then titles; otherwise `ambiguous`. */
function choose(hint: FilmHint, titleMatches: TitleMatch[], reason: MatchReason): Match {
  const led = prefer(titleMatches, ({ film }) => isLedBy(hint, film) === true);
  const best = Math.max(...led.map(({ level }) => level));
  const left = prefer(
    led.filter(({ level }) => level === best),
    ({ byOwnTitle }) => byOwnTitle,
  );
  const [only, ...more] = left;
  if (only !== undefined && more.length === 0) return { kind: 'film', film: only.film, reason };
  return { kind: 'ambiguous', candidates: left.map(({ film }) => film), reason: 'same-title-several-films' };
}

function prefer(titleMatches: TitleMatch[], isPreferred: (match: TitleMatch) => boolean): TitleMatch[] {
  const preferred = titleMatches.filter(isPreferred);
  return preferred.length > 0 ? preferred : titleMatches;
}

/** A possible film needs more than a name: evidence that the words are a title, and of which film. */
function demandEvidence({ hint, context }: SightedHint, match: Match): Match {
  if (match.kind === 'unknown') return match;
  const films = match.kind === 'film' ? [match.film] : match.candidates;
  const known = films.filter((film) => hasPersonNear(film, context.namesNear));
  if (!isTitle({ hint, context }, match, known.length > 0)) return unknown('too-little-evidence');
  const [only, ...more] = known;
  const isNamed = match.kind === 'ambiguous' && only !== undefined && more.length === 0;
  return isNamed ? { kind: 'film', film: only, reason: 'title-and-director' } : match;
}

/**
 * Whether words in running text are a film's title. A common word needs its year next to it, or to be set
 * apart near the film's people.
 */
function isTitle(
  { hint, context }: Pick<SightedHint, 'hint' | 'context'>,
  { reason }: Match,
  hasPeopleNear: boolean,
): boolean {
  const isCommon = isCommonWord(hint.title);
  if (context.yearBeside && (reason === 'title-and-year' || (reason === 'title-and-near-year' && !isCommon)))
    return true;
  if (context.setApart && hasPeopleNear) return true;
  if (isCommon) return false;
  if (hasPeopleNear || isUnmistakable(hint.title)) return true;
  return context.setApart && (context.filmWordsNear || isLongTitle(hint.title));
}

function hasPersonNear(film: Film, names: string[]): boolean {
  return doPeopleAgree([...film.directors, ...film.writers, ...film.cast.slice(0, 10)], names) === true;
}
