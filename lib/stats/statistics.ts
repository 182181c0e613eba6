import { runToEnd } from '../async/run-to-end.ts';
import { fillPeriods, findWeekday } from './calendar.ts';
import { groupFilms, type GroupCount, type GroupKind } from './groups.ts';
import { addRating, createRatingCount, type RatingCount, type RatingPeriod } from './ratings.ts';
import { findStreaks, type Streaks } from './streaks.ts';
import { addViewing, createTally, finishTally, tallyOf, type Tally } from './tally.ts';
import type { Count, PeriodCount, StatInput } from './types.ts';

/** A film with how often it was seen. */
interface WatchedFilm {
  /** Its place in the columns. */
  film: number;
  viewings: number;
}

/** All that is counted. */
export interface Statistics {
  totals: Count & {
    rewatches: number;
    unfinished: number;
    /** Viewings seen to the end of films whose running time nobody knows: `minutes` lacks them. */
    withoutRuntime: number;
  };
  /** How many viewings are known to the day, the month or the year alone, or at an unknown time. */
  known: { day: number; month: number; year: number; unknown: number };
  /** Each year and month from the first to the last. What is known to the year alone is in no month. */
  years: PeriodCount[];
  months: PeriodCount[];
  /** January to December over all years. */
  monthsOfYear: Count[];
  /** Monday to Sunday; whole days alone. */
  weekdays: Count[];
  /** Viewings by whole day, `YYYY-MM-DD`. */
  days: Map<string, number>;
  streaks: Streaks;
  /** The user's ratings of the films that were seen. */
  filmRatings: RatingCount;
  /** The ratings given at viewings, and over time. */
  viewingRatings: RatingCount;
  ratingsByYear: RatingPeriod[];
  ratingsByMonth: RatingPeriod[];
  groups: Record<GroupKind, GroupCount[]>;
  rewatchesByYear: { period: string; rewatches: number; viewings: number }[];
  /** Films seen more than once, most often first. */
  mostWatched: WatchedFilm[];
}

const mostWatchedListed = 50;

/** What is gathered in the one pass over the viewings. */
interface Gathering {
  all: Tally;
  rewatches: number;
  unfinished: number;
  withoutRuntime: number;
  known: Statistics['known'];
  years: Map<string, Tally>;
  months: Map<string, Tally>;
  monthsOfYear: Tally[];
  weekdays: Tally[];
  weekdayOf: Map<string, number | null>;
  days: Map<string, number>;
  viewingRatings: RatingCount;
  ratingsByYear: Map<string, RatingCount>;
  ratingsByMonth: Map<string, RatingCount>;
  rewatchesByYear: Map<string, number>;
  seen: Map<number, { viewings: number; minutes: number }>;
}

function createGathering(): Gathering {
  return {
    all: createTally(),
    rewatches: 0,
    unfinished: 0,
    withoutRuntime: 0,
    known: { day: 0, month: 0, year: 0, unknown: 0 },
    years: new Map(),
    months: new Map(),
    monthsOfYear: Array.from({ length: 12 }, createTally),
    weekdays: Array.from({ length: 7 }, createTally),
    weekdayOf: new Map(),
    days: new Map(),
    viewingRatings: createRatingCount(),
    ratingsByYear: new Map(),
    ratingsByMonth: new Map(),
    rewatchesByYear: new Map(),
    seen: new Map(),
  };
}

function addPeriodRating(ratings: Map<string, RatingCount>, period: string, rating: number | null): void {
  if (rating === null) return;
  const count = ratings.get(period) ?? createRatingCount();
  addRating(count, rating);
  ratings.set(period, count);
}

function gatherDay(found: Gathering, day: string, film: number, minutes: number): void {
  found.known.day += 1;
  found.days.set(day, (found.days.get(day) ?? 0) + 1);
  const known = found.weekdayOf.get(day);
  const weekday = known === undefined ? findWeekday(day) : known;
  if (known === undefined) found.weekdayOf.set(day, weekday);
  const tally = weekday === null ? undefined : found.weekdays[weekday];
  if (tally !== undefined) addViewing(tally, film, minutes);
}

/** Counts a viewing under the year, month and day it is known to, and under none that it is not. */
function gatherTime(
  found: Gathering,
  day: string,
  {
    film,
    minutes,
    rating,
    isRewatch,
  }: { film: number; minutes: number; rating: number | null; isRewatch: boolean },
): void {
  if (day === '') {
    found.known.unknown += 1;
    return;
  }
  const year = day.slice(0, 4);
  addViewing(tallyOf(found.years, year), film, minutes);
  addPeriodRating(found.ratingsByYear, year, rating);
  if (isRewatch) found.rewatchesByYear.set(year, (found.rewatchesByYear.get(year) ?? 0) + 1);
  if (day.length < 7) {
    found.known.year += 1;
    return;
  }
  const month = day.slice(0, 7);
  addViewing(tallyOf(found.months, month), film, minutes);
  addPeriodRating(found.ratingsByMonth, month, rating);
  const ofYear = found.monthsOfYear[Number(day.slice(5, 7)) - 1];
  if (ofYear !== undefined) addViewing(ofYear, film, minutes);
  if (day.length < 10) found.known.month += 1;
  else gatherDay(found, day, film, minutes);
}

function gatherViewing(found: Gathering, { films, entries }: StatInput, place: number): void {
  const film = entries.films[place] ?? -1;
  const runtime = films.runtimes[film] ?? null;
  const isFinished = entries.finished[place] ?? true;
  const isRewatch = entries.rewatches[place] ?? false;
  const rating = entries.ratings[place] ?? null;
  const minutes = isFinished ? (runtime ?? 0) : 0;
  addViewing(found.all, film, minutes);
  if (isRewatch) found.rewatches += 1;
  if (!isFinished) found.unfinished += 1;
  else if (runtime === null) found.withoutRuntime += 1;
  addRating(found.viewingRatings, rating);
  const seen = found.seen.get(film);
  if (seen === undefined) found.seen.set(film, { viewings: 1, minutes });
  else {
    seen.viewings += 1;
    seen.minutes += minutes;
  }
  gatherTime(found, entries.days[place] ?? '', { film, minutes, rating, isRewatch });
}

function listPeriods(ratings: Map<string, RatingCount>): RatingPeriod[] {
  return [...ratings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([period, count]) => ({ period, ...count }));
}

function listMostWatched({ films }: StatInput, { seen }: Gathering): WatchedFilm[] {
  const title = (film: number): string => films.titles[film] ?? '';
  // Only those that can be among them are put in order: to compare titles takes its time.
  const counts = Float64Array.from(seen.values(), ({ viewings }) => viewings).sort();
  const least = Math.max(2, counts.at(-mostWatchedListed) ?? 2);
  return [...seen]
    .filter(([, { viewings }]) => viewings >= least)
    .map(([film, { viewings }]): WatchedFilm => ({ film, viewings }))
    .sort((a, b) => b.viewings - a.viewings || (title(a.film) < title(b.film) ? -1 : 1))
    .slice(0, mostWatchedListed);
}

/** Viewings and films between two yields. */
const perStep = 500;

/** Counts as `collectStatistics` does; yields wherever others may run between. */
export function* countStatistics(
  input: StatInput,
  { today }: { today: string },
): Generator<undefined, Statistics> {
  const found = createGathering();
  for (let rank = 0; rank < input.order.length; rank += 1) {
    gatherViewing(found, input, input.order[rank] ?? -1);
    if (rank % perStep === perStep - 1) yield;
  }
  const filmRatings = createRatingCount();
  for (const film of found.seen.keys()) addRating(filmRatings, input.films.ownRatings[film] ?? null);
  const years = fillPeriods(found.years);
  const { rewatches, unfinished, withoutRuntime, known, days, viewingRatings } = found;
  return {
    totals: { ...finishTally(found.all), rewatches, unfinished, withoutRuntime },
    known,
    years,
    months: fillPeriods(found.months),
    monthsOfYear: found.monthsOfYear.map(finishTally),
    weekdays: found.weekdays.map(finishTally),
    days,
    streaks: findStreaks(days.keys(), today),
    filmRatings,
    viewingRatings,
    ratingsByYear: listPeriods(found.ratingsByYear),
    ratingsByMonth: listPeriods(found.ratingsByMonth),
    groups: yield* groupFilms(input.films, found.seen),
    rewatchesByYear: years.map(({ period, viewings }) => ({
      period,
      rewatches: found.rewatchesByYear.get(period) ?? 0,
      viewings,
    })),
    mostWatched: listMostWatched(input, found),
  };
}

/**
 * Counts everything in one pass over the viewings and one over the films seen. A viewing counts under what is known of
 * its time: one of May 2019 counts in 2019 and its May, and on no day; one at an unknown time in the totals alone.
 * `today` is `YYYY-MM-DD`.
 */
export function collectStatistics(input: StatInput, options: { today: string }): Statistics {
  return runToEnd(countStatistics(input, options));
}
