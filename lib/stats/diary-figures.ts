import { addDays } from '../dates/partial-date.ts';

/** A viewing with its film, as far as figures need them. */
export interface Viewed {
  entry: {
    /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null where the day is unknown. */
    watchedOn: string | null;
    rewatch: boolean;
    finished: boolean;
    /** In half stars (1 to 10). */
    rating: number | null;
  };
  film: { runtimeMinutes: number | null };
}

/** What a stretch of the diary comes to. */
export interface DiaryTotals {
  /** Viewings, each rewatch counted. */
  viewings: number;
  rewatches: number;
  /** The known running times of what was seen to the end, in minutes. */
  minutes: number;
  /** Mean of the ratings given, in half stars (1 to 10); null where none was. */
  meanRating: number | null;
}

/** Adds up a stretch of the diary. */
export function sumDiary(items: readonly Viewed[]): DiaryTotals {
  const ratings = items.flatMap(({ entry }) => (entry.rating === null ? [] : [entry.rating]));
  return {
    viewings: items.length,
    rewatches: items.filter(({ entry }) => entry.rewatch).length,
    minutes: items.reduce(
      (sum, { entry, film }) => sum + (entry.finished ? (film.runtimeMinutes ?? 0) : 0),
      0,
    ),
    meanRating:
      ratings.length === 0 ? null : ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length,
  };
}

/** The part of the diary in one calendar year, whole dates and partial ones. */
export function listYear<Item extends Viewed>(items: readonly Item[], year: number): Item[] {
  const text = String(year).padStart(4, '0');
  return items.filter(({ entry }) => entry.watchedOn?.startsWith(text));
}

/** How often each rating was given: ten numbers, from half a star to five. */
export function countRatings(items: readonly Viewed[]): number[] {
  const counts = Array.from({ length: 10 }, () => 0);
  for (const { entry } of items) {
    if (entry.rating !== null) counts[entry.rating - 1] = (counts[entry.rating - 1] ?? 0) + 1;
  }
  return counts;
}

/** One day with the number of viewings on it. */
export interface DayCount {
  /** `YYYY-MM-DD`. */
  day: string;
  viewings: number;
}

/** Whole weeks up to the one that holds `today` (`YYYY-MM-DD`), Monday first; days after today are left out. */
export function countByDay(items: readonly Viewed[], today: string, weeks: number): DayCount[] {
  const counts = new Map<string, number>();
  for (const { entry } of items) {
    if (entry.watchedOn?.length === 10) counts.set(entry.watchedOn, (counts.get(entry.watchedOn) ?? 0) + 1);
  }
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const length = (weeks - 1) * 7 + sinceMonday + 1;
  return Array.from({ length }, (_, index) => {
    const day = addDays(today, index - length + 1) ?? today;
    return { day, viewings: counts.get(day) ?? 0 };
  });
}

/** A heading of the diary with what stands under it. */
export interface DiaryGroup<Item> {
  /** `YYYY-MM`, `YYYY` for what is only known to the year, or null for an unknown time. */
  period: string | null;
  items: Item[];
}

/** The diary cut into months, in the order given; neighbours of one month stand together. */
export function groupByMonth<Item extends Viewed>(items: readonly Item[]): DiaryGroup<Item>[] {
  const groups: DiaryGroup<Item>[] = [];
  for (const item of items) {
    const period = item.entry.watchedOn?.slice(0, 7) ?? null;
    const last = groups.at(-1);
    if (last && last.period === period) last.items.push(item);
    else groups.push({ period, items: [item] });
  }
  return groups;
}
