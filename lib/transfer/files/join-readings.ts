import type { Reading } from '../types.ts';
import { joinEntries } from './join-entries.ts';

const lists = [
  'ratings',
  'watchlist',
  'liked',
  'tags',
  'lists',
  'notices',
  'profiles',
  'tables',
  'doubts',
] as const satisfies (keyof Reading)[];

/** The readings of several services as one, under the format of the first. Its fault is the first of theirs; a viewing that two have is one. */
export function joinReadings(first: Reading, others: Reading[]): Reading {
  const all = [first, ...others];
  if (others.length === 0) return first;
  const joined = { ...first, ...joinEntries(all) };
  const join = <Key extends (typeof lists)[number]>(key: Key): void => {
    joined[key] = all.flatMap((reading): Reading[Key][number][] => reading[key]) as Reading[Key];
  };
  for (const key of lists) join(key);
  joined.doubtfulLists = all.find(({ doubtfulLists }) => doubtfulLists !== null)?.doubtfulLists ?? null;
  joined.error = all.find(({ error }) => error !== null)?.error ?? null;
  return joined;
}
