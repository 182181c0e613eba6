import type { SourceScore, StoredReview } from '../films/review-types.ts';

/** The scores of stored reviews, each as the score of one critic, for films without a score from any source. */
export function listReviewScores(reviews: StoredReview[]): SourceScore[] {
  return reviews.flatMap(({ score, source, siteName, url, date, fetchedAt }) => {
    const asOf = (date ?? new Date(fetchedAt).toISOString()).slice(0, 10);
    const by = { source, sourceName: siteName ?? source, kind: 'critics' as const };
    return score === null ? [] : [{ ...by, ...score, count: 1, url, licence: null, asOf, note: null }];
  });
}
