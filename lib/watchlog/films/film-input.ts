import { parseRef } from '../../films/parse-ref.ts';
import { isTitleRef, titleRef } from '../../films/titles/title-key.ts';
import type { Film, FilmRef, Release } from '../../films/types.ts';
import { cleanText, truncateText } from '../../text/text.ts';
import { LogError } from '../errors.ts';
import type { FilmInput } from '../types.ts';
import { limits } from '../../text/log-limits.ts';

function cleanNames(names: readonly string[] | undefined): string[] {
  const clean = (names ?? [])
    .slice(0, limits.names)
    .map((name) => truncateText(cleanText(name), limits.name));
  return [...new Set(clean.filter((name) => name !== ''))];
}

function cleanReleases(releases: readonly Release[] | undefined): Release[] {
  return (releases ?? []).slice(0, limits.names).map(({ date, region }) => ({
    date: truncateText(cleanText(date), limits.name),
    region: region === null ? null : truncateText(cleanText(region), limits.name),
  }));
}

/**
 * The refs that a row keeps: ids, and the title with its year; the title alone only if the year is unknown.
 */
function cleanRefs(refs: readonly FilmRef[], title: string, year: number | null): FilmRef[] {
  const known = refs.filter((ref) => ref.length <= limits.ref && parseRef(ref) !== null);
  const kept = known.filter((ref) => !isTitleRef(ref) || year === null || /:\d{4}$/.test(ref));
  return [...new Set([...kept, titleRef(title, year)])].slice(0, limits.refs);
}

/**
 * A film as it is stored: texts cleaned and cut to their limits, and its title and year among its refs.
 * Throws `LogError` `bad-film` if it has no title.
 */
export function cleanFilmInput(input: FilmInput): Film {
  const title = truncateText(cleanText(input.title), limits.title);
  if (title === '') throw new LogError('bad-film', 'A film needs a title.');
  const year =
    input.year !== null && Number.isInteger(input.year) && input.year > 1800 && input.year < 3000
      ? input.year
      : null;
  const runtime = input.runtimeMinutes ?? null;
  return {
    refs: cleanRefs(input.refs, title, year),
    title,
    originalTitle: input.originalTitle ? truncateText(cleanText(input.originalTitle), limits.title) : null,
    alternativeTitles: cleanNames(input.alternativeTitles),
    year,
    releases: cleanReleases(input.releases),
    directors: cleanNames(input.directors),
    writers: cleanNames(input.writers),
    cast: cleanNames(input.cast),
    runtimeMinutes: runtime !== null && Number.isFinite(runtime) && runtime > 0 ? runtime : null,
    genres: cleanNames(input.genres),
    countries: cleanNames(input.countries),
    languages: cleanNames(input.languages),
  };
}
