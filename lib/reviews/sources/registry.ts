import { omdb } from './omdb.ts';
import { tmdb } from './tmdb.ts';
import type { LiveSourceId, ReviewSource } from './types.ts';
import { wikidata } from './wikidata.ts';

/** The services that look up films, in alphabetical order. */
export const reviewSources: ReviewSource[] = [omdb, tmdb, wikidata];

/** The service with an id. */
export function findReviewSource(id: LiveSourceId): ReviewSource {
  const source = reviewSources.find((one) => one.id === id);
  if (source === undefined) throw new Error(`unknown source: ${id}`);
  return source;
}
