import { joinRefs } from './same-film.ts';
import type { Film } from './types.ts';

const union = <Item>(a: Item[], b: Item[]): Item[] => [...new Set([...a, ...b])];
const either = <Item>(a: Item[], b: Item[]): Item[] => (a.length > 0 ? a : b);

/**
 * Merges two descriptions of one film: the first has precedence, other titles are joined, and refs are joined
 * unless they contradict.
 */
export function mergeFilms(a: Film, b: Film): Film {
  const originalTitle = a.originalTitle ?? b.originalTitle;
  const others = union(a.alternativeTitles, [b.title, ...b.alternativeTitles]);
  return {
    refs: joinRefs(a, b),
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
