import { doPeopleAgree } from './people.ts';
import { foldWholeTitle, kindOf } from './titles/title-key.ts';
import type { Film, FilmRef } from './types.ts';

/** Systems in which one film goes by several ids (languages, countries, editions): two that differ tell nothing. */
const manyNames = new Set(['wikipedia', 'justwatch', 'criterion', 'title']);

/** Systems whose ids are words that are changed at times: with the year behind ("carrie-2013"), or without. */
const slugs = new Set(['letterboxd', 'rottentomatoes', 'metacritic', 'trakt', 'mubi']);

const slugYear = /[-_]((?:19|20)\d\d)$/;

/** What is compared of a hint or a film. */
interface Named {
  refs: FilmRef[];
  year: number | null;
}

/** How the refs of two stand: they share an id, they have different ids of one system, or they do not touch. */
export function relateRefs(one: Named, other: Named): 'same' | 'different' | 'apart' {
  const ids = one.refs.filter((ref) => kindOf(ref) !== 'title');
  if (ids.some((ref) => other.refs.includes(ref))) return 'same';
  const isAgainst = (id: FilmRef): boolean =>
    !manyNames.has(kindOf(id)) &&
    other.refs.some((ref) => kindOf(ref) === kindOf(id) && !isRenamed(id, one.year, ref, other.year));
  return ids.some(isAgainst) ? 'different' : 'apart';
}

/**
 * Whether two slugs can be one film's: they differ in a year that is the other's own, or one is of Rotten Tomatoes' old
 * numbered kind (`0814255`, `1011615-king_kong`), which lead to today's.
 */
function isRenamed(one: FilmRef, oneYear: number | null, other: FilmRef, otherYear: number | null): boolean {
  if (!slugs.has(kindOf(one))) return false;
  if (/^rottentomatoes:\d{6,}/.test(one) || /^rottentomatoes:\d{6,}/.test(other)) return true;
  const [inOne, inOther] = [slugYear.exec(one)?.[1], slugYear.exec(other)?.[1]];
  if (one.replace(slugYear, '') !== other.replace(slugYear, '')) return false;
  if (inOne !== undefined && inOther !== undefined) return false;
  return inOne === undefined ? Number(inOther) === oneYear : Number(inOne) === otherYear;
}

/** Years that cannot be one film's, whatever the rest: more than two apart, where both are known. */
function areYearsFar(a: Film, b: Film): boolean {
  return a.year !== null && b.year !== null && Math.abs(a.year - b.year) > 2;
}

/**
 * Whether two accounts are plainly of one film: they share an id and their years can be one's; or they share title and
 * year, and neither ids nor directors nor cast speak against it.
 */
export function isSameFilm(a: Film, b: Film): boolean {
  const relation = relateRefs(a, b);
  if (relation !== 'apart') return relation === 'same' && !areYearsFar(a, b);
  if (a.year === null || a.year !== b.year || foldWholeTitle(a.title) !== foldWholeTitle(b.title))
    return false;
  const isLed = doPeopleAgree(a.directors, b.directors);
  return isLed ?? doPeopleAgree(a.cast, b.cast) !== false;
}

const union = <Item>(a: Item[], b: Item[]): Item[] => [...new Set([...a, ...b])];
const either = <Item>(a: Item[], b: Item[]): Item[] => (a.length > 0 ? a : b);

/** One film out of two accounts of it: of what both tell the first one's word, lists of names joined. */
export function mergeFilms(a: Film, b: Film): Film {
  const originalTitle = a.originalTitle ?? b.originalTitle;
  const others = union(a.alternativeTitles, [b.title, ...b.alternativeTitles]);
  return {
    refs: union(a.refs, b.refs),
    title: a.title,
    originalTitle,
    alternativeTitles: others.filter((title) => title !== a.title && title !== originalTitle),
    year: a.year ?? b.year,
    releases: either(a.releases, b.releases),
    directors: either(a.directors, b.directors),
    writers: either(a.writers, b.writers),
    cast: either(a.cast, b.cast),
    runtimeMinutes: a.runtimeMinutes ?? b.runtimeMinutes,
    genres: either(a.genres, b.genres),
    countries: either(a.countries, b.countries),
    languages: either(a.languages, b.languages),
  };
}
