/** How answers of a source may be fetched and kept, by its terms and common courtesy. */
export interface SourcePolicy {
  /** How long an answer is fresh, in milliseconds. After that it is shown as stale while it is fetched again. */
  freshForMs: number;
  /** How long a "not found" answer is fresh, in milliseconds. */
  missFreshForMs: number;
  /** Answers are deleted at this age, in milliseconds; null if they may be kept without limit. */
  keepAtMostMs: number | null;
  /** SPDX identifier or the source's own words, or null. */
  licence: string | null;
  /** Whether the user's exports may contain its answers. */
  mayExport: boolean;
  /** Maximum number of requests per day (UTC), or null. */
  dailyBudget: number | null;
  /** Minimum time between two requests to one host, in milliseconds. */
  minGapMs: number;
  /** Maximum number of films in one look-up. If it is 1, films of a list are looked up only when they are looked at. */
  maxBatch: number;
  /** The most requests that a look-up of one film takes. */
  requestsPerFilm: number;
}

/**
 * The share of a day's requests that films in lists may use. The rest is held back for films that the user opens, so that
 * a few long lists do not use up the day.
 */
export const listShare = 0.6;

/** An hour, in milliseconds. */
/** A day, in milliseconds. */

/** Whether an answer of a given age is fresh, stale, or expired (too old to be kept). */
export function judgeAge(
  policy: Pick<SourcePolicy, 'freshForMs' | 'missFreshForMs' | 'keepAtMostMs'>,
  { ageMs, isMiss }: { ageMs: number; isMiss: boolean },
): 'fresh' | 'stale' | 'expired' {
  if (policy.keepAtMostMs !== null && ageMs >= policy.keepAtMostMs) return 'expired';
  return ageMs < (isMiss ? policy.missFreshForMs : policy.freshForMs) ? 'fresh' : 'stale';
}
