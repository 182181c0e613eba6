import { findPageAt } from '../../films/id-pages.ts';
import type { SourceScore } from '../../films/review-types.ts';
import type { FilmRef } from '../../films/types.ts';
import { readImdbLines } from './imdb-table.ts';
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

/** The rating of a row's cells, if it has one. */
function parseRating(averageRating: string, numVotes: string): ImdbRating | null {
  if (!/^\d{1,2}(?:\.\d{1,2})?$/.test(averageRating) || !/^\d{1,10}$/.test(numVotes)) return null;
  const value = Number(averageRating);
  return value >= 1 && value <= 10 ? { value, votes: Number(numVotes) } : null;
}

type RatedTitle = RatingBatch['ratings'][number];

/** Reads a line without an object for its cells: the file has millions. `none`: its cells are no rating. */
function createRatingReader(names: readonly string[]): (line: string) => RatedTitle | 'none' | null {
  const [id, average, votes] = ['tconst', 'averageRating', 'numVotes'].map((name) => names.indexOf(name));
  return (line) => {
    const cells = line.split('\t');
    if (cells.length !== names.length) return null;
    const number = parseTitleNumber(cells[id ?? -1] ?? '');
    const rating = number === 0 ? null : parseRating(cells[average ?? -1] ?? '', cells[votes ?? -1] ?? '');
    return rating === null ? 'none' : [number, rating];
  };
}

/** Reads the rated titles of `title.ratings`; rows that cannot be read are skipped. Rejects like `readImdbRows`. */
export async function* readRatingRows(file: InputFile): AsyncGenerator<RatingBatch> {
  for await (const { rows, rowsRead, bytesRead } of readImdbLines(file, 'ratings', createRatingReader))
    yield { ratings: rows.filter((row) => row !== 'none'), rowsRead, bytesRead };
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
