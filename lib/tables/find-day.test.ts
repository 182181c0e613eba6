import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFindDay } from './dates.ts';

/** The day as the browser itself formats it. */
const formatDay = (ms: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    ms,
  );

test.each([
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
])('a moment in %s has the day of its clocks', (timeZone) => {
  const findDay = createFindDay(timeZone);
  fc.assert(
    fc.property(
      fc.noBias(fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2035, 0, 1) })),
      (ms) => void expect(findDay(ms)).toBe(formatDay(ms, timeZone)),
    ),
    { numRuns: 300 },
  );
});

test.each([
  ['Europe/Berlin', Date.UTC(2024, 2, 31)],
  ['Europe/Berlin', Date.UTC(2024, 9, 27)],
  ['America/Santiago', Date.UTC(2023, 8, 3)],
  ['Pacific/Apia', Date.UTC(2011, 11, 30)],
])('on a day of %s on which its clocks change, each hour has its own', (timeZone, start) => {
  const findDay = createFindDay(timeZone);
  for (let half = -24; half < 96; half += 1) {
    const ms = start + half * 1_800_000;
    expect(findDay(ms)).toBe(formatDay(ms, timeZone));
  }
});

test('a zone that does not exist is refused', () => {
  expect(() => createFindDay('Nowhere/Ash')).toThrow(RangeError);
});
