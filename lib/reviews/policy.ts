/** What a source's terms and manners ask of whoever keeps its answers. */
export interface SourcePolicy {
  /** An answer is shown as it is for that long; then as stale while it is asked for again. */
  freshForMs: number;
  /** That the source has nothing is believed for that long. */
  missFreshForMs: number;
  /** Answers are deleted at that age; null: they may be kept for ever. */
  keepAtMostMs: number | null;
  /** The sentence to show beside what comes from it, or null. */
  attribution: string | null;
  /** SPDX identifier or the source's words, or null. */
  licence: string | null;
  /** Whether its answers may stand in an export of the user's. */
  mayExport: boolean;
  /** Requests a day (UTC), or null. */
  dailyBudget: number | null;
  /** Least time between two requests to one host. */
  minGapMs: number;
  /** Films in one look-up; only a source that takes more than one is asked for lists. */
  maxBatch: number;
}

/** An hour, in milliseconds. */
export const hourMs = 3_600_000;
/** A day, in milliseconds. */
export const dayMs = 24 * hourMs;

/** How an answer of some age stands; `expired` is one that may not be kept any longer. */
export function judgeAge(
  policy: Pick<SourcePolicy, 'freshForMs' | 'missFreshForMs' | 'keepAtMostMs'>,
  { ageMs, isMiss }: { ageMs: number; isMiss: boolean },
): 'fresh' | 'stale' | 'expired' {
  if (policy.keepAtMostMs !== null && ageMs >= policy.keepAtMostMs) return 'expired';
  return ageMs < (isMiss ? policy.missFreshForMs : policy.freshForMs) ? 'fresh' : 'stale';
}
