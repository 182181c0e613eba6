import type { SitePost } from '../site-reviews.ts';
import type { Film } from '../../films/types.ts';
import type { SourcePolicy } from '../policy.ts';
import type { SourceScore, StoredReview } from '../../films/review-types.ts';

/** The services that the user can switch on. */
export const liveSourceIds = ['wikidata', 'omdb', 'tmdb'] as const;
export type LiveSourceId = (typeof liveSourceIds)[number];

/** The reasons why a source could not answer. */
export type SourceErrorCode =
  | 'limit-reached'
  | 'no-key'
  | 'invalid-key'
  | 'no-permission'
  /** The browser reports that this device has no network. */
  | 'offline'
  /** There is a network, but the server gave no answer. */
  | 'unreachable'
  | 'failed'
  | 'malformed'
  | 'too-large'
  | 'redirected'
  /** The address of a site's posts answers that they are not there, or not for everybody. */
  | 'feed-missing';

/** An answer of a server, read completely and within the size limit. */
export interface SourceResponse {
  status: number;
  text: string;
  /** A header by its name in any case; null if it is missing. */
  header: (name: string) => string | null;
}

/**
 * Sends a request to a server; throws `SourceError` if there is no answer, a limit is reached, or the answer is
 * refused.
 */
export type SourceFetch = (
  url: string,
  options: { signal: AbortSignal; headers?: Record<string, string> },
) => Promise<SourceResponse>;

/** The inputs of a look-up. A source reads no clock and calls no other fetch. */
export interface SourceContext {
  fetch: SourceFetch;
  signal: AbortSignal;
  /** Milliseconds since 1970. */
  now: number;
  /** The user's key, or null. */
  key: string | null;
  /** BCP 47 tags of the user's languages, preferred first. */
  languages: string[];
}

/** A film found by a source, with its scores and reviews. */
export interface FoundFilm {
  film: Film;
  scores: SourceScore[];
  reviews: StoredReview[];
  /** The path of the film's poster at the source; null: it has none; absent: not known. */
  poster?: string | null;
}

/** A service that looks up films. Every source has its members in this order. */
export interface ReviewSource {
  id: LiveSourceId;
  name: string;
  /** Match patterns of all addresses to which it sends requests. */
  origins: string[];
  needsKey: boolean;
  policy: SourcePolicy;
  /**
   * Looks up films; returns one result for each, in the same order, null if the source has nothing. Throws
   * `SourceError`.
   */
  lookUp: (films: Film[], context: SourceContext) => Promise<(FoundFilm | null)[]>;
  /**
   * Resolves if the service accepts the key; throws `SourceError`, `invalid-key` if it does not. Null if the source
   * needs no key.
   */
  checkKey: ((context: SourceContext) => Promise<void>) | null;
}

/** The kinds of feeds of followed sites. */
export type FeedKind = 'wordpress' | 'rss' | 'atom' | 'json';

/** WordPress: a reading of what is new that takes several pages. */
export interface FeedRun {
  step: 'published' | 'modified' | 'changes';
  /** The page to read next, from 1. */
  page: number;
  /** The number of posts of this step when the last page was read, or null. */
  total: number | null;
  /** When the run began: the latest change, and the latest publication. UTC. */
  upTo: string;
  newest: string;
}

/** The position at which the next look-up of a site continues. */
export interface FeedCursor {
  etag: string | null;
  lastModified: string | null;
  /** When a feed was last read without asking whether it has changed, in milliseconds since 1970; absent: never. */
  wholeAt?: number;
  /** WordPress: every change up to this time was read; an ISO date and time in UTC. */
  modifiedAfter: string | null;
  /** WordPress: the latest publication read; an ISO date and time in UTC. */
  newest: string | null;
  /**
   * How far the older posts were read, in pages. WordPress: `total` is how many posts the site has in all. Feeds: `next`
   * is the address of the next page, `first` the id of the first post on the page before. Null: there are none.
   */
  past: {
    page: number;
    total: number | null;
    isDone: boolean;
    next?: string | null;
    first?: string | null;
  } | null;
  run: FeedRun | null;
}

/** New posts of a site, and the cursor for the next look-up. */
export interface FeedPage {
  posts: SitePost[];
  /** The ids of posts that are no longer public. */
  gone: string[];
  cursor: FeedCursor;
  /** Whether there are more posts after the cursor. */
  hasMore: boolean;
}

/** A reader of review sites. Every reader has its members in this order. */
export interface FeedSource {
  id: 'wordpress' | 'feed';
  name: string;
  kinds: FeedKind[];
  policy: SourcePolicy;
  /** Fetches the posts that are new since the cursor; `posts` is empty if there are none. Throws `SourceError`. */
  lookUp: (site: { url: string; cursor: FeedCursor | null }, context: SourceContext) => Promise<FeedPage>;
  /** Fetches the next page of older posts. */
  past: (site: { url: string; cursor: FeedCursor }, context: SourceContext) => Promise<FeedPage>;
  /**
   * The ids among `ids` of posts that are no longer public. Null if a feed of this kind does not say: then the pages of
   * recent posts that it leaves out are asked for.
   */
  findGone: ((site: { url: string }, ids: string[], context: SourceContext) => Promise<string[]>) | null;
}
