import type { Film } from './film-schema.ts';
import type { FilmRef } from './id-systems.ts';

export type { Film } from './film-schema.ts';
export type { FilmRef, RefKind } from './id-systems.ts';

/** When and where a film came out. */
export type Release = Film['releases'][number];

export type WorkKind =
  'film' | 'series' | 'season' | 'episode' | 'game' | 'book' | 'album' | 'person' | 'other';

/** What a page says of a film. `kind` is null where the page does not say. */
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
}

/** How a page named a film, from the strongest to the weakest. */
export const evidenceKinds = [
  'json-ld',
  'microdata',
  'rdfa',
  'microformat',
  'open-graph',
  'link',
  'data-attribute',
  'adapter',
  'review-box',
  'heading',
  'text',
] as const;

export type Evidence = (typeof evidenceKinds)[number];

/**
 * A hint with what speaks for it, without its place on the page: what a content script sends.
 * A `stated` one is a film by the page's own word (data, an id in a link, an adapter's row);
 * a `possible` one is only a film if a catalogue knows it and `context` gives enough evidence.
 */
export interface SightedHint {
  hint: FilmHint;
  evidence: Evidence[];
  /** 0 to 1: how sure it is that these words name a film (not which one). */
  confidence: number;
  certainty: 'stated' | 'possible';
  /** Whether the page is about this film. */
  isSubject: boolean;
  context: SightingContext;
}

/** What stands beside a title, for judging a `possible` one. */
export interface SightingContext {
  /** The title stands with a year: "Her (2013)". */
  yearBeside: boolean;
  /** Set in em, i, cite or quotes, or alone in a heading or a link. */
  setApart: boolean;
  /** Words such as film, movie, director, starring stand near it. */
  filmWordsNear: boolean;
  /** Capitalised names near it, at most 8 of at most 60 characters, to agree with a film's people. */
  namesNear: string[];
}

/** Why an identification came out as it did, for people to read and for tests to hold. */
export type MatchReason =
  | 'ref'
  | 'title-and-year'
  | 'title-and-near-year'
  | 'title-and-director'
  | 'only-film-of-title'
  | 'correction'
  | 'same-title-several-films'
  | 'no-film-of-that-name'
  | 'year-disagrees'
  | 'director-disagrees'
  | 'refs-disagree'
  | 'not-a-film'
  | 'too-little-evidence';

/** What comes of comparing a hint with the films that might be meant. */
export type Match =
  | { kind: 'film'; film: Film; reason: MatchReason }
  | { kind: 'ambiguous'; candidates: Film[]; reason: MatchReason }
  | { kind: 'unknown'; reason: MatchReason };

/** A hint and the film it means. */
export interface MatchedHint {
  sighted: SightedHint;
  match: Match;
}

/** Finds the films that hints mean: one answer a hint, in their order. */
export type MatchHints = (hints: SightedHint[]) => Promise<MatchedHint[]>;
