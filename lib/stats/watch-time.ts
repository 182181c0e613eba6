import type { WatchTime } from './types.ts';

/** No time at all, of no entry. */
export const createWatchTime = (): WatchTime => ({ minutes: 0, timed: 0, untimed: 0 });

/** The time of one entry: nothing if it was not finished, and no zero if the length of its film is unknown. */
export function timeOf(isFinished: boolean, runtime: number | null): WatchTime {
  if (!isFinished) return createWatchTime();
  return runtime === null ? { minutes: 0, timed: 0, untimed: 1 } : { minutes: runtime, timed: 1, untimed: 0 };
}

/** Adds a time to a sum. */
export function addTime(sum: WatchTime, { minutes, timed, untimed }: WatchTime): void {
  sum.minutes += minutes;
  sum.timed += timed;
  sum.untimed += untimed;
}
