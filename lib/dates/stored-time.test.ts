import { expect, test } from 'vitest';
import {
  addRun,
  findAgreedTime,
  isBelievable,
  isDue,
  isFresh,
  isLongAgo,
  isResting,
  type SessionRuns,
} from './stored-time.ts';

const minute = 60_000;
const day = 86_400_000;
const now = Date.UTC(2026, 10, 30);

test.each<[what: string, at: number, believed: boolean, fresh: boolean]>([
  ['now', now, true, true],
  ['an hour ago', now - 60 * minute, true, true],
  ['exactly a day ago', now - day, true, false],
  ['a year ago', now - 365 * day, true, false],
  ['a minute ahead', now + minute, true, true],
  ['two days ahead', now + 2 * day, false, false],
  ['a year ahead', now + 365 * day, false, false],
  ['no number', NaN, false, false],
  ['never-ending', Infinity, false, false],
])('a time that is %s', (_what, at, believed, fresh) => {
  expect(isBelievable(at, now)).toBe(believed);
  expect(isFresh(at, day, now)).toBe(fresh);
  expect(isDue(at, day, now)).toBe(!fresh);
  expect(isLongAgo(at, day, now)).toBe(believed && !fresh);
});

/** The agreed time after runs, each in a session, at a number of days from now. */
function agree(...runs: [session: string, days: number][]): number | null {
  let known: SessionRuns | null = null;
  for (const [session, days] of runs) known = addRun(known, session, now + days * day);
  const agreed = known === null ? null : findAgreedTime(known);
  return agreed === null ? null : (agreed - now) / day;
}

test.each<[what: string, runs: [string, number][], agreed: number | null]>([
  [
    'one session',
    [
      ['a', 0],
      ['a', 1],
      ['a', 9],
    ],
    null,
  ],
  [
    'two sessions',
    [
      ['a', 0],
      ['b', 1],
    ],
    0,
  ],
  [
    'the later runs of a session',
    [
      ['a', 0],
      ['a', 3],
      ['b', 4],
      ['b', 5],
    ],
    3,
  ],
  [
    'a session that is a year ahead',
    [
      ['a', 0],
      ['ahead', 365],
      ['ahead', 368],
    ],
    0,
  ],
  [
    'the one after a session that is a year ahead',
    [
      ['a', 0],
      ['ahead', 365],
      ['b', 2],
    ],
    null,
  ],
  [
    'the second after a session that is ahead',
    [
      ['a', 0],
      ['ahead', 365],
      ['b', 2],
      ['c', 3],
    ],
    2,
  ],
  [
    'a session that is a year behind',
    [
      ['a', 0],
      ['behind', -365],
    ],
    null,
  ],
  [
    'the one after a session that is a year behind',
    [
      ['a', 0],
      ['behind', -365],
      ['b', 2],
    ],
    -365,
  ],
])('with %s nothing is deleted that another session would keep', (_what, runs, agreed) => {
  expect(agree(...runs)).toBe(agreed);
});

test('what was never done is due', () => expect(isDue(null, day, now)).toBe(true));

test.each([
  [now - 1, false],
  [now, false],
  [now + 1, true],
  [now + day, true],
  [now + day + 1, false],
])('a rest of at most a day until %d', (until, rests) => {
  expect(isResting(until, day, now)).toBe(rests);
});
