import { imdbTerms, makeImdbScore } from '../../catalogue/builder/imdb-rating-rows.ts';
import { createRatingsReader, type FindRatings } from '../../catalogue/imdb-ratings/stored-ratings.ts';
import type { SourceScore } from '../../films/review-types.ts';
import type { Film, FilmRef } from '../../films/types.ts';
import type { SourceAnswer } from '../../reviews/answers.ts';
import { reportFault } from '../messages/report-fault.ts';

/** Looks up IMDb's scores in the stored table, whatever catalogue knows the film. */
export interface RatingsLookUp {
  /** IMDb's score for each list of a film's refs; null without an IMDb id, a rating or a table. Never rejects. */
  findScores: (refLists: (readonly FilmRef[])[]) => Promise<(SourceScore | null)[]>;
}

const listIds = (refs: readonly FilmRef[]): string[] =>
  refs.flatMap((ref) => (ref.startsWith('imdb:') ? [ref.slice('imdb:'.length)] : []));

/** Creates a look-up, by default in this browser's table. */
export function createRatingsLookUp(find: FindRatings = createRatingsReader()): RatingsLookUp {
  return {
    async findScores(refLists) {
      const idLists = refLists.map(listIds);
      const ids = idLists.flat();
      const found =
        ids.length === 0 ? null : await find(ids).catch((error: unknown) => reportFault('ratings', error));
      const asOf = found?.head?.asOf;
      if (!found || asOf === undefined) return refLists.map(() => null);
      return idLists.map((list) => {
        const id = list.find((one) => found.ratings.has(one));
        const rating = id === undefined ? undefined : found.ratings.get(id);
        if (!rating) return null;
        return makeImdbScore(rating, [`imdb:${id}`], { licence: imdbTerms.licence, asOf, note: null });
      });
    },
  };
}

/** The answer of the table about a film; none without a film or a score. */
export function listRatingsAnswers(
  film: Film | null | undefined,
  score: SourceScore | null | undefined,
): SourceAnswer[] {
  if (!film || !score) return [];
  const { source, sourceName } = score;
  return [
    {
      status: { source, sourceName, state: 'ok', until: null, hasData: true },
      films: [{ film, scores: [score] }],
      reviews: [],
    },
  ];
}
