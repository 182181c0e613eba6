import { addDays } from '../dates/partial-date.ts';

/** Consecutive days with at least one entry each. */
export interface Streak {
  /** `YYYY-MM-DD`. */
  from: string;
  to: string;
  days: number;
}

/** The longest streak, the current streak, and the number of days with entries. */
export interface Streaks {
  /** The longest streak, the earliest of equals; null if no entry has a full date. */
  longest: Streak | null;
  /** The streak that ends today or yesterday; null if there is none. */
  current: Streak | null;
  daysWithEntries: number;
}

/** Finds streaks of full dates; partial dates neither extend nor break a streak. `today` is `YYYY-MM-DD`. */
export function findStreaks(days: Iterable<string>, today: string): Streaks {
  const sorted = [...new Set(days)].filter((day) => day.length === 10).sort();
  let longest: Streak | null = null;
  let run: Streak | null = null;
  // A day after today is a typing error. It neither extends nor ends the current streak.
  for (const day of sorted.filter((known) => known <= today)) {
    run =
      run !== null && addDays(run.to, 1) === day
        ? { from: run.from, to: day, days: run.days + 1 }
        : { from: day, to: day, days: 1 };
    if (longest === null || run.days > longest.days) longest = run;
  }
  const yesterday = addDays(today, -1);
  const isCurrent = run !== null && (run.to === today || run.to === yesterday);
  return { longest, current: isCurrent ? run : null, daysWithEntries: sorted.length };
}
