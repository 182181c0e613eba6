import type { Film, SightedHint } from '../films/types.ts';
import type { SourceScore } from '../films/review-types.ts';

/** At most this many hints a batch; more are refused. */
export const maxHintsPerBatch = 1000;
/** At most this many films a message of what is looked at; more are refused. */
export const maxHintsInView = 30;
/** Longest title that is looked up, in UTF-16 units. */
export const maxTitleLength = 200;

/** What a content script asks: public facts of a bounded batch of titles. */
export interface BatchRequest {
  /** Null for a hint that could not be read: it gets no badge. */
  hints: (SightedHint | null)[];
}

/** One mark on a badge: a drawing with the figure it stands for, either alone, or words without a drawing. */
export interface BadgeMark {
  glyph: 'star' | 'hollow' | 'pen' | 'people' | 'hidden' | null;
  /** Empty where the drawing says it all. */
  text: string;
}

/** A badge's text in the user's language. */
export interface BadgeLabel {
  /** The accessible name: the film, then what the badge shows, in words. */
  name: string;
  /** What is left and right of the middle; a single mark fills the badge. */
  marks: [BadgeMark, BadgeMark] | [BadgeMark];
}

/** The parts of a badge's view that are about one film. */
interface FilmParts {
  film: Pick<Film, 'refs' | 'title' | 'year' | 'directors' | 'runtimeMinutes'>;
  /** The user's own rating, in half stars from 1 to 10, and whether they have seen the film; null for neither. */
  own: { rating: number | null; watched: boolean } | null;
  /** The film's prizes in one line, for the details; absent if it has none. */
  awards?: string;
  /** Whether the film is identified by its title alone, so that another film may be meant. */
  isUnsure: boolean;
}

/**
 * Everything that one badge and its details show. The label has the words, so that the page formats nothing. Scores that
 * visited pages stated are shown in the details only: a page must not learn from its badges which others were visited.
 * Dismissed: the user has said that this is not a film; the badge stays, since the page would see it go.
 */
export type BadgeView = { label: BadgeLabel } & (
  | ({ kind: 'film'; scores: SourceScore[]; hidesScores: boolean } & FilmParts)
  | ({ kind: 'no-score'; stated: SourceScore[] } & FilmParts)
  | { kind: 'ambiguous'; candidates: number }
  | { kind: 'dismissed' }
);

/** The answer to a batch. It depends on catalogues, sources and settings, never on the user's log. */
export interface BatchAnswer {
  /** A view for each hint, in the order of the request; null where no badge is shown. */
  views: (BadgeView | null)[];
  /** False where the user has switched the badges off on this site. */
  badgesOn: boolean;
  /** Whether a service is on that is asked for films of lists only when they are looked at. */
  asksInView: boolean;
}

/** The user's own data for a batch. */
export interface OwnAnswer {
  /** A view with the user's own data for each hint, in the order of the request; null where there is none to show. */
  views: (BadgeView | null)[];
  /** The positions of hints whose own data is not given now, as the tab has had that of too many films. */
  withheld: number[];
}
