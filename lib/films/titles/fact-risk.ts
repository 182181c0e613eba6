import { once } from '../../async/once.ts';
import { doPeopleAgree } from '../people.ts';
import type { Film } from '../types.ts';

/** Running times of one film are at most so many minutes apart, in all but one of 25 films that two sources have. */
const maxMinutesApart = 15;

/** Running times that are this close agree. */
const closeMinutes = 2;

/** Fewer names that are not in a film's cast may be countries under unknown names. */
const minCast = 3;

/**
 * What agreement does to the risk of a title: how many namesakes agree by chance, for each film that agrees with itself
 * in another source. One in nine namesakes is as long, two in three share a country.
 */
const riskWith = { length: 0.15, country: 0.65 };

/** Codes that film data has for countries under other names or codes than today's English ones. */
const otherNames: Record<string, string> = {
  USA: 'US',
  'U.S.A.': 'US',
  UK: 'GB',
  'U.K.': 'GB',
  'Czech Republic': 'CZ',
  'Hong Kong': 'HK',
  Turkey: 'TR',
  DD: 'DE',
};

/** Former states of which several remain, so that they are not compared. */
const formerStates = new Set(['SU', 'YU', 'CS']);

/** The minutes of an ISO 8601 duration, also without its first letter; null for other texts and for no time. */
function parseMinutes(duration: string): number | null {
  const [, hours = '0', minutes = '0'] =
    /^P?(?:\d+D)?T(?:(\d{1,2})H)?(?:(\d{1,4})M)?(?:[\d.]+S)?$/i.exec(duration.trim()) ?? [];
  return Number(hours) * 60 + Number(minutes) || null;
}

const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));

/** The codes of countries by their English names. */
const codesByName = once(() => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  // A former code has the name of the country of today, whose code `Locale` makes of it: `RU` of `SU`.
  return new Map(codes.map((code) => [names.of(code) ?? '', new Intl.Locale(`und-${code}`).region ?? code]));
});

/** The code of a country that is known by its English name or its code; null for other texts. */
function findCountry(text: string): string | null {
  const code = otherNames[text] ?? codesByName().get(text) ?? text;
  return /^[A-Z]{2}$/.test(code) && !formerStates.has(code) ? code : null;
}

/** The facts of a hint by what they are. */
interface SortedFacts {
  minutes: number[];
  /** Codes of countries. */
  countries: string[];
  cast: string[];
}

/** Tells a hint's running times and countries from its actors. */
export function sortFacts(facts: readonly string[]): SortedFacts {
  const sorted: SortedFacts = { minutes: [], countries: [], cast: [] };
  for (const fact of facts) {
    const minutes = parseMinutes(fact);
    const country = findCountry(fact);
    if (minutes !== null) sorted.minutes.push(minutes);
    else if (country !== null) sorted.countries.push(country);
    else sorted.cast.push(fact);
  }
  return sorted;
}

/** Whether the countries of a hint and a film share one; null if either has none that is known. */
function doCountriesAgree(codes: string[], countries: string[]): boolean | null {
  const others = countries.map(findCountry).filter((code) => code !== null);
  return codes.length === 0 || others.length === 0 ? null : codes.some((code) => others.includes(code));
}

/** Minutes between a film's running time and the nearest that a hint gives; null if either has none. */
const compareLengths = (lengths: number[], minutes: number | null): number | null =>
  minutes === null || lengths.length === 0
    ? null
    : Math.min(...lengths.map((length) => Math.abs(length - minutes)));

/**
 * What the running time, the countries and the cast of a hint do to the risk that another film than this one is meant: a
 * factor of at most 1; null if one of them is another film's.
 */
export function weighFacts({ minutes, countries, cast }: SortedFacts, film: Film): number | null {
  const apart = compareLengths(minutes, film.runtimeMinutes);
  const isOfCountry = doCountriesAgree(countries, film.countries);
  if (apart !== null && apart > maxMinutesApart) return null;
  const isOfOthers = cast.length >= minCast && doPeopleAgree(cast, film.cast) === false;
  if (isOfCountry === false || isOfOthers) return null;
  const ofLength = apart !== null && apart <= closeMinutes ? riskWith.length : 1;
  return ofLength * (isOfCountry === true ? riskWith.country : 1);
}
