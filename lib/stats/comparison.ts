import type { Score } from '../films/review-types.ts';
import type { StatFilms } from './types.ts';

/** Converts a score from its own scale to 0 to 100; null if the scale has no length. */
export function toPercent({ value, worst, best }: Score): number | null {
  return best === worst ? null : ((value - worst) / (best - worst)) * 100;
}

/** A film that both you and others have rated, with both ratings on a scale of 0 to 100. */
export interface ScorePair {
  /** The film's position in the columns. */
  film: number;
  yours: number;
  theirs: number;
  /** `yours` minus `theirs`. */
  difference: number;
}

/** Your ratings compared with the scores of one group of others. */
export interface Comparison {
  pairs: ScorePair[];
  /** Mean of `yours` minus `theirs`; null if there are no pairs. */
  meanDifference: number | null;
  /** Pearson's correlation, -1 to 1; null if there are fewer than three pairs, or if one side never varies. */
  correlation: number | null;
  /** The films that you rated most above the others' score, and most below; the greatest difference first. */
  above: ScorePair[];
  below: ScorePair[];
}

function findCorrelation(pairs: readonly ScorePair[]): number | null {
  const count = pairs.length;
  if (count < 3) return null;
  const mean = (pick: (pair: ScorePair) => number): number =>
    pairs.reduce((sum, pair) => sum + pick(pair), 0) / count;
  const [yours, theirs] = [mean((pair) => pair.yours), mean((pair) => pair.theirs)];
  let [both, own, other] = [0, 0, 0];
  for (const pair of pairs) {
    both += (pair.yours - yours) * (pair.theirs - theirs);
    own += (pair.yours - yours) ** 2;
    other += (pair.theirs - theirs) ** 2;
  }
  return own === 0 || other === 0 ? null : both / Math.sqrt(own * other);
}

/**
 * Compares your ratings of films with others' scores, which are given on a scale of 0 to 100 by film id. Your ratings
 * are converted to the same scale: five stars are 100, half a star is 10. `above` and `below` have at most `listed`
 * films each.
 */
export function compareWith(
  films: Pick<StatFilms, 'ids' | 'ownRatings'>,
  scores: ReadonlyMap<string, number>,
  listed = 10,
): Comparison {
  const pairs = films.ids.flatMap((id, film): ScorePair[] => {
    const [rating, theirs] = [films.ownRatings[film] ?? null, scores.get(id)];
    if (rating === null || theirs === undefined) return [];
    return [{ film, yours: rating * 10, theirs, difference: rating * 10 - theirs }];
  });
  const sorted = [...pairs].sort((a, b) => b.difference - a.difference || a.film - b.film);
  const sum = pairs.reduce((total, { difference }) => total + difference, 0);
  return {
    pairs,
    meanDifference: pairs.length === 0 ? null : sum / pairs.length,
    correlation: findCorrelation(pairs),
    above: sorted.filter(({ difference }) => difference > 0).slice(0, listed),
    below: sorted
      .filter(({ difference }) => difference < 0)
      .reverse()
      .slice(0, listed),
  };
}
