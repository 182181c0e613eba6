import { expect, test } from 'vitest';
import { compareWith, toPercent } from './comparison.ts';
import { makeDiary } from './testing/diary.ts';

test.each([
  [{ value: 8.3, worst: 0, best: 10 }, 83],
  [{ value: 5, worst: 1, best: 5 }, 100],
  [{ value: 1, worst: 1, best: 5 }, 0],
  [{ value: 95, worst: 0, best: 100 }, 95],
  [{ value: 3, worst: 3, best: 3 }, null],
])('converts %j to %s on a scale of 0 to 100', (score, percent) => {
  const found = toPercent(score);
  if (percent === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(percent);
});

const { films } = makeDiary(
  [],
  [
    { title: 'Her', rating: 10 },
    { title: 'Heat', rating: 4 },
    { title: 'Up', rating: 8 },
    { title: 'It', rating: null },
    { title: 'Us', rating: 6 },
  ],
);

test('compares films that you and others have rated, and lists those with the greatest difference', () => {
  const scores = new Map([
    ['id-Her', 90],
    ['id-Heat', 85],
    ['id-Up', 80],
    ['id-It', 70],
    ['id-Gone', 10],
  ]);
  const found = compareWith(films, scores);
  expect(found.pairs.map(({ film, yours, theirs }) => [films.titles[film], yours, theirs])).toEqual([
    ['Her', 100, 90],
    ['Heat', 40, 85],
    ['Up', 80, 80],
  ]);
  expect(found.meanDifference).toBeCloseTo(-35 / 3);
  expect(found.above.map(({ film }) => films.titles[film])).toEqual(['Her']);
  expect(found.below.map(({ film, difference }) => [films.titles[film], difference])).toEqual([
    ['Heat', -45],
  ]);
});

test.each<[string, Record<string, number>, number | null]>([
  ['agreement', { 'id-Her': 90, 'id-Heat': 30, 'id-Up': 70, 'id-Us': 50 }, 1],
  ['contradiction', { 'id-Her': 10, 'id-Heat': 70, 'id-Up': 30, 'id-Us': 50 }, -1],
  ['scores that never vary', { 'id-Her': 50, 'id-Heat': 50, 'id-Up': 50 }, null],
  ['too few films', { 'id-Her': 50, 'id-Heat': 60 }, null],
  ['no films', {}, null],
])('computes the correlation for %s', (_name, scores, expected) => {
  const { correlation, meanDifference } = compareWith(films, new Map(Object.entries(scores)));
  if (expected === null) expect(correlation).toBeNull();
  else expect(correlation).toBeCloseTo(expected);
  expect(meanDifference === null).toBe(Object.keys(scores).length === 0);
});
