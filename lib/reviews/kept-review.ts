import { scaleTo100 } from './scale.ts';
import type { PageReview, StoredReview } from '../films/review-types.ts';

/** Makes the stored review of a film from a page's review; includes the article's text only if `withText`. */
export function makeKeptReview(
  review: PageReview,
  { now, withText }: { now: number; withText: boolean },
): StoredReview {
  return {
    ...review,
    source: 'page',
    score100: scaleTo100(review.score),
    text: withText ? review.text : null,
    fetchedAt: now,
  };
}
