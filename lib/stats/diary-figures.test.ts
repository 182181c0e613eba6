import { expect, test } from 'vitest';
import {
  countByDay,
  countRatings,
  groupByMonth,
  listYear,
  sumDiary,
  type DiaryItem,
} from './diary-figures.ts';

const seen = (
  watchedOn: string | null,
  changes: Partial<DiaryItem['entry']> = {},
  runtimeMinutes = 100,
): DiaryItem => ({
  entry: { watchedOn, rewatch: false, finished: true, rating: null, ...changes },
  film: { runtimeMinutes },
});

test('sums up entries: their number, rewatches, minutes of finished ones, mean rating', () => {
  const items = [
    seen('2026-11-21', { rating: 9, rewatch: true }),
    seen('2026-11-19', { rating: 6, finished: false }),
    seen(null),
  ];
  expect(sumDiary(items)).toEqual({ viewings: 3, rewatches: 1, minutes: 200, meanRating: 7.5 });
  expect(sumDiary([])).toEqual({ viewings: 0, rewatches: 0, minutes: 0, meanRating: null });
});

test('a year contains the entries known to the day, the month or the year', () => {
  const items = ['2026-11-21', '2026-11', '2026', '2025-12-31', null].map((day) => seen(day));
  expect(listYear(items, 2026)).toHaveLength(3);
});

test('counts ratings from half a star to five', () => {
  expect(
    countRatings([seen(null, { rating: 1 }), seen(null, { rating: 10 }), seen(null, { rating: 10 })]),
  ).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
});

test.each([
  ['2026-11-22', 'Sunday', '2026-11-09', 14],
  ['2026-11-16', 'Monday', '2026-11-09', 8],
])('two weeks that end on %s, a %s, begin on Monday %s', (today, _name, first, length) => {
  const days = countByDay([seen('2026-11-09'), seen('2026-11-09'), seen('2026-11')], today, 2);
  expect(days).toHaveLength(length);
  expect(days[0]).toEqual({ day: first, viewings: 2 });
  expect(days.at(-1)).toEqual({ day: today, viewings: 0 });
});

test('groups the diary by month; entries known only to the year, and entries without a date, have groups of their own', () => {
  const items = ['2026-11-21', '2026-11', '2026-10-31', '2026', null, null].map((day) => seen(day));
  expect(groupByMonth(items).map(({ period, items: under }) => [period, under.length])).toEqual([
    ['2026-11', 2],
    ['2026-10', 1],
    ['2026', 1],
    [null, 2],
  ]);
});
