import type { Count } from './types.ts';

/** A count on its way. */
export interface Tally extends Count {
  /** The films counted already. */
  seen: Set<number>;
}

/** A count of nothing. */
export function createTally(): Tally {
  return { viewings: 0, films: 0, minutes: 0, seen: new Set() };
}

/** Counts one viewing of a film. */
export function addViewing(tally: Tally, film: number, minutes: number): void {
  tally.viewings += 1;
  tally.minutes += minutes;
  tally.films = tally.seen.add(film).size;
}

/** The tally under a key; a new one where there is none. */
export function tallyOf<Key>(tallies: Map<Key, Tally>, key: Key): Tally {
  const known = tallies.get(key);
  if (known !== undefined) return known;
  const made = createTally();
  tallies.set(key, made);
  return made;
}

/** What a tally came to; nothing where there is none. */
export function finishTally(tally: Tally | undefined): Count {
  const { viewings, films, minutes } = tally ?? createTally();
  return { viewings, films, minutes };
}
