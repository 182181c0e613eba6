import type { Count, WatchTime } from './types.ts';
import { addTime, createWatchTime } from './watch-time.ts';

/** A count in progress. */
export interface Tally extends Count {
  /** The positions of the films counted so far. */
  seen: Set<number>;
}

/** Creates an empty count. */
export function createTally(): Tally {
  return { entryCount: 0, films: 0, ...createWatchTime(), seen: new Set() };
}

/** Adds one entry of a film to the count. */
export function addToTally(tally: Tally, film: number, time: WatchTime): void {
  tally.entryCount += 1;
  addTime(tally, time);
  tally.films = tally.seen.add(film).size;
}

/** The tally stored under a key; creates and stores a new one if there is none. */
export function tallyOf<Key>(tallies: Map<Key, Tally>, key: Key): Tally {
  const known = tallies.get(key);
  if (known !== undefined) return known;
  const made = createTally();
  tallies.set(key, made);
  return made;
}

/** The result of a tally; all zero if `tally` is undefined. */
export function finishTally(tally: Tally | undefined): Count {
  const { seen: _seen, ...count } = tally ?? createTally();
  return count;
}
