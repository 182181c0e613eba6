import { expect, test } from 'vitest';
import type { StoredReview } from '../films/review-types.ts';
import { putOnScale, putReviewOnScale, scaleTo100 } from './scale.ts';

test.each([
  [{ value: 8, worst: 1, best: 10 }, 77.8],
  [{ value: 4.5, worst: 0, best: 5 }, 90],
  [{ value: 1, worst: 1, best: 10 }, 0],
  [{ value: 11, worst: 1, best: 10 }, null],
  [{ value: 5, worst: 5, best: 5 }, null],
  [null, null],
])('%o is %o of 100', (score, hundredths) => {
  expect(scaleTo100(score)).toBe(hundredths);
});

test('a score keeps its own scale, or is put on 0 to 100 with all else it says', () => {
  const score = { value: 8, worst: 1, best: 10, source: 'imdb' };
  expect(putOnScale(score, 'own')).toBe(score);
  expect(putOnScale(score, 'hundred')).toEqual({ value: 78, worst: 0, best: 100, source: 'imdb' });
});

test('a score that lies outside of its scale is shown as it is stated', () => {
  const score = { value: 11, worst: 1, best: 10 };
  expect(putOnScale(score, 'hundred')).toBe(score);
});

test('all scores of a review are put on one scale', () => {
  const score = { value: 4, worst: 0, best: 5 };
  const review: StoredReview = {
    source: 'page',
    url: 'https://reviews.example/her/',
    siteName: null,
    film: {
      title: 'Her',
      year: 2013,
      releases: [],
      directors: [],
      writers: [],
      cast: [],
      genres: [],
      refs: [],
    },
    headline: null,
    author: null,
    date: null,
    language: null,
    score,
    score100: 80,
    criteria: [{ name: 'Story', score }],
    readers: { score, count: 3 },
    verdict: null,
    pros: [],
    cons: [],
    excerpt: null,
    text: null,
    commentsCount: null,
    evidence: [],
    fetchedAt: 0,
  };
  const shown = { value: 80, worst: 0, best: 100 };
  expect(putReviewOnScale(review, 'hundred')).toEqual({
    ...review,
    score: shown,
    criteria: [{ name: 'Story', score: shown }],
    readers: { score: shown, count: 3 },
  });
  expect(putReviewOnScale({ ...review, score: null, readers: null }, 'hundred').score).toBeNull();
});
