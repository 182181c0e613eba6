import { formatScore, formatStars } from '../../../lib/i18n/scores.ts';
import type { Score, SourceScore, StoredReview } from '../../../lib/films/review-types.ts';
import type { RatingValue } from '../../../lib/watchlog/types.ts';
import type { SpreadPoint } from './spread-layout.ts';

/** A point whose label may still need the name of its source. */
type Named = SpreadPoint & { name: string };

/** The most reviews on the line: with more it would be unreadable. */
const mostReviews = 4;
const longestName = 10;

/** Returns a name that fits over a mark: itself if it is short, else its initials, else its beginning and `…`. */
export function shortenName(name: string): string {
  if (name.length <= longestName) return name;
  const letters = name
    .split(/[\s.-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0));
  return letters.length > 1 ? letters.join('') : `${name.slice(0, longestName - 1)}…`;
}

function placeScore(score: Score, who: SpreadPoint['who'], name: string, source: string): Named[] {
  const at = ((score.value - score.worst) / (score.best - score.worst)) * 100;
  const { figure, scale } = formatScore(score, source);
  const text = scale.includes('/') ? figure : figure + scale;
  return Number.isFinite(at) && at >= 0 && at <= 100 ? [{ who, at, text, name }] : [];
}

/**
 * Returns the scores, the reviews' scores and the user's rating as points from 0 to 100. Scores outside that range are
 * left out. If there are several of one kind, each label has a name.
 */
export function listSpreadPoints(
  scores: SourceScore[],
  reviews: StoredReview[],
  own: RatingValue | null,
): SpreadPoint[] {
  const ofSources = scores.flatMap((score) => placeScore(score, score.kind, score.sourceName, score.source));
  const ofReviews = reviews
    .flatMap(({ score, siteName, source }) =>
      score === null ? [] : placeScore(score, 'critics', siteName ?? source, source),
    )
    .slice(0, mostReviews);
  const points = [...ofSources, ...ofReviews];
  const named = points.map((point): SpreadPoint => {
    const isOnly = points.filter(({ who }) => who === point.who).length === 1;
    const fullText = `${point.name} ${point.text}`;
    const text = isOnly ? point.text : `${shortenName(point.name)} ${point.text}`;
    return { who: point.who, at: point.at, text, fullText };
  });
  return own === null ? named : [...named, { who: 'you', at: own * 10, text: formatStars(own) }];
}
