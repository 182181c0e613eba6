import { feed } from './feed.ts';
import { omdb } from './omdb.ts';
import { tmdb } from './tmdb.ts';
import type { FeedKind, FeedSource, LiveSourceId, ReviewSource } from './types.ts';
import { wikidata } from './wikidata.ts';
import { wordpress } from './wordpress.ts';

/** The services that look up films, in alphabetical order. */
export const reviewSources: ReviewSource[] = [omdb, tmdb, wikidata];

/** The readers of review sites, in alphabetical order. */
export const feedSources: FeedSource[] = [feed, wordpress];

/** The service with an id. */
export function findReviewSource(id: LiveSourceId): ReviewSource {
  const source = reviewSources.find((one) => one.id === id);
  if (source === undefined) throw new Error(`unknown source: ${id}`);
  return source;
}

/** The reader of a kind of feed. */
export function findFeedSource(kind: FeedKind): FeedSource {
  const source = feedSources.find(({ kinds }) => kinds.includes(kind));
  if (source === undefined) throw new Error(`unknown kind of feed: ${kind}`);
  return source;
}
