import { namesStars, parseRating } from '../../tables/columns/ratings.ts';
import { readHeader } from '../../tables/columns/split-header.ts';
import type { RatingScale } from '../values.ts';

const makeScale = (best: number): RatingScale => ({
  worst: best > 10 ? 1 : 0.1,
  best,
  step: best > 20 ? 1 : 0.1,
});

const fiveScale: RatingScale = { worst: 0.5, best: 5, step: 0.1 };
const tenScale: RatingScale = { worst: 0.5, best: 10, step: 0.1 };
const hundredScale: RatingScale = { worst: 1, best: 100, step: 0.1 };
const scales = [fiveScale, tenScale, hundredScale];

/** The scale that ends at a number. */
export const scaleTo = (best: number): RatingScale =>
  scales.find((scale) => scale.best === best) ?? makeScale(best);

/** The scale of a column must fit at least this share of its ratings; the other ratings are faults. */
const minShare = 0.9;

/** A scale, and the ends of other scales that the ratings fit as well. */
export interface ScaleFinding {
  scale: RatingScale;
  others: number[];
}

/**
 * The scale of a column of ratings. The name of the column decides if its ratings fit, then the user's choice.
 * Otherwise the scale ends at 100 if most ratings are over 10 or a quarter over 20, at 5 if nearly all others are at most 5,
 * and else at 10. One rating off the scale does not widen it. Whole numbers and tenths of at most 5 could also be on a scale to ten. Cells that name their scale do not count.
 */
export function findScale(name: string, cells: string[], chosen?: number): ScaleFinding {
  const numbers = cells
    .map(parseRating)
    .filter((rating) => rating.best === null && /^\d{1,3}(?:[.,]\d+)?$/.test(rating.value))
    .map(({ value }) => Number(value.replace(',', '.')));
  const countUpTo = (most: number): number => numbers.filter((number) => number <= most).length;
  const named = readHeader(name).best;
  const best = named !== null && countUpTo(named) >= numbers.length * minShare ? named : (chosen ?? null);
  if (best !== null) return { scale: scaleTo(best), others: [] };
  const isWide = countUpTo(10) < numbers.length / 2 || countUpTo(20) < numbers.length * 0.75;
  // Marks of French schools end at 20; no list of films is all below a fifth of a hundred.
  if (isWide && countUpTo(20) === numbers.length) return { scale: scaleTo(20), others: [100] };
  if (isWide) return { scale: hundredScale, others: [] };
  if (countUpTo(5) < countUpTo(10) * minShare) return { scale: tenScale, others: [] };
  // A column of stars has five of them.
  if (namesStars(name)) return { scale: fiveScale, others: [] };
  // Tenths that are not halves are rarely stars.
  const hasTenths = numbers.some((number) => Number.isInteger(number * 10) && !Number.isInteger(number * 2));
  const isOpen = numbers.some((number) => number > 0) && (hasTenths || numbers.every(Number.isInteger));
  return { scale: fiveScale, others: isOpen ? [10] : [] };
}
