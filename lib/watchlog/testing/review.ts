import type { StoredReview } from '../../films/review-types.ts';

/** A review of Her (2013) at an address. */
export function makeReview(url: string, more: Partial<StoredReview> = {}): StoredReview {
  return {
    source: 'page',
    url,
    siteName: 'Second Reel',
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
    headline: 'Her – Review',
    author: null,
    date: null,
    language: null,
    score: { value: 4, worst: 0, best: 5 },
    score100: 80,
    criteria: [],
    readers: null,
    verdict: null,
    pros: [],
    cons: [],
    excerpt: null,
    text: null,
    commentsCount: null,
    evidence: ['json-ld'],
    fetchedAt: 1,
    ...more,
  };
}
