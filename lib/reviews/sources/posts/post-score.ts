import { parseReviewHeading } from '../../../review-text/heading.ts';
import { listLabelled } from '../../../review-text/labels.ts';
import { parseScore } from '../../../review-text/parse-score.ts';
import type { Score } from '../../../films/review-types.ts';

/** Ends of scales that a line without a label may have: "9/11" is no score. */
const usualEnds = new Set([4, 5, 6, 10, 20, 100]);
const maxBareLength = 24;

function parseLabelled(line: string): Score | null {
  for (const { kind, value } of listLabelled(line)) {
    const score = kind === 'score' || kind === 'verdict' ? parseScore(value.slice(0, 40)) : null;
    if (score !== null) return score;
  }
  return null;
}

/** A line that is a score and hardly more: "★★★½", "8/10", "4 out of 5 stars". A letter alone is a letter. */
function parseBare(line: string): Score | null {
  if (line.length > maxBareLength || !/[\d★⭐*❤♥]/.test(line)) return null;
  const score = parseScore(line);
  return score !== null && usualEnds.has(score.best) ? score : null;
}

/**
 * The reviewer's score that a post states in its heading or its text: behind a label, else alone on a line, where the
 * last one counts. Null where it states none.
 */
export function findPostScore(heading: string, lines: string[]): Score | null {
  const labelled = lines.map(parseLabelled).filter((score) => score !== null);
  const bare = lines.map(parseBare).filter((score) => score !== null);
  return parseReviewHeading(heading).score ?? labelled.at(-1) ?? bare.at(-1) ?? null;
}
