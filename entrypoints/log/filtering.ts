import type { LogIndex } from '../../lib/watchlog/index-types.ts';
import type { Filters, Sorting } from './address.ts';
import { findRating } from './views.ts';

const hasText = (texts: readonly string[] | undefined, folded: string): boolean =>
  texts?.some((text) => text.toLowerCase() === folded) ?? false;

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
  if (genre !== null) tests.push((at) => hasText(films.genres[at], genre.toLowerCase()));
  if (director !== null) tests.push((at) => hasText(films.directors[at], director.toLowerCase()));
  if (liked) tests.push((at) => films.liked[at] ?? false);
  return all(tests);
}

/** What the filters ask of viewings alone; null where they ask nothing. */
function createViewingTest(
  { entries }: LogIndex,
  { seenIn, tag, rewatch, unfinished }: Filters,
): Test | null {
  const tests: Test[] = [];
  const year = String(seenIn).padStart(4, '0');
  if (seenIn !== null) tests.push((at) => entries.days[at]?.startsWith(year) ?? false);
  if (tag !== null) tests.push((at) => hasText(entries.tags[at], tag.toLowerCase()));
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
    const rating = entries.ratings[at] ?? films.ratings[film] ?? 0;
    return isViewing(at) && isFilm(film) && (least === null || rating >= least);
  };
}

/** Whether a film, by its place, is asked for; what is asked of viewings one of its viewings must be. */
export function createFilmFilter(index: LogIndex, filters: Filters): Test {
  const isFilm = createFilmTest(index, filters);
  const isViewing = createViewingTest(index, filters);
  const least = filters.rating;
  return (at) =>
    isFilm(at) &&
    (least === null || (findRating(index, at) ?? 0) >= least) &&
    (isViewing === null || (index.films.entries[at]?.some(isViewing) ?? false));
}

type Comparable = string | number | null;

function findFilmValue(index: LogIndex, at: number, key: Sorting['key']): Comparable {
  const { films } = index;
  switch (key) {
    case 'watched':
      return films.lastWatched[at] || null;
    case 'logged':
      return films.listedAt[at] ?? films.ratedAt[at] ?? null;
    case 'title':
      return films.titles[at] ?? '';
    case 'year':
      return films.years[at] ?? null;
    case 'rating':
      return findRating(index, at);
    case 'runtime':
      return films.runtimes[at] ?? null;
    case 'seen':
      return films.entries[at]?.length ?? 0;
    case 'priority':
      return films.priorities[at] ?? null;
  }
}

function findEntryValue(index: LogIndex, at: number, key: Sorting['key']): Comparable {
  const { entries } = index;
  const film = entries.films[at] ?? -1;
  if (key === 'watched') return entries.days[at] || null;
  if (key === 'logged') return entries.loggedAt[at] ?? null;
  if (key === 'rating') return entries.ratings[at] ?? index.films.ratings[film] ?? null;
  return findFilmValue(index, film, key);
}

/** Places in order of their values, what has none last either way round; equal ones stay in the order they came in. */
function sortPlaces(
  places: readonly number[],
  valueOf: (place: number) => Comparable,
  { isDescending }: Sorting,
  collator: Intl.Collator,
): number[] {
  const direction = isDescending ? -1 : 1;
  const compare = (a: Comparable, b: Comparable): number => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b) * direction;
    return (Number(a) - Number(b)) * direction;
  };
  return places
    .map((place) => ({ place, value: valueOf(place) }))
    .sort((a, b) => compare(a.value, b.value))
    .map(({ place }) => place);
}

/** Films, by their places, in an order. `collator` knows the order of the user's language. */
export function sortFilms(
  index: LogIndex,
  places: readonly number[],
  sorting: Sorting,
  collator: Intl.Collator,
): number[] {
  return sortPlaces(places, (at) => findFilmValue(index, at, sorting.key), sorting, collator);
}

/** Viewings, by their places, in an order; they come in that of the diary, and equal ones stay in it. */
export function sortEntries(
  index: LogIndex,
  places: readonly number[],
  sorting: Sorting,
  collator: Intl.Collator,
): number[] {
  return sortPlaces(places, (at) => findEntryValue(index, at, sorting.key), sorting, collator);
}
