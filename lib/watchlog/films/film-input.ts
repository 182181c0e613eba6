import { parseRef } from '../../films/parse-ref.ts';
import { isTitleRef, titleRef } from '../../films/titles/title-key.ts';
import type { Film, FilmRef, Release } from '../../films/types.ts';
import { cleanText, truncateText } from '../../text/text.ts';
import { LogError } from '../errors.ts';
import type { FilmInput } from '../types.ts';
import { limits } from '../store/validate.ts';

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

/** The refs a row keeps: ids, and the title with its year; the title alone only where no year is known. */
function cleanRefs(refs: readonly FilmRef[], title: string, year: number | null): FilmRef[] {
  const known = refs.filter((ref) => ref.length <= limits.ref && parseRef(ref) !== null);
  const kept = known.filter((ref) => !isTitleRef(ref) || year === null || /:\d{4}$/.test(ref));
  return [...new Set([...kept, titleRef(title, year)])].slice(0, limits.refs);
}

/**
 * A film as it is kept: texts cleaned and cut to their limits, its title and year among its refs. Throws `LogError`
 * `bad-film` where it has no title.
 */
export function cleanSeed(seed: FilmInput): Film {
  const title = truncateText(cleanText(seed.title), limits.title);
  if (title === '') throw new LogError('bad-film', 'A film needs a title.');
  const year =
    seed.year !== null && Number.isInteger(seed.year) && seed.year > 1800 && seed.year < 3000
      ? seed.year
      : null;
  const runtime = seed.runtimeMinutes ?? null;
  return {
    refs: cleanRefs(seed.refs, title, year),
    title,
    originalTitle: seed.originalTitle ? truncateText(cleanText(seed.originalTitle), limits.title) : null,
    alternativeTitles: cleanNames(seed.alternativeTitles),
    year,
    releases: cleanReleases(seed.releases),
    directors: cleanNames(seed.directors),
    writers: cleanNames(seed.writers),
    cast: cleanNames(seed.cast),
    runtimeMinutes: runtime !== null && Number.isFinite(runtime) && runtime > 0 ? runtime : null,
    genres: cleanNames(seed.genres),
    countries: cleanNames(seed.countries),
    languages: cleanNames(seed.languages),
  };
}
