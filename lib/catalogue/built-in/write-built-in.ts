import { listDataRefs } from '../../films/find-id.ts';
import { isTitleRef } from '../../films/titles/title-key.ts';
import type { FilmRef } from '../../films/types.ts';
import { findHomeKey, listFilmTitleKeys } from '../keys.ts';
import { maxHomesPerKey, maxLineLength } from '../format.ts';
import { hashKey } from '../hash.ts';
import type { FilmAward } from '../../films/review-types.ts';
import type { BuiltInFilm } from './built-in-film.ts';
import { formatLines } from './coded-lines.ts';
import { compressText } from './compression.ts';
import { formatFactLine, formatMinutesByte, formatTitleLine, formatYearByte } from './film-lines.ts';
import { formatFile } from './layout.ts';
import { countBuckets, formatNames, type NamedFilm } from './name-index.ts';

/** Everything in the built-in catalogue. */
export interface BuiltInData {
  films: BuiltInFilm[];
  /** The last day of releases that the data covers, `YYYY-MM-DD`. */
  coversUntil: string;
  /** Ready-made lists, as `formatReadyLists` returns them. */
  lists: string;
  /** Titles of series, in any order. */
  series: string[];
}

/** A film with what determines its place in the file. */
interface PlacedFilm {
  film: BuiltInFilm;
  home: FilmRef;
  hash: number;
  titles: string;
  facts: string;
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The kinds of awards, sorted, and the number of each. */
function listAwardKinds(films: BuiltInFilm[]): { kinds: string[]; kindOf: (award: FilmAward) => number } {
  const nameOf = ({ award, category }: FilmAward): string =>
    [award, category ?? ''].map((text) => text.replace(/\p{Cc}/gu, ' ')).join('\t');
  const kinds = [...new Set(films.flatMap(({ awards }) => awards.map(nameOf)))].sort(compareText);
  const numbers = new Map(kinds.map((kind, number) => [kind, number]));
  return { kinds, kindOf: (award) => numbers.get(nameOf(award)) ?? 0 };
}

/** Sorts the films by the hash of their title key, so that the order of the input does not matter. */
function placeFilms(films: BuiltInFilm[], kindOf: (award: FilmAward) => number): PlacedFilm[] {
  const placed = films.flatMap((film): PlacedFilm[] => {
    const home = film.title.length > maxLineLength ? null : findHomeKey(film);
    if (home === null) return [];
    const lines = { titles: formatTitleLine(film), facts: formatFactLine(film, kindOf) };
    return [{ film, home, hash: hashKey(home), ...lines }];
  });
  return placed.sort(
    (one, other) =>
      one.hash - other.hash ||
      compareText(one.home, other.home) ||
      other.film.known - one.film.known ||
      (one.film.year ?? 0) - (other.film.year ?? 0) ||
      compareText(one.titles, other.titles) ||
      compareText(one.facts, other.facts),
  );
}

/** The names under which a film is found apart from its title key: ids, other titles. */
function listNames({ film, home }: PlacedFilm): FilmRef[] {
  const titles = {
    title: film.title,
    originalTitle: film.originalTitle,
    alternativeTitles: film.otherTitles,
  };
  return [...listDataRefs(film), ...listFilmTitleKeys(titles)].filter((name) => name !== home);
}

/** The names of all films; of a title that many films have, those of the best known ones. */
function indexNames(placed: PlacedFilm[]): NamedFilm[] {
  const films = new Map<FilmRef, number[]>();
  for (const [film, one] of placed.entries())
    for (const name of listNames(one)) {
      const named = films.get(name);
      if (named) named.push(film);
      else films.set(name, [film]);
    }
  const knownOf = (film: number): number => placed[film]?.film.known ?? 0;
  return [...films].flatMap(([name, named]) => {
    const most = isTitleRef(name) ? maxHomesPerKey : 1;
    const kept = named.sort((one, other) => knownOf(other) - knownOf(one) || one - other).slice(0, most);
    return kept.map((film) => ({ hash: hashKey(name), film }));
  });
}

/**
 * Formats the built-in catalogue as one file. Leaves out films whose title has no key or is too long. Films in any order
 * give the same bytes.
 */
export async function formatBuiltIn(data: BuiltInData): Promise<Uint8Array<ArrayBuffer>> {
  const { kinds, kindOf } = listAwardKinds(data.films);
  const placed = placeFilms(data.films, kindOf);
  const names = formatNames(indexNames(placed), placed.length);
  const titles = formatLines(placed.map((one) => one.titles));
  const facts = formatLines(placed.map((one) => one.facts));
  const toBytes = (byteOf: (film: BuiltInFilm) => number): Uint8Array =>
    Uint8Array.from(placed, ({ film }) => byteOf(film));
  return formatFile(
    { films: placed.length, coversUntil: data.coversUntil },
    {
      homeCounts: countBuckets(placed.map(({ hash }) => hash)),
      nameCounts: names.counts,
      nameEntries: names.entries,
      years: toBytes(formatYearByte),
      minutes: toBytes(formatMinutesByte),
      known: toBytes(({ known }) => Math.min(100, Math.max(0, Math.round(known)))),
      titleBlocks: titles.blocks,
      titleSymbols: titles.symbols,
      factBlocks: facts.blocks,
      factSymbols: facts.symbols,
      awardKinds: new TextEncoder().encode(kinds.join('\n')),
      titles: titles.codes,
      facts: facts.codes,
      lists: await compressText(data.lists),
      series: await compressText([...new Set(data.series)].sort(compareText).join('\n')),
    },
  );
}
