/** How often each rating was given, and the mean. */
export interface RatingCount {
  /** Ten numbers, from half a star to five. */
  counts: number[];
  given: number;
  /** In half stars; null if there are no ratings. */
  mean: number | null;
}

/** The ratings of the entries of one month or year. */
export interface RatingPeriod extends RatingCount {
  period: string;
}

/** Creates a count without ratings. */
export function createRatingCount(): RatingCount {
  return { counts: Array.from({ length: 10 }, () => 0), given: 0, mean: null };
}

/** Adds a rating in half stars to the count; null adds nothing. */
export function addRating(count: RatingCount, rating: number | null): void {
  if (rating === null) return;
  count.counts[rating - 1] = (count.counts[rating - 1] ?? 0) + 1;
  count.mean = ((count.mean ?? 0) * count.given + rating) / (count.given + 1);
  count.given += 1;
}
