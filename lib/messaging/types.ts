import type { FilmRef, SightedHint } from '../films/types.ts';
import type { SourceScore } from '../reviews/types.ts';

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

/** What stands beside one title. `none`: nothing is shown. */
export type BadgeState =
  | { kind: 'none' }
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

/** In the order of the request. */
export interface BatchAnswer {
  states: BadgeState[];
  /** False where the user has switched the badges off on this site. */
  badgesOn: boolean;
}
