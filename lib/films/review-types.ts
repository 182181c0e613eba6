import type { Evidence, Film, FilmRef } from './types.ts';

/** A score as its source states it. Not converted: `worst` and `best` are the ends of the source's scale. */
export interface Score {
  value: number;
  worst: number;
  best: number;
}

/** Who gave a score. Scores of different kinds are never averaged. */
export type ScoreKind = 'critics' | 'audience' | 'readers';

export interface SourceScore extends Score {
  /** The source's id, such as `rottentomatoes`. */
  source: string;
  /** The source's name for people, such as "Rotten Tomatoes". */
  sourceName: string;
  kind: ScoreKind;
  /** Number of reviews or votes in the score; null if not stated. */
  count: number | null;
  url: string | null;
  /** SPDX identifier or the source's words; null if not stated. */
  licence: string | null;
  /** The date of the figure, `YYYY-MM-DD` or `YYYY`. */
  asOf: string;
  /** A sentence to show with it, such as "an estimate, not the site's own figure", or null. */
  note: string | null;
}

/** A prize that a film won or was nominated for. */
export interface FilmAward {
  /** The prize, such as "Oscar". */
  award: string;
  /** What it is given for, such as "Best Picture"; null if the prize has only one category. */
  category: string | null;
  /** The year as the prize counts it. */
  year: number;
  isWon: boolean;
}

export interface CriterionScore {
  name: string;
  score: Score;
}

export interface Person {
  name: string;
  /** As the page states it ("Editor", "Guest critic"), or null. */
  role: string | null;
  url: string | null;
}

interface ReviewedFilm {
  title: string;
  year: number | null;
  releases: { date: string; region: string | null }[];
  directors: string[];
  writers: string[];
  cast: string[];
  genres: string[];
  refs: FilmRef[];
}

/** A complete review page. A value that the page does not state is null or empty. */
export interface PageReview {
  url: string;
  siteName: string | null;
  film: ReviewedFilm;
  headline: string | null;
  author: Person | null;
  /** ISO date or date and time, as stated. */
  date: string | null;
  language: string | null;
  /** The reviewer's total score. */
  score: Score | null;
  criteria: CriterionScore[];
  /** The readers' score on the page, with the number of voters. */
  readers: { score: Score; count: number | null } | null;
  verdict: string | null;
  pros: string[];
  cons: string[];
  /** The first sentences of the article, at most 400 characters. */
  excerpt: string | null;
  /** The article as plain text, with blank lines between paragraphs; null if none was found. */
  text: string | null;
  commentsCount: number | null;
  evidence: Evidence[];
}

/** A review stored in this browser. */
export interface StoredReview extends Omit<PageReview, 'text' | 'film'> {
  /** The source's id: `page` for a review that the user kept, otherwise the followed site or service. */
  source: string;
  film: ReviewedFilm;
  /** `score` on a scale from 0 to 100, or null. */
  score100: number | null;
  /** The full text, only if the user asked for it. */
  text: string | null;
  /** Milliseconds since 1970. */
  fetchedAt: number;
}

export type SourceState =
  'ok' | 'none' | 'stale' | 'not-asked' | 'limit-reached' | 'no-permission' | 'no-key' | 'offline' | 'failed';

/** The state of one source for one film. */
export interface SourceStatus {
  source: string;
  sourceName: string;
  state: SourceState;
  /** When a limit or pause ends, in milliseconds since 1970, or null. */
  until: number | null;
  /**
   * When the shown data was fetched, in milliseconds since 1970; absent or null if the source is not live.
   */
  fetchedAt?: number | null;
  /** Whether data of the source is shown, so that its terms may have to be shown too; absent if not. */
  hasData?: boolean;
}

/** Everything known about a film from every source. */
export interface ReviewSummary {
  film: Film;
  scores: SourceScore[];
  reviews: StoredReview[];
  awards: FilmAward[];
  statuses: SourceStatus[];
}
