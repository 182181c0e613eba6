import { fillPeriods, findWeekday } from './calendar.ts';
import { groupFilms, type GroupCount, type GroupKind, type SeenFilm } from './groups.ts';
import { addRating, createRatingCount, type RatingCount, type RatingPeriod } from './ratings.ts';
import { findStreaks, type Streaks } from './streaks.ts';
import { addToTally, createTally, finishTally, tallyOf, type Tally } from './tally.ts';
import type { Count, PeriodCount, StatInput, WatchTime } from './types.ts';
import { addTime, timeOf } from './watch-time.ts';

/** A film with the number of its entries. */
interface WatchedFilm {
  /** The film's position in the columns. */
  film: number;
  entryCount: number;
}

/** All statistics of a diary. */
export interface Statistics {
  totals: Count & {
    rewatches: number;
    unfinished: number;
  };
  /** The number of entries known to the day, only to the month, only to the year, or without a date. */
  known: { day: number; month: number; year: number; unknown: number };
  /** Each year and month from the first to the last. Entries known only to the year are in no month. */
  years: PeriodCount[];
  months: PeriodCount[];
  /** January to December, over all years. */
  monthsOfYear: Count[];
  /** Monday to Sunday; only entries with a full date. */
  weekdays: Count[];
  /** The number of entries by day, `YYYY-MM-DD`. */
  days: Map<string, number>;
  streaks: Streaks;
  /** The user's current ratings of the watched films. */
  filmRatings: RatingCount;
  /** The ratings of entries: all, by year and by month. */
  entryRatings: RatingCount;
  ratingsByYear: RatingPeriod[];
  ratingsByMonth: RatingPeriod[];
  groups: Record<GroupKind, GroupCount[]>;
  rewatchesByYear: { period: string; rewatches: number; entryCount: number }[];
  /** Films with more than one entry, the most frequent first. */
  mostWatched: WatchedFilm[];
}

const mostWatchedListed = 50;

/** The counters of the single pass over the entries. */
interface Counters {
  all: Tally;
  rewatches: number;
  unfinished: number;
  known: Statistics['known'];
  years: Map<string, Tally>;
  months: Map<string, Tally>;
  monthsOfYear: Tally[];
  weekdays: Tally[];
  weekdayOf: Map<string, number | null>;
  days: Map<string, number>;
  entryRatings: RatingCount;
  ratingsByYear: Map<string, RatingCount>;
  ratingsByMonth: Map<string, RatingCount>;
  rewatchesByYear: Map<string, number>;
  seen: Map<number, SeenFilm>;
}

function createCounters(): Counters {
  return {
    all: createTally(),
    rewatches: 0,
    unfinished: 0,
    known: { day: 0, month: 0, year: 0, unknown: 0 },
    years: new Map(),
    months: new Map(),
    monthsOfYear: Array.from({ length: 12 }, createTally),
    weekdays: Array.from({ length: 7 }, createTally),
    weekdayOf: new Map(),
    days: new Map(),
    entryRatings: createRatingCount(),
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

function countDay(found: Counters, day: string, film: number, time: WatchTime): void {
  found.known.day += 1;
  found.days.set(day, (found.days.get(day) ?? 0) + 1);
  const known = found.weekdayOf.get(day);
  const weekday = known === undefined ? findWeekday(day) : known;
  if (known === undefined) found.weekdayOf.set(day, weekday);
  const tally = weekday === null ? undefined : found.weekdays[weekday];
  if (tally !== undefined) addToTally(tally, film, time);
}

/** Counts an entry in its year, month and day, as far as its date gives them. */
function countTime(
  found: Counters,
  day: string,
  {
    film,
    time,
    rating,
    isRewatch,
  }: { film: number; time: WatchTime; rating: number | null; isRewatch: boolean },
): void {
  if (day === '') {
    found.known.unknown += 1;
    return;
  }
  const year = day.slice(0, 4);
  addToTally(tallyOf(found.years, year), film, time);
  addPeriodRating(found.ratingsByYear, year, rating);
  if (isRewatch) found.rewatchesByYear.set(year, (found.rewatchesByYear.get(year) ?? 0) + 1);
  if (day.length < 7) {
    found.known.year += 1;
    return;
  }
  const month = day.slice(0, 7);
  addToTally(tallyOf(found.months, month), film, time);
  addPeriodRating(found.ratingsByMonth, month, rating);
  const ofYear = found.monthsOfYear[Number(day.slice(5, 7)) - 1];
  if (ofYear !== undefined) addToTally(ofYear, film, time);
  if (day.length < 10) found.known.month += 1;
  else countDay(found, day, film, time);
}

function countEntry(found: Counters, { films, entries }: StatInput, position: number): void {
  const film = entries.films[position] ?? -1;
  const runtime = films.runtimes[film] ?? null;
  const isFinished = entries.finished[position] ?? true;
  const isRewatch = entries.rewatches[position] ?? false;
  const rating = entries.ratings[position] ?? null;
  const time = timeOf(isFinished, runtime);
  addToTally(found.all, film, time);
  if (isRewatch) found.rewatches += 1;
  if (!isFinished) found.unfinished += 1;
  addRating(found.entryRatings, rating);
  const seen = found.seen.get(film);
  if (seen === undefined) found.seen.set(film, { entryCount: 1, ...time });
  else {
    seen.entryCount += 1;
    addTime(seen, time);
  }
  countTime(found, entries.days[position] ?? '', { film, time, rating, isRewatch });
}

function listPeriods(ratings: Map<string, RatingCount>): RatingPeriod[] {
  return [...ratings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([period, count]) => ({ period, ...count }));
}

function listMostWatched({ films }: StatInput, { seen }: Counters): WatchedFilm[] {
  const title = (film: number): string => films.titles[film] ?? '';
  // Sorts only the films that can make the list: comparing titles is slow.
  const counts = Float64Array.from(seen.values(), ({ entryCount }) => entryCount).sort();
  const least = Math.max(2, counts.at(-mostWatchedListed) ?? 2);
  return [...seen]
    .filter(([, { entryCount }]) => entryCount >= least)
    .map(([film, { entryCount }]): WatchedFilm => ({ film, entryCount }))
    .sort((a, b) => b.entryCount - a.entryCount || (title(a.film) < title(b.film) ? -1 : 1))
    .slice(0, mostWatchedListed);
}

/** The number of entries between two yields. */
const perStep = 500;

/**
 * Counts everything in one pass over the entries and one over the watched films. An entry counts only in the periods
 * that its date determines: one of May 2019 counts in 2019 and in its May, but on no day; one without a date counts
 * only in the totals. `today` is `YYYY-MM-DD`. Yields at points where other work may run.
 */
export function* countStatistics(
  input: StatInput,
  { today }: { today: string },
): Generator<undefined, Statistics> {
  const found = createCounters();
  for (let rank = 0; rank < input.order.length; rank += 1) {
    countEntry(found, input, input.order[rank] ?? -1);
    if (rank % perStep === perStep - 1) yield;
  }
  const filmRatings = createRatingCount();
  for (const film of found.seen.keys()) addRating(filmRatings, input.films.ownRatings[film] ?? null);
  const years = fillPeriods(found.years);
  const { rewatches, unfinished, known, days, entryRatings } = found;
  return {
    totals: { ...finishTally(found.all), rewatches, unfinished },
    known,
    years,
    months: fillPeriods(found.months),
    monthsOfYear: found.monthsOfYear.map(finishTally),
    weekdays: found.weekdays.map(finishTally),
    days,
    streaks: findStreaks(days.keys(), today),
    filmRatings,
    entryRatings,
    ratingsByYear: listPeriods(found.ratingsByYear),
    ratingsByMonth: listPeriods(found.ratingsByMonth),
    groups: yield* groupFilms(input.films, found.seen),
    rewatchesByYear: years.map(({ period, entryCount }) => ({
      period,
      rewatches: found.rewatchesByYear.get(period) ?? 0,
      entryCount,
    })),
    mostWatched: listMostWatched(input, found),
  };
}
