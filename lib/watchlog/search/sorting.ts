import type { LogIndex } from '../index/index-types.ts';
import type { Sorting } from './address.ts';
import type { TitleOrder } from './title-order.ts';

/** A day, month or year as a number that sorts as its text does. */
const parseDay = (day: string): number =>
  Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10));

/** Reads days as numbers, each text once, for many are of one day; null where nothing is known. */
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

/** What films are sorted by: numbers from 0, below 2^32; null is not known. */
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

const mostPlaces = 2 ** 21;
const mostKey = 2 ** 32 - 1;

/** Places that are looked at before others may run. */
const perStep = 1000;

/**
 * Places in order of their keys, what has none last either way round; equal ones stay in the order they came in. Key and
 * rank are packed into one number each, for numbers are sorted many times faster than anything with a comparison of
 * ours (a hundred thousand in a few milliseconds); beyond two million places the last ones are left as they came.
 */
function* sortByKeys(
  places: readonly number[],
  keyOf: (place: number) => number | null,
  isDescending: boolean,
): Generator<undefined, number[]> {
  const count = Math.min(places.length, mostPlaces);
  const packed = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    if (at % perStep === perStep - 1) yield;
    const key = keyOf(places[at] ?? 0);
    const known = Math.min(Math.max(key ?? 0, 0), mostKey - 1);
    packed[at] = (key === null ? mostKey : isDescending ? mostKey - 1 - known : known) * mostPlaces + at;
  }
  packed.sort();
  yield;
  const sorted: number[] = [];
  for (let at = 0; at < count; at += 1) {
    if (at % perStep === perStep - 1) yield;
    sorted.push(places[(packed[at] ?? 0) % mostPlaces] ?? 0);
  }
  return count < places.length ? sorted.concat(places.slice(count)) : sorted;
}

/**
 * Films, by their places, in an order; by titles only once their order is known. Equal ones stay as they came. Yields
 * wherever others may run between, as all that follows.
 */
export function sortFilms(
  index: LogIndex,
  places: readonly number[],
  { key, isDescending }: Sorting,
  titles: TitleOrder | null,
): Generator<undefined, number[]> {
  const keyOf = findFilmKey(index, titles, key);
  return sortByKeys(places, keyOf, isDescending);
}

/** Viewings, by their places, in an order; they come in that of the diary, and equal ones stay in it. */
export function sortEntries(
  index: LogIndex,
  places: readonly number[],
  { key, isDescending }: Sorting,
  titles: TitleOrder | null,
): Generator<undefined, number[]> {
  return sortByKeys(places, findEntryKey(index, titles, key), isDescending);
}

/** The films that belong, in the order of their titles as far as it is known. */
export function* listByTitle(
  { films }: LogIndex,
  titles: TitleOrder | null,
  belongs: (film: number) => boolean,
): Generator<undefined, number[]> {
  const found: number[] = [];
  const known = titles?.places.length ?? 0;
  for (let rank = 0; rank < Math.max(known, films.ids.length); rank += 1) {
    if (rank % perStep === perStep - 1) yield;
    const place = titles?.places[rank] ?? rank;
    if (belongs(place)) found.push(place);
  }
  return found;
}
