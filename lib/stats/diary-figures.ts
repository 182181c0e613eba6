import type { WatchTime } from './types.ts';
import { addTime, createWatchTime, timeOf } from './watch-time.ts';
import { addDays } from '../dates/partial-date.ts';

/** An entry with its film: the fields that the figures need. */
export interface EntryFigures {
  entry: {
    /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null if the day is unknown. */
    watchedOn: string | null;
    rewatch: boolean;
    finished: boolean;
    /** In half stars (1 to 10). */
    rating: number | null;
  };
  film: { id: string | number; runtimeMinutes: number | null };
}

/** Totals of a part of the diary. */
export interface DiaryTotals extends WatchTime {
  /** The number of entries, rewatches included. */
  entryCount: number;
  /** The number of different films. */
  films: number;
  rewatches: number;
  /** Mean of the ratings, in half stars (1 to 10); null if there are no ratings. */
  meanRating: number | null;
}

/** Sums up a part of the diary. */
export function sumDiary(items: readonly EntryFigures[]): DiaryTotals {
  const ratings = items.flatMap(({ entry }) => (entry.rating === null ? [] : [entry.rating]));
  const time = createWatchTime();
  for (const { entry, film } of items) addTime(time, timeOf(entry.finished, film.runtimeMinutes));
  return {
    entryCount: items.length,
    films: new Set(items.map(({ film }) => film.id)).size,
    rewatches: items.filter(({ entry }) => entry.rewatch).length,
    ...time,
    meanRating:
      ratings.length === 0 ? null : ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length,
  };
}

/** The number of entries with each rating: ten numbers, from half a star to five. */
export function countRatings(items: readonly EntryFigures[]): number[] {
  const counts = Array.from({ length: 10 }, () => 0);
  for (const { entry } of items) {
    if (entry.rating !== null) counts[entry.rating - 1] = (counts[entry.rating - 1] ?? 0) + 1;
  }
  return counts;
}

/** A day with its number of entries. */
export interface DayCount {
  /** `YYYY-MM-DD`. */
  day: string;
  entryCount: number;
}

/**
 * The number of entries on each day of the last `weeks` calendar weeks, Monday first. The last week is the one with
 * `today` (`YYYY-MM-DD`) and ends with it.
 */
export function countByDay(items: readonly EntryFigures[], today: string, weeks: number): DayCount[] {
  const counts = new Map<string, number>();
  for (const { entry } of items) {
    if (entry.watchedOn?.length === 10) counts.set(entry.watchedOn, (counts.get(entry.watchedOn) ?? 0) + 1);
  }
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const length = (weeks - 1) * 7 + sinceMonday + 1;
  return Array.from({ length }, (_, index) => {
    const day = addDays(today, index - length + 1) ?? today;
    return { day, entryCount: counts.get(day) ?? 0 };
  });
}
