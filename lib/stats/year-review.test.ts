import { expect, test } from 'vitest';
import { runToEnd } from '../async/testing/run-to-end.ts';
import { makeDiary } from './testing/diary.ts';
import { listYears, reviewYear as countReview } from './year-review.ts';

const today = '2026-11-22';
const reviewYear = (...input: Parameters<typeof countReview>) => runToEnd(countReview(...input));
const diary = makeDiary(
  [
    { title: 'Her', day: '2024-12-31', rating: 8 },
    { title: 'Her', day: '2025-01-05', rating: 9, rewatch: true },
    { title: 'Heat', day: '2025-03-01', rating: 9 },
    { title: 'Up', day: '2025-03-01', rating: 6 },
    { title: 'Alien', day: '2025-04' },
    { title: 'M', day: '2025', rewatch: true },
    { title: 'Jaws', day: '' },
  ],
  [
    { title: 'Her', year: 2013, runtime: 126 },
    { title: 'Heat', year: 1995, runtime: 170 },
    { title: 'M', year: 1931, runtime: 117 },
  ],
);
const title = (found: { film: number } | null | undefined): string | undefined =>
  diary.films.titles[found?.film ?? -1];

test('reviews a year from the entries known to belong to it', () => {
  const review = reviewYear(diary, 2025, { today });
  expect(review?.statistics.totals).toMatchObject({ entryCount: 5, films: 5, rewatches: 2 });
  expect(review?.entriesBefore).toBe(1);
  expect([title(review?.first), title(review?.last)]).toEqual(['Her', 'Up']);
  expect(review?.best.map(title)).toEqual(['Heat', 'Her', 'Up']);
  expect([title(review?.longest), title(review?.oldest), title(review?.newest)]).toEqual([
    'Heat',
    'M',
    'Her',
  ]);
  expect(review?.busiestMonth).toMatchObject({ period: '2025-03', entryCount: 2 });
  expect(review?.busiestDay).toEqual({ day: '2025-03-01', entryCount: 2 });
  // Her has an entry in the year before; the entry of M is marked as a rewatch.
  expect(review?.newFilms).toBe(3);
});

test('a year without entries has no review, and the first year has no count of the year before', () => {
  expect(listYears(diary)).toEqual([2025, 2024]);
  expect(reviewYear(diary, 2023, { today })).toBeNull();
  expect(reviewYear(diary, 2024, { today })?.entriesBefore).toBeNull();
});

test('a year whose entries have no full dates has no first, last or busiest day', () => {
  const review = reviewYear(makeDiary([{ title: 'M', day: '2020' }]), 2020, { today });
  expect(review).toMatchObject({ first: null, last: null, busiestMonth: null, busiestDay: null, best: [] });
});

test('a film that was rated twice in a year is among the best once, by the entry with the higher rating', () => {
  const twice = makeDiary([
    { title: 'Her', day: '2025-01-02', rating: 9 },
    { title: 'Her', day: '2025-05-03', rating: 5 },
    { title: 'Up', day: '2025-03-01', rating: 7 },
  ]);
  const best = reviewYear(twice, 2025, { today })?.best ?? [];
  expect(best.map(({ entry }) => twice.entries.ratings[entry])).toEqual([9, 7]);
});
