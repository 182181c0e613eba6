import type { SourceScore, StoredReview } from '../films/review-types.ts';

/** The scores that stored reviews state, each as one critic's: what can be shown of a film that no source gives a figure of. */
export function listReviewScores(reviews: StoredReview[]): SourceScore[] {
  return reviews.flatMap(({ score, source, siteName, url, date, fetchedAt }) => {
    const asOf = (date ?? new Date(fetchedAt).toISOString()).slice(0, 10);
    const by = { source, sourceName: siteName ?? source, kind: 'critics' as const };
    return score === null ? [] : [{ ...by, ...score, count: 1, url, licence: null, asOf, note: null }];
  });
}
