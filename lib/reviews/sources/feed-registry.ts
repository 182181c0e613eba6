import { feed } from './feed.ts';
import type { FeedKind, FeedSource } from './types.ts';
import { wordpress } from './wordpress.ts';

/** The readers of review sites, in alphabetical order. Apart from the services, because their parsers are large. */
export const feedSources: FeedSource[] = [feed, wordpress];

/** The reader of a kind of feed. */
export function findFeedSource(kind: FeedKind): FeedSource {
  const source = feedSources.find(({ kinds }) => kinds.includes(kind));
  if (source === undefined) throw new Error(`unknown kind of feed: ${kind}`);
  return source;
}
