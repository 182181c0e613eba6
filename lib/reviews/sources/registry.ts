import { feed } from './feed.ts';
import { omdb } from './omdb.ts';
import { tmdb } from './tmdb.ts';
import type { FeedKind, FeedSource, LiveSourceId, ReviewSource } from './types.ts';
import { wikidata } from './wikidata.ts';
import { wordpress } from './wordpress.ts';

/** The services that can be asked about films, in alphabetical order. */
export const reviewSources: ReviewSource[] = [omdb, tmdb, wikidata];

/** The ways to read review sites, in alphabetical order. */
export const feedSources: FeedSource[] = [feed, wordpress];

/** The service of an id. */
export function findReviewSource(id: LiveSourceId): ReviewSource {
  const source = reviewSources.find((one) => one.id === id);
  if (source === undefined) throw new Error(`no source ${id}`);
  return source;
}

/** The way to read a kind of feed. */
export function findFeedSource(kind: FeedKind): FeedSource {
  const source = feedSources.find(({ kinds }) => kinds.includes(kind));
  if (source === undefined) throw new Error(`no way to read ${kind}`);
  return source;
}
