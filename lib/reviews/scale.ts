import type { Score, StoredReview } from '../films/review-types.ts';

/** On which scale scores are shown: each on its source's own, or all of 100. */
export type ScoreScale = 'own' | 'hundred';

/** A score on 0 to 100 with one decimal; null where it has no extent or the value lies outside of it. */
export function scaleTo100(score: Score | null): number | null {
  if (score === null || score.best <= score.worst) return null;
  const share = (score.value - score.worst) / (score.best - score.worst);
  return share >= 0 && share <= 1 ? Math.round(share * 1000) / 10 : null;
}

/** The score as it is shown on a scale: whole hundredths, or itself where it cannot be brought to 100. */
export function putOnScale<S extends Score>(score: S, scale: ScoreScale): S {
  const hundredths = scale === 'hundred' ? scaleTo100(score) : null;
  return hundredths === null ? score : { ...score, value: Math.round(hundredths), worst: 0, best: 100 };
}

/** A review with all its scores as they are shown on a scale. */
export function putReviewOnScale(review: StoredReview, scale: ScoreScale): StoredReview {
  const { score, readers, criteria } = review;
  return {
    ...review,
    score: score && putOnScale(score, scale),
    readers: readers && { ...readers, score: putOnScale(readers.score, scale) },
    criteria: criteria.map((criterion) => ({ ...criterion, score: putOnScale(criterion.score, scale) })),
  };
}
