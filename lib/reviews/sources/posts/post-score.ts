import { parseReviewHeading } from '../../../review-text/heading.ts';
import { listLabelled } from '../../../review-text/labels.ts';
import { parseScore } from '../../../review-text/parse-score.ts';
import type { Score } from '../../../films/review-types.ts';

/** The best values accepted for a score without a label: "9/11" is not a score. */
const usualEnds = new Set([4, 5, 6, 10, 20, 100]);
const maxBareLength = 24;

function parseLabelled(line: string): Score | null {
  for (const { kind, value } of listLabelled(line)) {
    const score = kind === 'score' || kind === 'verdict' ? parseScore(value.slice(0, 40)) : null;
    if (score !== null) return score;
  }
  return null;
}

/**
 * Parses a line that consists of little more than a score: "★★★½", "8/10", "4 out of 5 stars". Single letters are not
 * grades here.
 */
function parseBare(line: string): Score | null {
  if (line.length > maxBareLength || !/[\d★⭐*❤♥]/.test(line)) return null;
  const score = parseScore(line);
  return score !== null && usualEnds.has(score.best) ? score : null;
}

/**
 * Finds the reviewer's score in a post: in its heading, else after a label, else alone on a line. The last one in the
 * text wins. Null if there is none.
 */
export function findPostScore(heading: string, lines: string[]): Score | null {
  const labelled = lines.map(parseLabelled).filter((score) => score !== null);
  const bare = lines.map(parseBare).filter((score) => score !== null);
  return parseReviewHeading(heading).score ?? labelled.at(-1) ?? bare.at(-1) ?? null;
}
