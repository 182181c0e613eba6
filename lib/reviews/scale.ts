import type { Score, StoredReview } from '../films/review-types.ts';

/** The scale on which scores are shown: the source's own, or 0 to 100. */
export type ScoreScale = 'own' | 'hundred';

/** Converts a score to 0 to 100 with one decimal; null if its scale has no length or the value is outside it. */
export function scaleTo100(score: Score | null): number | null {
  if (score === null || score.best <= score.worst) return null;
  const share = (score.value - score.worst) / (score.best - score.worst);
  return share >= 0 && share <= 1 ? Math.round(share * 1000) / 10 : null;
}

/**
 * Converts a score to the scale on which it is shown: whole numbers on 0 to 100, or unchanged if it cannot be
 * converted.
 */
export function putOnScale<S extends Score>(score: S, scale: ScoreScale): S {
  const percent = scale === 'hundred' ? scaleTo100(score) : null;
  return percent === null ? score : { ...score, value: Math.round(percent), worst: 0, best: 100 };
}

/** Converts all scores of a review to the scale on which they are shown. */
export function putReviewOnScale(review: StoredReview, scale: ScoreScale): StoredReview {
  const { score, readers, criteria } = review;
  return {
    ...review,
    score: score && putOnScale(score, scale),
    readers: readers && { ...readers, score: putOnScale(readers.score, scale) },
    criteria: criteria.map((criterion) => ({ ...criterion, score: putOnScale(criterion.score, scale) })),
  };
}
