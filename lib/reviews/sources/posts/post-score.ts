import { findScore } from '../../../review-text/find-score.ts';
import { parseReviewHeading } from '../../../review-text/heading.ts';
import { listLabelled } from '../../../review-text/labels.ts';
import type { Score } from '../../../films/review-types.ts';

/** Finds the reviewer's score in a post: in its heading, else in its lines as on a page. Null if there is none. */
export function findPostScore(heading: string, lines: string[]): Score | null {
  const all = lines.map((text) => ({
    text,
    labelled: listLabelled(text).filter(({ kind }) => kind === 'score' || kind === 'verdict'),
    bar: null,
    isHeading: false,
    isElsewhere: false,
    isTotal: false,
  }));
  return parseReviewHeading(heading).score ?? findScore(all, []);
}
