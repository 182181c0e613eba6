import type { Evidence, FilmRef, Release, WorkKind } from '../films/types.ts';
import type { CriterionScore, PageReview, Person, Score } from '../films/review-types.ts';

/** What one source of a page (its data, a theme's box, its text) states of a review. Absent or empty: not stated. */
export interface ReviewParts {
  evidence: Evidence;
  /** What the source says the reviewed thing is; null or absent where it does not say, or says "thing" or "product". */
  kind?: WorkKind | null;
  title?: string | null;
  year?: number | null;
  releases?: Release[];
  directors?: string[];
  writers?: string[];
  cast?: string[];
  genres?: string[];
  refs?: FilmRef[];
  headline?: string | null;
  author?: Person | null;
  date?: string | null;
  language?: string | null;
  score?: Score | null;
  criteria?: CriterionScore[];
  readers?: PageReview['readers'];
  verdict?: string | null;
  pros?: string[];
  cons?: string[];
  text?: string | null;
  commentsCount?: number | null;
  siteName?: string | null;
}

/** What the first of several sources states of a field; undefined where none does. */
export function pickPart<K extends keyof ReviewParts>(
  sources: ReviewParts[],
  key: K,
): ReviewParts[K] | undefined {
  const values = sources.map((source) => source[key]);
  return values.find(
    (value) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
  );
}

/** The readers' score; null without votes, for plugins print "0 (0 votes)" before anybody has voted. */
export function makeReaders(score: Score | null, count: number | null): PageReview['readers'] {
  return score === null || count === 0 ? null : { score, count };
}
