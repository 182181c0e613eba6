import { sortFacts, weighFacts } from './titles/fact-risk.ts';
import { doPeopleAgree } from './people.ts';
import type { TitleMatch } from './title-matches.ts';
import { isCommonWord } from './titles/common-titles.ts';
import { foldTitle, kindOf } from './titles/title-key.ts';
import {
  maxNearYearRisk,
  maxShownRisk,
  maxSureRisk,
  riskOfNearYear,
  riskOfTitle,
  riskWithOtherTitle,
} from './titles/title-risk.ts';
import type { Film, FilmHint, Match, MatchReason, SightedHint } from './types.ts';

/** If the year is one off, every other film of that title must be at least this many years away. */
const minYearsToRival = 5;

/** A title of more films is likely to be that of one more, of any year. */
const maxFilmsOfTitle = 2;

/** From so many films with a year on, a page's years say of which time its other films are. */
const minDatedFilms = 3;

/** What is known beside the hint. */
export interface Surroundings {
  /** The last year whose films the catalogues have; null if they do not say. */
  coversUntil: number | null;
  /** The years that the page states for its films. */
  pageYears: readonly number[];
}

/** The surroundings of a hint of which nothing else is known. */
export const noSurroundings: Surroundings = { coversUntil: null, pageYears: [] };

/** The match for no film, with its reason. */
export const makeUnknown = (reason: MatchReason): Match => ({ kind: 'unknown', reason });

/** The match for a film. */
export const makeSure = (film: Film, reason: MatchReason): Match => ({
  kind: 'film',
  film,
  reason,
  certainty: 'sure',
});

/** Whether the film came out somewhere in the year. */
export const isReleasedIn = (film: Film, year: number): boolean =>
  film.releases.some((release) => release.date.startsWith(String(year)));

const isLedBy = (hint: FilmHint, film: Film): boolean | null => doPeopleAgree(hint.directors, film.directors);

/** The year that the page states, or that ends a slug after the title: `letterboxd:dune-2021`. Null for none. */
export function findYear({ year, refs, title }: FilmHint): number | null {
  if (year !== null) return year;
  const fold = foldTitle(title);
  for (const ref of refs) {
    const [, slug = '', ofSlug] = /^(.+)[-_]((?:19|20)\d\d)$/.exec(ref.slice(kindOf(ref).length + 1)) ?? [];
    if (ofSlug !== undefined && foldTitle(slug.replaceAll('_', '-')) === fold) return Number(ofSlug);
  }
  return null;
}

/** The years that a page states for the films of its lists; that of its subject says nothing of them. */
export const listPageYears = (hints: SightedHint[]): number[] =>
  hints.flatMap(({ hint, isSubject }) => (isSubject ? [] : (findYear(hint) ?? [])));

/**
 * Decides by title and year, title and director, or the title alone among films that have one of the hint's titles and
 * whose ids do not disagree.
 */
export function matchByTitle(sighted: SightedHint, titleMatches: TitleMatch[], around: Surroundings): Match {
  const { hint } = sighted;
  const open = titleMatches.filter(({ film }) => isLedBy(hint, film) !== false);
  if (open.length === 0) return makeUnknown('director-disagrees');
  const year = findYear(hint);
  return year === null ? matchWithoutYear(sighted, open, around) : matchWithYear(sighted, year, open, around);
}

function matchWithYear(sighted: SightedHint, year: number, all: TitleMatch[], around: Surroundings): Match {
  const { hint } = sighted;
  const near = all.filter(({ film }) => film.year !== null && Math.abs(film.year - year) === 1);
  const inYear = all.filter(({ film }) => film.year === year);
  if (inYear.length > 0) return chooseInYear(hint, inYear, near);
  const released = all.filter(({ film, level }) => level > 1 && isReleasedIn(film, year));
  if (released.length > 0) return choose(hint, released, 'title-and-year');
  const led = near.filter(({ film }) => isLedBy(hint, film) === true);
  if (led.length > 0) return choose(hint, led, 'title-and-near-year');
  const isCovered = around.coversUntil === null || year <= around.coversUntil;
  if (!isCovered) return makeUnknown('year-disagrees');
  const named = near.filter(({ level, film }) => level === 3 && isMainTitle(hint, film));
  if (named.length > 0) return chooseNear(hint, year, named, all);
  if (all.every(({ film }) => film.year === null)) return matchWithoutYear(sighted, all, around);
  return makeUnknown('year-disagrees');
}

/**
 * The film of that year. One whose title differs, if only by an article, is not it while the film of the next year has the
 * very title: "Shaft" of 2001 is hardly "The Shaft".
 */
function chooseInYear(hint: FilmHint, inYear: TitleMatch[], near: TitleMatch[]): Match {
  const isLoose = inYear.every(({ film, level }) => level < 3 && isLedBy(hint, film) !== true);
  const named = isLoose ? near.filter(({ level }) => level === 3) : [];
  if (named.length === 0) return choose(hint, inYear, 'title-and-year');
  const candidates = [...inYear, ...named].map(({ film }) => film);
  return { kind: 'ambiguous', candidates, reason: 'same-title-several-films' };
}

/**
 * Whether a film's title or original title is one of a hint's. A year one off is not enough with another title: such
 * films are six times as often a namesake.
 */
function isMainTitle({ title, alternativeTitles }: FilmHint, film: Film): boolean {
  const folds = [title, ...alternativeTitles].map(foldTitle);
  return [film.title, film.originalTitle ?? ''].some(
    (main) => main !== '' && folds.includes(foldTitle(main)),
  );
}

/**
 * A year that is one off is enough without a director if no other film of the title is close, if the title was not
 * filmed often, and if films of such titles a year apart are rare.
 */
function chooseNear(hint: FilmHint, year: number, near: TitleMatch[], all: TitleMatch[]): Match {
  const rivals = all.filter(({ film }) => film.year === null || Math.abs(film.year - year) < minYearsToRival);
  const [only] = near;
  const isOftenFilmed = all.filter(({ level }) => level === 3).length > maxFilmsOfTitle;
  if (only === undefined || rivals.length > 1 || isOftenFilmed)
    return {
      kind: 'ambiguous',
      candidates: (rivals.length > 1 ? rivals : all).map(({ film }) => film),
      reason: 'same-title-several-films',
    };
  const risk = riskOfNearYear(hint.title, only.film.refs) * weighTitles(only);
  return risk < maxNearYearRisk ? makeSure(only.film, 'title-and-near-year') : makeUnknown('year-disagrees');
}

function matchWithoutYear(sighted: SightedHint, all: TitleMatch[], around: Surroundings): Match {
  const { hint } = sighted;
  const led = all.filter(({ film }) => isLedBy(hint, film) === true);
  if (led.length > 0) return choose(hint, led, 'title-and-director');
  const named = all.filter(({ level }) => level === 3);
  const withoutArticle = all.filter(({ level }) => level === 2);
  const left = named.length > 0 || isCommonWord(hint.title) ? named : withoutArticle;
  if (left.length === 0) return makeUnknown('too-little-evidence');
  const match = choose(hint, left, 'only-film-of-title');
  if (match.kind !== 'film') return match;
  const only = left.find(({ film }) => film === match.film);
  return only === undefined ? match : judgeTitleAlone(sighted, only, around);
}

/** What a further title of the page that the film has does to the risk of one. */
const weighTitles = ({ agreeing }: TitleMatch): number => (agreeing.length > 1 ? riskWithOtherTitle : 1);

/** A title alone decides by its risk, which what else the page says of the film lowers; a person makes it sure. */
function judgeTitleAlone(
  { hint, certainty, context }: SightedHint,
  titleMatch: TitleMatch,
  { pageYears }: Surroundings,
): Match {
  const { film, agreeing } = titleMatch;
  const facts = sortFacts(hint.facts ?? []);
  if (hasPersonNear(film, [...context.namesNear, ...facts.cast])) return makeSure(film, 'only-film-of-title');
  if (!isOfTimes(film, pageYears)) return makeUnknown('year-disagrees');
  const weight = weighFacts(facts, film);
  if (weight === null) return makeUnknown('facts-disagree');
  const titles = agreeing.length > 0 ? agreeing : [hint.title];
  const ofTitle = Math.min(...titles.map((title) => riskOfTitle(title, film.refs)));
  const risk = ofTitle * weighTitles(titleMatch) * weight;
  if (risk >= maxShownRisk) return { kind: 'ambiguous', candidates: [film], reason: 'title-alone' };
  const isSure = risk < maxSureRisk && certainty === 'stated';
  return { kind: 'film', film, reason: 'only-film-of-title', certainty: isSure ? 'sure' : 'unsure' };
}

/** Whether a film is of the time whose films the page states; true if the page states too few years. */
function isOfTimes({ year }: Film, pageYears: readonly number[]): boolean {
  if (year === null || pageYears.length < minDatedFilms) return true;
  return year >= Math.min(...pageYears) - 1 && year <= Math.max(...pageYears) + 1;
}

/** Whether one of the names is a director, a writer or one of the first ten of the cast. */
export function hasPersonNear(film: Film, names: string[]): boolean {
  return doPeopleAgree([...film.directors, ...film.writers, ...film.cast.slice(0, 10)], names) === true;
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
  if (only !== undefined && more.length === 0) return makeSure(only.film, reason);
  return { kind: 'ambiguous', candidates: left.map(({ film }) => film), reason: 'same-title-several-films' };
}

function prefer(titleMatches: TitleMatch[], isPreferred: (match: TitleMatch) => boolean): TitleMatch[] {
  const preferred = titleMatches.filter(isPreferred);
  return preferred.length > 0 ? preferred : titleMatches;
}
