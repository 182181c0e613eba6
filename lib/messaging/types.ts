import type { FilmRef, SightedHint } from '../films/types.ts';
import type { SourceScore } from '../films/review-types.ts';

/** At most this many hints a batch; more are refused. */
export const maxHintsPerBatch = 1000;
/** Longest title that is looked up, in UTF-16 units. */
export const maxTitleLength = 200;

/** What a content script asks: public facts of a bounded batch of titles. */
export interface BatchRequest {
  hints: SightedHint[];
}

/** The public facts of a film that badge and details show. */
export interface BadgeFilm {
  refs: FilmRef[];
  title: string;
  year: number | null;
  directors: string[];
  runtimeMinutes: number | null;
}

/** What is the user's own, as far as a badge shows it. */
export interface BadgeOwn {
  /** 1 to 10 half stars. */
  rating: number | null;
  watched: boolean;
}

/** One mark on a badge: a drawing with the figure it stands for, either alone, or words without a drawing. */
export interface BadgeMark {
  glyph: 'star' | 'pen' | 'people' | 'tick' | 'hidden' | null;
  /** Empty where the drawing says it all. */
  text: string;
}

/** What a badge shows and how it is called, in the user's language. */
export interface BadgeLabel {
  /** The accessible name: the film, then what the badge shows, in words. */
  name: string;
  marks: BadgeMark[];
}

/** What a badge tells of one film. */
export type BadgeContent =
  | {
      kind: 'film';
      film: BadgeFilm;
      scores: SourceScore[];
      own: BadgeOwn | null;
      quote: { text: string; source: string; score: string | null } | null;
      hidesScores: boolean;
    }
  | { kind: 'ambiguous'; candidates: number }
  | { kind: 'no-score'; film: BadgeFilm; own: BadgeOwn | null };

export type LabelledBadge = BadgeContent & { label: BadgeLabel };

/** Scripts of ours that the content script has put into its page when it needs them. */
export const pageScripts = ['page-reader', 'page-text', 'page-badge'] as const;
export type PageScript = (typeof pageScripts)[number];

/** What stands beside one title. `none`: nothing is shown. */
export type BadgeState = { kind: 'none' } | LabelledBadge;

/** In the order of the request. */
export interface BatchAnswer {
  states: BadgeState[];
  /** False where the user has switched the badges off on this site. */
  badgesOn: boolean;
}
