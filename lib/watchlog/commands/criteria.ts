import type { RatingValue } from '../types.ts';

const values: readonly RatingValue[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The mean of ratings by criterion, rounded to a half star (halves up); null if there are none. */
export function meanOfCriteria(criteria: Record<string, RatingValue>): RatingValue | null {
  const given = Object.values(criteria);
  if (given.length === 0) return null;
  const mean = Math.round(given.reduce((sum, value) => sum + value, 0) / given.length);
  return values[mean - 1] ?? null;
}

/** Whether the user set the total, so that it differs from the mean of the criteria. */
export function isTotalOverruled(total: RatingValue | null, criteria: Record<string, RatingValue>): boolean {
  return total !== null && total !== meanOfCriteria(criteria);
}
