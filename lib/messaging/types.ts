import type { Film, SightedHint } from '../films/types.ts';
import type { SourceScore } from '../films/review-types.ts';

/** At most this many hints a batch; more are refused. */
export const maxHintsPerBatch = 1000;
/** Longest title that is looked up, in UTF-16 units. */
export const maxTitleLength = 200;

/** What a content script asks: public facts of a bounded batch of titles. */
export interface BatchRequest {
  /** Null for a hint that could not be read: it gets no badge. */
  hints: (SightedHint | null)[];
}

/** One mark on a badge: a drawing with the figure it stands for, either alone, or words without a drawing. */
export interface BadgeMark {
  glyph: 'star' | 'pen' | 'people' | 'tick' | 'hidden' | null;
  /** Empty where the drawing says it all. */
  text: string;
}

/** A badge's text in the user's language. */
export interface BadgeLabel {
  /** The accessible name: the film, then what the badge shows, in words. */
  name: string;
  marks: BadgeMark[];
}

/** The parts of a badge's view that are about one film. */
interface FilmParts {
  film: Pick<Film, 'refs' | 'title' | 'year' | 'directors' | 'runtimeMinutes'>;
  /** The user's own rating, in half stars from 1 to 10, and whether they have seen the film; null for neither. */
  own: { rating: number | null; watched: boolean } | null;
}

/** Everything that one badge and its details show. The label has the words, so that the page formats nothing. */
export type BadgeView = { label: BadgeLabel } & (
  | ({
      kind: 'film';
      scores: SourceScore[];
      quote: { text: string; source: string; score: string | null } | null;
      hidesScores: boolean;
    } & FilmParts)
  | ({ kind: 'no-score' } & FilmParts)
  | { kind: 'ambiguous'; candidates: number }
);

/** The answer to a batch. */
export interface BatchAnswer {
  /** A view for each hint, in the order of the request; null where no badge is shown. */
  views: (BadgeView | null)[];
  /** False where the user has switched the badges off on this site. */
  badgesOn: boolean;
}
