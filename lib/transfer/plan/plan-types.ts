import type { Film, Match } from '../../films/types.ts';
import type { ImportStep } from '../../watchlog/imports/imports.ts';
import type { FilmsOfLog } from '../../watchlog/queries/films-by-ref.ts';
import type { FilmInput } from '../../watchlog/types.ts';
import type { SkippedRow, Place } from '../../tables/types.ts';

/**
 * What counts where the log and the files say different things of one viewing or one film. `keep-mine` fills only what
 * the log leaves empty, `take-theirs` writes the files' word over the log's, `keep-both` adds the files' viewing beside
 * the log's; of a film's one rating it keeps the log's.
 */
export type DuplicatePolicy = 'keep-mine' | 'take-theirs' | 'keep-both';

/** The policy where the user says nothing: nothing of theirs is lost. */
export const defaultPolicy: DuplicatePolicy = 'keep-mine';

/** What the log says, at least of every film that the files can mean; rows that are not deleted. */
export type LogView = FilmsOfLog;

/** What is to become of a film that was not found by itself: another film, the name as it stands, or nothing. */
export type FilmDecision = { kind: 'film'; film: Film } | { kind: 'as-named' } | { kind: 'skip' };

/** What a plan says of one row of the files. */
export interface PlanRow {
  kind: 'added' | 'merged' | 'changed' | 'unchanged';
  what: 'entry' | 'rating' | 'watchlist' | 'liked' | 'tag';
  film: FilmInput;
  from: Place;
  reason: PlanReason;
}

/** Why a row is planned so, for programs; the pages have words for each. */
export type PlanReason =
  | 'new-film'
  | 'new-viewing'
  | 'new-rating'
  | 'new-wish'
  | 'new-like'
  | 'same-viewing'
  | 'viewing-filled'
  | 'viewing-differs'
  | 'seen-before'
  | 'same-rating'
  | 'rating-differs'
  | 'on-watchlist'
  | 'liked-before'
  | 'new-tag'
  | 'tagged-before'
  | 'too-many-tags';

/** A film that the user has to decide about. */
export interface UndecidedFilm {
  film: FilmInput;
  /** The films that may be meant; empty where none of that name is known. */
  candidates: Film[];
  /** How many rows of the files are about it. */
  rows: number;
}

/** What an import would do. */
export interface ImportPlan {
  steps: ImportStep[];
  rows: PlanRow[];
  skipped: SkippedRow[];
  undecided: UndecidedFilm[];
}

/** What a plan is made with, beside the reading. */
export interface PlanOptions {
  log: LogView;
  /** Which film each of the reading's films is, as far as catalogues and the log know. */
  matches?: Map<FilmInput, Match>;
  decisions?: Map<FilmInput, FilmDecision>;
  policy?: DuplicatePolicy;
}
