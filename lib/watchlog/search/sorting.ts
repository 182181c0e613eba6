import type { LogIndex } from '../index/index-types.ts';
import type { Sorting } from './address.ts';
import type { TitleOrder } from './title-order.ts';

/** A day, month or year as a number that sorts like its text. */
const parseDay = (day: string): number =>
  Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10));

/**
 * Returns a function that parses days as numbers, each text once, because many are equal; null for unknown
 * days.
 */
function createDayNumbers(): (day: string) => number | null {
  const known = new Map<string, number | null>([['', null]]);
  return (day) => {
    let number = known.get(day);
    if (number === undefined) {
      number = parseDay(day);
      known.set(day, number);
    }
    return number;
  };
}

const toSeconds = (ms: number | null): number | null => (ms === null ? null : Math.floor(ms / 1000));

/** Returns a function for the sort key of a film: a number from 0 to below 2^32; null if unknown. */
function findFilmKey(
  { films }: LogIndex,
  titles: TitleOrder | null,
  key: Sorting['key'],
): (film: number) => number | null {
  switch (key) {
    case 'watched': {
      const findDayNumber = createDayNumbers();
      return (at) => findDayNumber(films.lastWatched[at] ?? '');
    }
    case 'logged':
      return (at) => toSeconds(films.listedAt[at] ?? films.ratedAt[at] ?? null);
    case 'title':
      return (at) => titles?.ranks[at] ?? null;
    case 'year':
      return (at) => films.years[at] ?? null;
    case 'rating':
      return (at) => films.ownRatings[at] ?? null;
    case 'runtime':
      return (at) => films.runtimes[at] ?? null;
    case 'seen':
      return (at) => films.entries[at]?.length ?? 0;
    case 'priority':
      return (at) => films.priorities[at] ?? null;
  }
}

function findEntryKey(
  index: LogIndex,
  titles: TitleOrder | null,
  key: Sorting['key'],
): (entry: number) => number | null {
  const { entries, films } = index;
  const filmOf = (at: number): number => entries.films[at] ?? -1;
  if (key === 'watched') {
    const findDayNumber = createDayNumbers();
    return (at) => findDayNumber(entries.days[at] ?? '');
  }
  if (key === 'logged') return (at) => toSeconds(entries.loggedAt[at] ?? null);
  if (key === 'rating') return (at) => entries.ratings[at] ?? films.ownRatings[filmOf(at)] ?? null;
  const ofFilm = findFilmKey(index, titles, key);
  return (at) => ofFilm(filmOf(at));
}

const mostPositions = 2 ** 21;
const mostKey = 2 ** 32 - 1;

/** Items processed between two pauses. */
const perStep = 1000;

/**
 * Sorts positions by their keys, unknown keys last in either direction; equal ones keep their order. Packs
 * key and rank into one number, because numbers sort many times faster than with a comparison function (a
 * hundred thousand in a few milliseconds). Positions beyond two million are not sorted.
 */
function* sortByKeys(
  positions: readonly number[],
  keyOf: (position: number) => number | null,
  isDescending: boolean,
): Generator<undefined, number[]> {
  const count = Math.min(positions.length, mostPositions);
  const packed = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    if (at % perStep === perStep - 1) yield;
    const key = keyOf(positions[at] ?? 0);
    const known = Math.min(Math.max(key ?? 0, 0), mostKey - 1);
    packed[at] = (key === null ? mostKey : isDescending ? mostKey - 1 - known : known) * mostPositions + at;
  }
  packed.sort();
  yield;
  const sorted: number[] = [];
  for (let at = 0; at < count; at += 1) {
    if (at % perStep === perStep - 1) yield;
    sorted.push(positions[(packed[at] ?? 0) % mostPositions] ?? 0);
  }
  return count < positions.length ? sorted.concat(positions.slice(count)) : sorted;
}

/**
 * Sorts films, given by position; by title only once the title order is known. Equal ones keep their order.
 * Yields for pauses.
 */
export function sortFilms(
  index: LogIndex,
  positions: readonly number[],
  { key, isDescending }: Sorting,
  titles: TitleOrder | null,
): Generator<undefined, number[]> {
  const keyOf = findFilmKey(index, titles, key);
  return sortByKeys(positions, keyOf, isDescending);
}

/** Sorts entries, given by position in diary order; equal ones keep that order. Yields for pauses. */
export function sortEntries(
  index: LogIndex,
  positions: readonly number[],
  { key, isDescending }: Sorting,
  titles: TitleOrder | null,
): Generator<undefined, number[]> {
  return sortByKeys(positions, findEntryKey(index, titles, key), isDescending);
}

/** The films that pass the test, in the order of their titles as far as it is known. Yields for pauses. */
export function* listByTitle(
  { films }: LogIndex,
  titles: TitleOrder | null,
  belongs: (film: number) => boolean,
): Generator<undefined, number[]> {
  const found: number[] = [];
  const known = titles?.positions.length ?? 0;
  for (let rank = 0; rank < Math.max(known, films.ids.length); rank += 1) {
    if (rank % perStep === perStep - 1) yield;
    const position = titles?.positions[rank] ?? rank;
    if (belongs(position)) found.push(position);
  }
  return found;
}
