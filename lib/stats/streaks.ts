import { addDays } from '../dates/partial-date.ts';

/** Days in a row with a viewing on each. */
export interface Streak {
  /** `YYYY-MM-DD`. */
  from: string;
  to: string;
  days: number;
}

/** The longest streak, the one that runs, and the days with a viewing. */
export interface Streaks {
  /** The earliest of the longest; null where no viewing has a day. */
  longest: Streak | null;
  /** The one that reaches today or yesterday; null where none does. */
  current: Streak | null;
  daysWithViewing: number;
}

/** Streaks of whole days; what is known to the month or the year alone makes and breaks none. `today` is `YYYY-MM-DD`. */
export function findStreaks(days: Iterable<string>, today: string): Streaks {
  const sorted = [...new Set(days)].filter((day) => day.length === 10).sort();
  let longest: Streak | null = null;
  let run: Streak | null = null;
  // A day ahead of today is somebody's slip, and neither makes nor ends the streak of today.
  for (const day of sorted.filter((known) => known <= today)) {
    run =
      run !== null && addDays(run.to, 1) === day
        ? { from: run.from, to: day, days: run.days + 1 }
        : { from: day, to: day, days: 1 };
    if (longest === null || run.days > longest.days) longest = run;
  }
  const yesterday = addDays(today, -1);
  const isCurrent = run !== null && (run.to === today || run.to === yesterday);
  return { longest, current: isCurrent ? run : null, daysWithViewing: sorted.length };
}
