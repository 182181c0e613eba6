import { expect, test } from 'vitest';
import type { SourceScore } from '../films/review-types.ts';
import { findCommonDate } from './provenance.ts';
import { formatScore, formatStarDifference, formatStars, formatStarsName } from './scores.ts';

test.each([
  ['rottentomatoes', { value: 95, worst: 0, best: 100 }, '95', '%', '95%'],
  ['metacritic', { value: 91, worst: 0, best: 100 }, '91', '\u2009/100', '91 of 100'],
  ['imdb', { value: 8, worst: 1, best: 10 }, '8.0', '\u2009/10', '8.0 of 10'],
  ['page', { value: 4.1, worst: 0, best: 5 }, '4.1', '\u2009/5', '4.1 of 5'],
  ['page', { value: 4, worst: 0, best: 5 }, '4', '\u2009/5', '4 of 5'],
  ['page', { value: 2, worst: -4, best: 4 }, '2', '\u2009/-4–4', '2 of -4–4'],
])('a score of %s keeps its own scale: %o', (source, score, figure, scale, spoken) => {
  expect(formatScore(score, source)).toEqual({ figure, scale, spoken });
});

test.each([
  [1, '½', '½ star'],
  [2, '1', '1 star'],
  [3, '1½', '1½ stars'],
  [9, '4½', '4½ stars'],
  [10, '5', '5 stars'],
])('%d half stars read as %s and are called %s', (halves, figure, name) => {
  expect(formatStars(halves)).toBe(figure);
  expect(formatStarsName(halves)).toBe(name);
});

test('a date that all scores share is shown once; otherwise each score has its own', () => {
  const score = (asOf: string, note: string | null): SourceScore => ({
    source: 'imdb',
    sourceName: 'IMDb',
    kind: 'audience',
    value: 8,
    worst: 1,
    best: 10,
    count: null,
    url: null,
    licence: null,
    asOf,
    note,
  });
  expect(findCommonDate([score('2026-11-22', null), score('2026-11-22', null)])).toBe('as of 22 Nov 2026');
  expect(findCommonDate([score('2026-11-22', null), score('2026-11-21', null)])).toBeNull();
  expect(findCommonDate([score('2026-11-22', null), score('2026-11-22', 'an estimate')])).toBeNull();
  expect(findCommonDate([score('2026-11-22', null)])).toBeNull();
});

test.each([
  [0, '0 stars'],
  [0.62, '0.6 stars'],
  [1.04, '1 star'],
  [1.5, '1.5 stars'],
])('a difference of %d is %s', (stars, text) => {
  expect(formatStarDifference(stars)).toBe(text);
});
