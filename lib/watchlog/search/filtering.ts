import type { LogIndex } from '../index/index-types.ts';
import type { Filters } from './address.ts';

/**
 * Returns a test for whether some words include the given one, ignoring case; caches its answers by spelling.
 */
function createWordTest(asked: string): (words: readonly string[] | undefined) => boolean {
  const folded = asked.toLowerCase();
  const known = new Map<string, boolean>();
  const isAsked = (word: string): boolean => {
    const answer = known.get(word) ?? word.toLowerCase() === folded;
    known.set(word, answer);
    return answer;
  };
  return (words) => words?.some(isAsked) ?? false;
}

type Test = (position: number) => boolean;

/** Combines tests: all must pass; without tests every position passes. */
const all =
  (tests: Test[]): Test =>
  (position) =>
    tests.every((test) => test(position));

/** Returns a test of a film, by position, against the filters on films, except its rating. */
function createFilmTest({ films }: LogIndex, { year, decade, genre, director, liked }: Filters): Test {
  const tests: Test[] = [];
  if (year !== null) tests.push((at) => films.years[at] === year);
  if (decade !== null) tests.push((at) => Math.floor((films.years[at] ?? -1) / 10) * 10 === decade);
  if (genre !== null) {
    const isGenre = createWordTest(genre);
    tests.push((at) => isGenre(films.genres[at]));
  }
  if (director !== null) {
    const isDirector = createWordTest(director);
    tests.push((at) => isDirector(films.directors[at]));
  }
  if (liked) tests.push((at) => films.liked[at] ?? false);
  return all(tests);
}

/** Returns a test of an entry against the filters on entries; null if there are none. */
function createEntryTest(
  { entries, films }: LogIndex,
  { seenIn, tag, rewatch, unfinished }: Filters,
): Test | null {
  const tests: Test[] = [];
  const year = String(seenIn).padStart(4, '0');
  if (seenIn !== null) tests.push((at) => entries.days[at]?.startsWith(year) ?? false);
  if (tag !== null) {
    const isTag = createWordTest(tag);
    tests.push((at) => isTag(entries.tags[at]) || isTag(films.tags[entries.films[at] ?? -1]));
  }
  if (rewatch) tests.push((at) => entries.rewatches[at] ?? false);
  if (unfinished) tests.push((at) => !entries.finished[at]);
  return tests.length === 0 ? null : all(tests);
}

/**
 * Returns a test of an entry, by position, against all filters. Its rating is its own, otherwise the film's.
 */
export function createEntryFilter(index: LogIndex, filters: Filters): Test {
  const { entries, films } = index;
  const isFilm = createFilmTest(index, filters);
  const isEntry = createEntryTest(index, filters) ?? (() => true);
  const least = filters.rating;
  return (at) => {
    const film = entries.films[at] ?? -1;
    const rating = entries.ratings[at] ?? films.ownRatings[film] ?? 0;
    return isEntry(at) && isFilm(film) && (least === null || rating >= least);
  };
}

/**
 * Returns a test for whether a film itself has the tag, if no other filter applies to its entries: it need
 * not have any.
 */
function createTagTest({ films }: LogIndex, { tag, seenIn, rewatch, unfinished }: Filters): Test {
  if (tag === null || seenIn !== null || rewatch || unfinished) return () => false;
  const isTag = createWordTest(tag);
  return (at) => isTag(films.tags[at]);
}

/**
 * Returns a test of a film, by position, against all filters; at least one of its entries must pass those on
 * entries.
 */
export function createFilmFilter(index: LogIndex, filters: Filters): Test {
  const isFilm = createFilmTest(index, filters);
  const isEntry = createEntryTest(index, filters);
  const isTagged = createTagTest(index, filters);
  const least = filters.rating;
  return (at) =>
    isFilm(at) &&
    (least === null || (index.films.ownRatings[at] ?? 0) >= least) &&
    (isEntry === null || isTagged(at) || (index.films.entries[at]?.some(isEntry) ?? false));
}
