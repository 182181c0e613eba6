import type { SourceScore } from '../../../lib/films/review-types.ts';
import { formatScore, formatStars } from '../../../lib/i18n/scores.ts';
import type { RatingValue } from '../../../lib/watchlog/types.ts';
import type { SpreadPoint } from './spread-layout.ts';

function placeScore(score: SourceScore): SpreadPoint | null {
  const at = ((score.value - score.worst) / (score.best - score.worst)) * 100;
  if (!Number.isFinite(at) || at < 0 || at > 100) return null;
  const { figure, scale } = formatScore(score, score.source);
  const text = scale.includes('/') ? figure : figure + scale;
  return { who: score.kind, at, text, fullText: `${score.sourceName} ${text}` };
}

/**
 * The first audience, the first critics and the user's rating as points from 0 to 100; the list of scores has the others.
 * A score outside its own scale is left out.
 */
export function listSpreadPoints(scores: readonly SourceScore[], own: RatingValue | null): SpreadPoint[] {
  const placed = scores.flatMap((score) => placeScore(score) ?? []);
  const firsts = (['audience', 'critics'] as const).flatMap(
    (kind) => placed.find(({ who }) => who === kind) ?? [],
  );
  return own === null ? firsts : [...firsts, { who: 'you', at: own * 10, text: formatStars(own) }];
}
