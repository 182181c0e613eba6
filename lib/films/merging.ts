import { doPeopleAgree } from './people.ts';
import { foldWholeTitle } from './title-key.ts';
import type { Film, FilmRef } from './types.ts';

/** Systems where one film can have several ids, so that two that differ tell nothing. */
const manyNames = new Set(['wikipedia', 'justwatch', 'criterion', 'title']);

const kindOf = (ref: FilmRef): string => ref.slice(0, ref.indexOf(':'));

/** How two lists of refs stand: they share an id, they give another id of the same system, or they do not touch. */
export function relateRefs(ones: FilmRef[], others: FilmRef[]): 'same' | 'different' | 'apart' {
  const ids = ones.filter((ref) => kindOf(ref) !== 'title');
  if (ids.some((ref) => others.includes(ref))) return 'same';
  const isAgainst = (ref: FilmRef): boolean =>
    !manyNames.has(kindOf(ref)) && others.some((other) => kindOf(other) === kindOf(ref));
  return ids.some(isAgainst) ? 'different' : 'apart';
}

/** Whether two accounts are plainly of one film: they share an id, or title, year and nothing against it. */
export function isSameFilm(a: Film, b: Film): boolean {
  const relation = relateRefs(a.refs, b.refs);
  if (relation !== 'apart') return relation === 'same';
  if (a.year === null || a.year !== b.year || foldWholeTitle(a.title) !== foldWholeTitle(b.title))
    return false;
  return doPeopleAgree(a.directors, b.directors) !== false;
}

const union = <Item>(a: Item[], b: Item[]): Item[] => [...new Set([...a, ...b])];

/** One film out of two accounts of it: the first one's single values, where it has them, and both lists. */
export function mergeFilms(a: Film, b: Film): Film {
  const names = new Set([a.title, a.originalTitle ?? b.originalTitle]);
  return {
    refs: union(a.refs, b.refs),
    title: a.title,
    originalTitle: a.originalTitle ?? b.originalTitle,
    alternativeTitles: union(a.alternativeTitles, [b.title, ...b.alternativeTitles]).filter(
      (title) => !names.has(title),
    ),
    year: a.year ?? b.year,
    releases: a.releases.length > 0 ? a.releases : b.releases,
    directors: a.directors.length > 0 ? a.directors : b.directors,
    writers: a.writers.length > 0 ? a.writers : b.writers,
    cast: a.cast.length > 0 ? a.cast : b.cast,
    runtimeMinutes: a.runtimeMinutes ?? b.runtimeMinutes,
    genres: union(a.genres, b.genres),
    countries: union(a.countries, b.countries),
    languages: union(a.languages, b.languages),
  };
}
