import type { LogIndex } from '../index/index-types.ts';
import type { Filters } from './address.ts';

/** Whether one of some words is the one asked for, case aside; each spelling is looked at once. */
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

type Test = (place: number) => boolean;

/** One test of all that is asked; with nothing asked every place passes. */
const all =
  (tests: Test[]): Test =>
  (place) =>
    tests.every((test) => test(place));

/** Whether a film, by its place, is one that the filters on films ask for. Its rating is left to others. */
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

/** What the filters ask of viewings alone; null where they ask nothing. */
function createViewingTest(
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

/** Whether a viewing, by its place, is asked for; its rating is the one given then, else the film's. */
export function createEntryFilter(index: LogIndex, filters: Filters): Test {
  const { entries, films } = index;
  const isFilm = createFilmTest(index, filters);
  const isViewing = createViewingTest(index, filters) ?? (() => true);
  const least = filters.rating;
  return (at) => {
    const film = entries.films[at] ?? -1;
    const rating = entries.ratings[at] ?? films.ownRatings[film] ?? 0;
    return isViewing(at) && isFilm(film) && (least === null || rating >= least);
  };
}

/** Whether a film bears the tag itself, where nothing else is asked of its viewings: it need not have any. */
function createTagTest({ films }: LogIndex, { tag, seenIn, rewatch, unfinished }: Filters): Test {
  if (tag === null || seenIn !== null || rewatch || unfinished) return () => false;
  const isTag = createWordTest(tag);
  return (at) => isTag(films.tags[at]);
}

/** Whether a film, by its place, is asked for; what is asked of viewings one of its viewings must be. */
export function createFilmFilter(index: LogIndex, filters: Filters): Test {
  const isFilm = createFilmTest(index, filters);
  const isViewing = createViewingTest(index, filters);
  const isTagged = createTagTest(index, filters);
  const least = filters.rating;
  return (at) =>
    isFilm(at) &&
    (least === null || (index.films.ownRatings[at] ?? 0) >= least) &&
    (isViewing === null || isTagged(at) || (index.films.entries[at]?.some(isViewing) ?? false));
}
