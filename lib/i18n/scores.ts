import type { Score } from '../films/review-types.ts';
import { findNumberFormat, findPluralKey, formatNumber, t } from './messages.ts';

/** A score as text: `figure` alone ("95", "8.0"), its scale, and both as spoken ("8.0 of 10"). */
export interface ScoreText {
  figure: string;
  /** What follows the figure and names its scale: "%", or "/10" behind a thin space. */
  scale: string;
  spoken: string;
}

/** Sources whose 0 to 100 is a share of reviews, not a mark: https://www.rottentomatoes.com/about */
const sharesOfReviews = new Set(['rottentomatoes']);

const decimalsOn = (best: number, value: number): number => {
  if (best > 20) return Number.isInteger(value) ? 0 : 1;
  return best === 10 || !Number.isInteger(value) ? 1 : 0;
};

/** A score on its own scale; nothing is converted. A scale that does not start at 0 or 1 names its start. */
export function formatScore(score: Score, source: string | null = null): ScoreText {
  const { value, worst, best } = score;
  const figure = formatNumber(value, decimalsOn(best, value));
  if (source !== null && sharesOfReviews.has(source) && best === 100) {
    const percent = formatPercent(value);
    return { figure, scale: percent.replace(figure, ''), spoken: percent };
  }
  const end = formatNumber(best, Number.isInteger(best) ? 0 : 1);
  const from = worst > 1 || worst < 0 ? `${formatNumber(worst)}–${end}` : end;
  return { figure, scale: `\u2009/${from}`, spoken: t('scoreOf', figure, from) };
}

/** A share of a hundred as "95%" or "95 %", as the language writes it. */
function formatPercent(value: number): string {
  return findNumberFormat({ style: 'percent', maximumFractionDigits: 0 }).format(value / 100);
}

/** Half stars (1 to 10) as a figure: "4½", "½", "3". */
export function formatStars(halves: number): string {
  const whole = Math.floor(halves / 2);
  const half = halves % 2 === 1 ? '½' : '';
  return whole === 0 && half !== '' ? half : `${formatNumber(whole)}${half}`;
}

/** Half stars (1 to 10) in words: "4½ stars". */
export function formatStarsName(halves: number): string {
  // Half a star is singular ("½ star") also in languages whose plural rules say otherwise: it is read as "half a".
  return t(findPluralKey('ratingStars', Math.max(halves / 2, 1)), formatStars(halves));
}

/** A difference of two ratings in stars, 0 or more, to a tenth: "0.6 stars". */
export function formatStarDifference(stars: number): string {
  const tenths = Math.round(stars * 10) / 10;
  return t(findPluralKey('ratingStars', tenths), formatNumber(tenths, Number.isInteger(tenths) ? 0 : 1));
}
