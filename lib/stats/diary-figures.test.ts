import { expect, test } from 'vitest';
import { countByDay, countRatings, sumDiary, type EntryFigures } from './diary-figures.ts';

const seen = (
  watchedOn: string | null,
  changes: Partial<EntryFigures['entry']> = {},
  film: Partial<EntryFigures['film']> = {},
): EntryFigures => ({
  entry: { watchedOn, rewatch: false, finished: true, rating: null, ...changes },
  film: { id: 'her', runtimeMinutes: 100, ...film },
});

test('sums up entries: different films, rewatches, known minutes of finished ones, mean rating', () => {
  const items = [
    seen('2026-11-21', { rating: 9, rewatch: true }),
    seen('2026-11-19', { rating: 6, finished: false }),
    seen(null),
    seen(null, {}, { id: 'up', runtimeMinutes: null }),
  ];
  expect(sumDiary(items)).toEqual({
    ...{ entryCount: 4, films: 2, rewatches: 1, minutes: 200, timed: 2, untimed: 1 },
    meanRating: 7.5,
  });
  expect(sumDiary([])).toMatchObject({
    entryCount: 0,
    films: 0,
    minutes: 0,
    timed: 0,
    untimed: 0,
    meanRating: null,
  });
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
  expect(days[0]).toEqual({ day: first, entryCount: 2 });
  expect(days.at(-1)).toEqual({ day: today, entryCount: 0 });
});
