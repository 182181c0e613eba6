import type { Evidence, FilmRef, Release, WorkKind } from '../films/types.ts';
import type { CriterionScore, PageReview, Person, Score } from '../films/review-types.ts';

/**
 * The parts of a review that one source in a page (its data, a theme's box, its text) states. Absent, null or empty
 * means that it does not state them.
 */
export interface ReviewParts {
  evidence: Evidence;
  /** The kind of the reviewed work; null or absent if the source does not state one, or only "thing" or "product". */
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

/** The value of a field in the first source that states it; undefined if none does. */
export function pickPart<K extends keyof ReviewParts>(
  sources: ReviewParts[],
  key: K,
): ReviewParts[K] | undefined {
  const values = sources.map((source) => source[key]);
  return values.find(
    (value) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
  );
}

/** Makes the readers' score; null without votes, because plugins print "0 (0 votes)" before the first vote. */
export function makeReaders(score: Score | null, count: number | null): PageReview['readers'] {
  return score === null || count === 0 ? null : { score, count };
}
