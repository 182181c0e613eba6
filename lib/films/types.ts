import type { Film } from './film-schema.ts';
import type { FilmRef } from './id-systems.ts';

export type { Film } from './film-schema.ts';
export type { FilmRef, RefKind } from './id-systems.ts';

/** When and where a film came out. */
export type Release = Film['releases'][number];

/** The kinds of work that a page can name. */
export const workKinds = [
  'film',
  'series',
  'season',
  'episode',
  'game',
  'book',
  'album',
  'person',
  'other',
] as const;

export type WorkKind = (typeof workKinds)[number];

/** What a page says about a film. `kind` is null if the page does not say. */
export interface FilmHint {
  title: string;
  /** Other names that the page gives for the same film (original title, "aka"). */
  alternativeTitles: string[];
  year: number | null;
  directors: string[];
  refs: FilmRef[];
  kind: WorkKind | null;
  /** BCP 47 tag of the title's language, or of the page. */
  language: string | null;
  /** Running times (ISO 8601: `PT1H30M`), countries and actors, as the page's data writes them. */
  facts?: string[] | undefined;
}

/** Ways in which a page can name a film, from the strongest evidence to the weakest. */
export const evidenceKinds = [
  'json-ld',
  'microdata',
  'rdfa',
  'microformat',
  'open-graph',
  'link',
  'adapter',
  'review-box',
  'heading',
  'text',
] as const;

export type Evidence = (typeof evidenceKinds)[number];

/** A score that a page states of its subject, such as schema.org's `aggregateRating`, as it is written there. */
export interface SiteScore {
  value: number;
  /** The ends of the scale; null if the page does not state them. */
  worst: number | null;
  best: number | null;
  /** Number of votes or reviews, at least 1. */
  count: number;
}

/**
 * A hint with its evidence, but without its place on the page: what a content script sends. A `stated` hint
 * is a film according to the page (data, an id in a link, an adapter's row); a `possible` one is a film only
 * if a catalogue has it and `context` gives enough evidence.
 */
export interface SightedHint {
  hint: FilmHint;
  evidence: Evidence[];
  /** Probability from 0 to 1 that these words name a film (not which one). */
  confidence: number;
  certainty: 'stated' | 'possible';
  /** Whether the page is about this film. */
  isSubject: boolean;
  context: SightingContext;
  /** The site's score of the film, if the page's data states one with it. */
  siteScore?: SiteScore;
}

/** The words around a title, to judge a `possible` one. */
export interface SightingContext {
  /** Whether a year follows the title: "Her (2013)". */
  yearBeside: boolean;
  /** Whether it is in em, i, cite or quotes, or alone in a heading or a link. */
  setApart: boolean;
  /** Whether words such as film, movie, director or starring are near it. */
  filmWordsNear: boolean;
  /** Capitalised names near it, at most 8 of at most 60 characters, to compare with a film's people. */
  namesNear: string[];
}

/** The reason for a match or its absence, for tests and diagnostics. */
export type MatchReason =
  | 'ref'
  | 'title-and-year'
  | 'title-and-near-year'
  | 'title-and-director'
  | 'only-film-of-title'
  | 'title-alone'
  | 'correction'
  | 'same-title-several-films'
  | 'no-film-of-that-name'
  | 'year-disagrees'
  | 'director-disagrees'
  | 'refs-disagree'
  | 'facts-disagree'
  | 'not-a-film'
  | 'too-little-evidence';

/**
 * How certain a match is. `unsure` rests on the title alone, with a risk of 1 to 5 %: it is shown as such, and nothing
 * is written to the log before the user says that it is the film.
 */
type MatchCertainty = 'sure' | 'unsure';

/** The result of comparing a hint with candidate films. A single candidate rests on its title alone. */
export type Match =
  | { kind: 'film'; film: Film; reason: MatchReason; certainty: MatchCertainty }
  | { kind: 'ambiguous'; candidates: Film[]; reason: MatchReason }
  | { kind: 'unknown'; reason: MatchReason };

/** A hint and its match. */
export interface MatchedHint {
  sighted: SightedHint;
  match: Match;
}

/** Finds the films that hints mean: one answer for each hint, in their order. */
export type MatchHints = (hints: SightedHint[]) => Promise<MatchedHint[]>;
