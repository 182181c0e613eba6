import { doPeopleAgree } from './people.ts';
import {
  hasPersonNear,
  isReleasedIn,
  makeSure,
  makeUnknown,
  matchByTitle,
  noSurroundings,
  type Surroundings,
} from './match-title.ts';
import { findTitleMatches } from './title-matches.ts';
import { isCommonWord, isLongTitle, isOneWord, isUnmistakable } from './titles/common-titles.ts';
import { mergeFilms } from './merge-films.ts';
import { hasFurtherId, isSameFilm, relateIds } from './same-film.ts';
import { foldTitle, joinFold, listTitleKeys, titleKey, titleRef } from './titles/title-key.ts';
import type { Film, FilmHint, FilmRef, Match, SightedHint } from './types.ts';

/** A year that is further off contradicts even an id, unless the film has a release in that year. */
const maxYearSlipWithRef = 2;

/** Maximum number of refs to look up for one hint. */
const maxKeys = 12;

/**
 * Finds the film that a hint means among candidates. Ids decide first, then title and year, then title and
 * director; a title alone by its risk, only if a single film has it and the page states that it is a film.
 * Similarity never decides. Returns `ambiguous` if several films remain, or one whose title is not enough.
 * Merges candidates that are one film from several catalogues first.
 */
export function matchFilm(
  sighted: SightedHint,
  candidates: Film[],
  around: Surroundings = noSurroundings,
): Match {
  const { hint } = sighted;
  if (hint.kind !== null && hint.kind !== 'film') return makeUnknown('not-a-film');
  const films = mergeCandidates(candidates);
  const byRef = films.filter((film) => relateIds(hint, film) === 'same');
  if (byRef.length > 0) return matchByRef(hint, byRef);
  const titleMatches = findTitleMatches(hint, films);
  const open = titleMatches.filter(({ film }) => relateIds(hint, film) !== 'different');
  if (open.length === 0)
    return makeUnknown(titleMatches.length > 0 ? 'refs-disagree' : 'no-film-of-that-name');
  const match = matchByTitle(sighted, open, around);
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

const isLedBy = (hint: FilmHint, film: Film): boolean | null => doPeopleAgree(hint.directors, film.directors);
const isNamed = (hint: FilmHint, film: Film): boolean => findTitleMatches(hint, [film]).length > 0;

/** Whether a title or a director of a hint is the film's. */
const agrees = (hint: FilmHint, film: Film): boolean => isNamed(hint, film) || isLedBy(hint, film) === true;

/** Whether both the titles and the directors of a hint are not the film's, so that its id of the film is wrong. */
export const describesOther = (hint: FilmHint, film: Film): boolean =>
  !isNamed(hint, film) && isLedBy(hint, film) === false;

/**
 * The film of the hint's ids, but not one whose year is far, or whose titles and directors are both others. If the ids lead to several films, or to one and past it, a title or a director must agree.
 */
function matchByRef(hint: FilmHint, films: Film[]): Match {
  const inTime = films.filter((film) => !isYearAgainst(hint.year, film));
  if (inTime.length === 0) return makeUnknown('year-disagrees');
  const isDisputed = inTime.length > 1 || inTime.some((film) => hasFurtherId(hint, film));
  const left = inTime.filter((film) => (isDisputed ? agrees(hint, film) : !describesOther(hint, film)));
  const [only, ...more] = left;
  if (only === undefined) return makeUnknown(isDisputed ? 'refs-disagree' : 'director-disagrees');
  if (more.length > 0) return { kind: 'ambiguous', candidates: left, reason: 'refs-disagree' };
  return makeSure(only, 'ref');
}

function isYearAgainst(year: number | null, film: Film): boolean {
  if (year === null || film.year === null) return false;
  return Math.abs(year - film.year) > maxYearSlipWithRef && !isReleasedIn(film, year);
}

/** A possible film needs more than a name: evidence that the words are a title, and of which film. */
function demandEvidence({ hint, context, isSubject }: SightedHint, match: Match): Match {
  if (match.kind === 'unknown') return match;
  // Places, people and everyday things are titles too. The film's own page asks; elsewhere one word is not enough.
  if (match.reason === 'title-alone' && isOneWord(hint.title) && !isSubject)
    return makeUnknown('too-little-evidence');
  const films = match.kind === 'film' ? [match.film] : match.candidates;
  const known = films.filter((film) => hasPersonNear(film, context.namesNear));
  if (!isTitle({ hint, context }, match, known.length > 0)) return makeUnknown('too-little-evidence');
  const [only, ...more] = known;
  const isNamed = match.kind === 'ambiguous' && only !== undefined && more.length === 0;
  return isNamed ? makeSure(only, 'title-and-director') : match;
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
