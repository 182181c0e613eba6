import type { Score } from '../films/review-types.ts';
import type { StatFilms } from './types.ts';

/** A score on 0 to 100, whatever its own scale; null where the scale has no length. */
export function toPercent({ value, worst, best }: Score): number | null {
  return best === worst ? null : ((value - worst) / (best - worst)) * 100;
}

/** A film that you and others have rated, each on 0 to 100. */
export interface ScorePair {
  /** The film's place in the columns. */
  film: number;
  yours: number;
  theirs: number;
  /** Yours less theirs. */
  difference: number;
}

/** You against one kind of others. */
export interface Comparison {
  pairs: ScorePair[];
  /** Mean of yours less theirs; null where there are no pairs. */
  meanDifference: number | null;
  /** Pearson's correlation, -1 to 1; null where there are under three pairs, or one side never varies. */
  correlation: number | null;
  /** The films you think most above others of, and most below; the widest first. */
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
 * Your ratings of films against others' scores, which are given on 0 to 100 by film id. Yours are put on the same scale:
 * five stars are 100, half a star is 10. `listed` films at most are named on either side.
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
