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
])('converts %o to %o on a scale of 0 to 100', (score, percent) => {
  expect(scaleTo100(score)).toBe(percent);
});

test('keeps the scale of a score, or converts it to 0 to 100 with its other fields unchanged', () => {
  const score = { value: 8, worst: 1, best: 10, source: 'imdb' };
  expect(putOnScale(score, 'own')).toBe(score);
  expect(putOnScale(score, 'hundred')).toEqual({ value: 78, worst: 0, best: 100, source: 'imdb' });
});

test('does not convert a score outside its own scale', () => {
  const score = { value: 11, worst: 1, best: 10 };
  expect(putOnScale(score, 'hundred')).toBe(score);
});

test('converts all scores of a review', () => {
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
