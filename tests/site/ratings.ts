// A local server that speaks for IMDb's public files, with made-up ratings.
import { packRatings } from '../../lib/catalogue/imdb-ratings/testing/ratings-file.ts';
import { films, newestFilm } from './films.ts';
import type { Handler, SiteRequest, SiteResponse } from './page.ts';

export const ratingsHost = 'datasets.imdbws.com';

const etag = '"made-up-1"';

/** The rating of the title with the number in its id, in tenths. */
export const tenthsOf = (id: number): number => 10 + (id % 91);

/** A file of ratings of as many titles, one id of twenty. */
export const makeRatingsFile = (titles: number): Uint8Array<ArrayBuffer> =>
  packRatings(
    Array.from({ length: titles }, (_, at) => [at * 20 + 1, tenthsOf(at * 20 + 1), 5 + (at % 9000)]),
  );

/** Answers with the file, or that it has not changed. */
export function serveRatings(file: Uint8Array, { headers }: SiteRequest): SiteResponse {
  if (headers['if-none-match'] === etag) return { status: 304, body: '' };
  return {
    headers: {
      'content-type': 'binary/octet-stream',
      etag,
      'last-modified': 'Sun, 29 Nov 2026 12:05:32 GMT',
    },
    body: file,
  };
}

/** The made-up rating of a film of the sample site, in tenths: 5.5 to 9.2. */
export const sampleTenthsOf = (id: number): number => 55 + ((id * 7) % 38);

/** Speaks for IMDb with made-up ratings of the films of the sample site. */
export function makeSampleRatings(): Handler {
  const ids = [...films, newestFilm].map(({ imdb }) => imdb).sort((a, b) => a - b);
  const file = packRatings(ids.map((id) => [id, sampleTenthsOf(id), 1000 + (id % 90_000)]));
  return (request) => (request.url.pathname === '/title.ratings.tsv.gz' ? serveRatings(file, request) : null);
}
