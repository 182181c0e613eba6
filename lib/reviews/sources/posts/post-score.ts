import { findScore, readLabelledScore, type ScoreLine } from '../../../review-text/find-score.ts';
import { parseReviewHeading } from '../../../review-text/heading.ts';
import { listLabelled } from '../../../review-text/labels.ts';
import type { Score } from '../../../films/review-types.ts';

/** Whether a post gives different scores with the same label, as one about several films does. */
function hasSeveral(lines: ScoreLine[]): boolean {
  const scores = new Map<string, Set<number>>();
  for (const one of lines.flatMap(({ labelled }) => labelled)) {
    const score = readLabelledScore(one, null, []);
    const label = one.label.trim().toLowerCase();
    if (score) scores.set(label, (scores.get(label) ?? new Set()).add(score.value / score.best));
  }
  return [...scores.values()].some(({ size }) => size > 1);
}

/**
 * Finds the reviewer's score in a post: in its heading, else in its lines as on a page. Null if there is none, or if the
 * post scores several films.
 */
export function findPostScore(heading: string, lines: string[]): Score | null {
  const all = lines.map((text) => ({
    text,
    labelled: listLabelled(text).filter(({ kind }) => kind === 'score' || kind === 'verdict'),
    bar: null,
    isHeading: false,
    isElsewhere: false,
    isTotal: false,
  }));
  return parseReviewHeading(heading).score ?? (hasSeveral(all) ? null : findScore(all, []));
}
