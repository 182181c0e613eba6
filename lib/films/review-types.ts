import type { Evidence, Film, FilmRef } from './types.ts';

/** A score as its source states it. Nothing is converted: `worst` and `best` are the ends of its own scale. */
export interface Score {
  value: number;
  worst: number;
  best: number;
}

/** Who gave a score. The three are never averaged into one another. */
export type ScoreKind = 'critics' | 'audience' | 'readers';

export interface SourceScore extends Score {
  /** The source's id, such as `rottentomatoes`. */
  source: string;
  /** The source's name for people, such as "Rotten Tomatoes". */
  sourceName: string;
  kind: ScoreKind;
  /** How many reviews or votes stand behind it, or null where it is not stated. */
  count: number | null;
  url: string | null;
  /** SPDX identifier or the source's words, or null where it is not stated. */
  licence: string | null;
  /** The day the figure is from, `YYYY-MM-DD` or `YYYY`. */
  asOf: string;
  /** A sentence to show with it, such as "2010 sample, not today's figure", or null. */
  note: string | null;
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

/** A review page read whole. A value that the page does not state is null or empty, never made up. */
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
  /** The readers' score on the page, with how many voted. */
  readers: { score: Score; count: number | null } | null;
  verdict: string | null;
  pros: string[];
  cons: string[];
  /** The first sentences of the article, at most 400 characters. */
  excerpt: string | null;
  /** The article as plain text, paragraphs parted by blank lines; null where none was found. */
  text: string | null;
  commentsCount: number | null;
  evidence: Evidence[];
}

/** A review kept on this machine. */
export interface StoredReview extends Omit<PageReview, 'text' | 'film'> {
  /** The source's id: `page` for one the user kept, else the followed site or service. */
  source: string;
  film: ReviewedFilm;
  /** `score` on 0 to 100, or null. */
  score100: number | null;
  /** The full text, only where the user asked for it. */
  text: string | null;
  /** Milliseconds since 1970. */
  fetchedAt: number;
}

export type SourceState =
  'ok' | 'none' | 'stale' | 'not-asked' | 'limit-reached' | 'no-permission' | 'no-key' | 'offline' | 'failed';

/** How one source stands towards one film. */
export interface SourceStatus {
  source: string;
  sourceName: string;
  state: SourceState;
  /** Milliseconds since 1970 when a limit or a rest ends, or null. */
  until: number | null;
  /** Milliseconds since 1970 when what is shown of it was fetched; absent or null where it is not of a live source. */
  fetchedAt?: number | null;
  /** The sentence the source asks to be shown beside its figures; absent or null where it asks for none. */
  attribution?: string | null;
}

/** All that is known of a film from every source. */
export interface ReviewSummary {
  film: Film;
  scores: SourceScore[];
  reviews: StoredReview[];
  statuses: SourceStatus[];
}
