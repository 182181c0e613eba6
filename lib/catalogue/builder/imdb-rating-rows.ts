import { findPageAt } from '../../films/id-pages.ts';
import type { SourceScore } from '../../films/review-types.ts';
import type { FilmRef } from '../../films/types.ts';
import { readImdbRows, type ImdbRow } from './imdb-table.ts';
import type { InputFile } from './input-file.ts';
import type { ImdbRating } from './rating-table.ts';

/** IMDb's terms and the sentence it requires (developer.imdb.com/non-commercial-datasets). */
export const imdbTerms = {
  licence: 'Personal and non-commercial use',
  attribution: 'Information courtesy of IMDb (https://www.imdb.com). Used with permission.',
};

/** A batch of rated titles of `title.ratings`, by the numbers in their ids. */
export interface RatingBatch {
  ratings: [id: number, rating: ImdbRating][];
  /** The number of lines after the header up to the end of this batch. */
  rowsRead: number;
  /** Bytes read of the file itself, before decompression. */
  bytesRead: number;
}

/** The number in `tt0111161`; 0 if the id is not a title's. */
export function parseTitleNumber(id: string): number {
  return /^tt\d{7,10}$/.test(id) ? Number(id.slice(2)) : 0;
}

function parseRating({ averageRating, numVotes }: ImdbRow<'ratings'>): ImdbRating | null {
  if (!/^\d{1,2}(?:\.\d{1,2})?$/.test(averageRating) || !/^\d{1,10}$/.test(numVotes)) return null;
  const value = Number(averageRating);
  return value >= 1 && value <= 10 ? { value, votes: Number(numVotes) } : null;
}

/** Reads the rated titles of `title.ratings`; rows that cannot be read are skipped. Rejects like `readImdbRows`. */
export async function* readRatingRows(file: InputFile): AsyncGenerator<RatingBatch> {
  for await (const { rows, rowsRead, bytesRead } of readImdbRows(file, 'ratings')) {
    const ratings: RatingBatch['ratings'] = [];
    for (const row of rows) {
      const id = parseTitleNumber(row.tconst);
      const rating = id === 0 ? null : parseRating(row);
      if (rating) ratings.push([id, rating]);
    }
    yield { ratings, rowsRead, bytesRead };
  }
}

/** IMDb's score of a title on its own scale, 1 to 10; `refs` give the address of its page. */
export function makeImdbScore(
  rating: ImdbRating,
  refs: readonly FilmRef[],
  about: Pick<SourceScore, 'licence' | 'asOf' | 'note'>,
): SourceScore {
  const source = { source: 'imdb', sourceName: 'IMDb', kind: 'audience', worst: 1, best: 10 } as const;
  return { ...source, value: rating.value, count: rating.votes, url: findPageAt('imdb', refs), ...about };
}
