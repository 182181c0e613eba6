import type { Film, Match } from '../../films/types.ts';
import type { ImportedList } from '../../watchlog/imports/import-lists.ts';
import type { ImportStep } from '../../watchlog/imports/imports.ts';
import type { FilmsOfLog } from '../../watchlog/queries/films-by-ref.ts';
import type { FilmInput, PartialDate, RatingValue } from '../../watchlog/types.ts';
import type { SkippedRow, RowLocation } from '../../tables/types.ts';

/**
 * Which data counts when the log and the files differ about an entry or a film. `keep-mine` fills only fields that are
 * empty in the log. `take-theirs` replaces the log's values. `keep-both` adds the files' entry as a second one; a film
 * has one rating, so the log's is kept.
 */
export type DuplicatePolicy = 'keep-mine' | 'take-theirs' | 'keep-both';

/** The policy when the user chooses none: it never overwrites the user's own data. */
export const defaultPolicy: DuplicatePolicy = 'keep-mine';

/** The rows of the log that are not deleted, at least for every film that the files may mean. */
export type LogView = FilmsOfLog;

/** The user's decision about a film that was not found: another film, the film as named in the file, or skip it. */
export type FilmDecision = { kind: 'film'; film: Film } | { kind: 'as-named' } | { kind: 'skip' };

/** What an import would do with one row of the files. */
export interface PlanRow {
  kind: 'added' | 'merged' | 'changed' | 'unchanged';
  what: 'entry' | 'rating' | 'watchlist' | 'liked' | 'tag' | 'list';
  /** The film that the row goes to, with its own title and year, whatever the files give. */
  film: Pick<FilmInput, 'title' | 'year'>;
  from: RowLocation;
  reason: PlanReason;
}

/** A code for the reason. The pages have words for each. */
export type PlanReason =
  | 'new-film'
  | 'new-entry'
  | 'new-rating'
  | 'new-watchlist-item'
  | 'new-like'
  | 'same-entry'
  | 'entry-filled'
  | 'entry-differs'
  | 'seen-before'
  | 'same-rating'
  | 'rating-differs'
  | 'on-watchlist'
  | 'liked-before'
  | 'new-tag'
  | 'new-list-item'
  | 'on-list'
  | 'tagged-before'
  | 'too-many-tags';

/** A film that the user has to decide about. */
interface UndecidedFilm {
  film: FilmInput;
  /** The films that may be meant; empty when no film with that name is known. */
  candidates: Film[];
  /** How many rows of the files are about the film. */
  rows: number;
  /** Its first row, with what the files say there of when it was watched and how it was rated. */
  first: { from: RowLocation; watchedOn: PartialDate | null; rating: RatingValue | null };
}

/** A film that the user has to decide about or has decided about. */
export interface FilmQuestion extends UndecidedFilm {
  /** Null before the user's answer. */
  decision: FilmDecision | null;
}

/** What an import would do. */
export interface ImportPlan {
  steps: ImportStep[];
  /** The lists with the films that they do not have yet, in order; lists without such films are omitted. */
  lists: ImportedList[];
  rows: PlanRow[];
  skipped: SkippedRow[];
  /** The films that are in no step because the user has not decided about them. */
  undecided: UndecidedFilm[];
  /** These and the films that the user has decided about, in the order of the files. */
  questions: FilmQuestion[];
  /** How many films of the files the log has afterwards, without undecided ones, and how many of them it lacks now. */
  films: { count: number; added: number };
  /** In how many films the log and the files differ, whatever the policy. */
  conflicts: number;
}

/** The options of a plan. */
export interface PlanOptions {
  log: LogView;
  /** The match for each film of the reading, where catalogues and the log were asked. */
  matches?: Map<FilmInput, Match>;
  decisions?: Map<FilmInput, FilmDecision>;
  policy?: DuplicatePolicy;
}
