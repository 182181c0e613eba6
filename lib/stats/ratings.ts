/** Ratings of a stretch: how often each was given, and their mean. */
export interface RatingCount {
  /** Ten numbers, from half a star to five. */
  counts: number[];
  given: number;
  /** In half stars; null where none was given. */
  mean: number | null;
}

/** The ratings given to viewings of one month or year. */
export interface RatingPeriod extends RatingCount {
  period: string;
}

/** A count of no ratings. */
export function createRatingCount(): RatingCount {
  return { counts: Array.from({ length: 10 }, () => 0), given: 0, mean: null };
}

/** Counts a rating in half stars; null is none. */
export function addRating(count: RatingCount, rating: number | null): void {
  if (rating === null) return;
  count.counts[rating - 1] = (count.counts[rating - 1] ?? 0) + 1;
  count.mean = ((count.mean ?? 0) * count.given + rating) / (count.given + 1);
  count.given += 1;
}
