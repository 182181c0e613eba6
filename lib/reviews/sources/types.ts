import type { SitePost } from '../site-reviews.ts';
import type { Film } from '../../films/types.ts';
import type { SourcePolicy } from '../policy.ts';
import type { SourceScore, StoredReview } from '../../films/review-types.ts';

/** The services that can be switched on. */
export const liveSourceIds = ['wikidata', 'omdb', 'tmdb'] as const;
export type LiveSourceId = (typeof liveSourceIds)[number];

/** Why a source could not answer. */
export type SourceErrorCode =
  | 'limit-reached'
  | 'no-key'
  | 'invalid-key'
  | 'no-permission'
  | 'offline'
  | 'failed'
  | 'malformed'
  | 'too-large'
  | 'redirected';

/** An answer of a server, read whole and within bounds. */
export interface SourceResponse {
  status: number;
  text: string;
  /** A header by its name in any case; null where there is none. */
  header: (name: string) => string | null;
}

/** Asks a server; throws `SourceError` where no answer came, a limit was met, or the answer is refused. */
export type SourceFetch = (
  url: string,
  options: { signal: AbortSignal; headers?: Record<string, string> },
) => Promise<SourceResponse>;

/** What a look-up is given; a source reads no clock and calls no other fetch. */
export interface SourceContext {
  fetch: SourceFetch;
  signal: AbortSignal;
  /** Milliseconds since 1970. */
  now: number;
  /** The user's key, or null. */
  key: string | null;
  /** BCP 47 tags that the user reads, the first one first. */
  languages: string[];
}

/** What a source knows of one film. */
export interface FoundFilm {
  film: Film;
  scores: SourceScore[];
  reviews: StoredReview[];
}

/** A service that is asked about films. Members stand in this order in every source. */
export interface ReviewSource {
  id: LiveSourceId;
  name: string;
  /** Match patterns of all addresses it is asked at. */
  origins: string[];
  needsKey: boolean;
  policy: SourcePolicy;
  /** For each film what the source has of it, in their order; null where it has nothing. Throws `SourceError`. */
  lookUp: (films: Film[], context: SourceContext) => Promise<(FoundFilm | null)[]>;
  /** Ends where the service takes the key; throws `SourceError`, `invalid-key` where it does not. Null: it asks none. */
  checkKey: ((context: SourceContext) => Promise<void>) | null;
}

/** How a followed site is read. */
export type FeedKind = 'wordpress' | 'rss' | 'atom';

/** Where reading of a site went on the last time. */
export interface FeedCursor {
  etag: string | null;
  lastModified: string | null;
  /** WordPress: posts changed after this, ISO date and time. */
  modifiedAfter: string | null;
}

/** New posts of a site, and where to go on. */
export interface FeedPage {
  posts: SitePost[];
  cursor: FeedCursor;
  /** Whether more is waiting behind the cursor. */
  hasMore: boolean;
}

/** A way to read review sites. Members stand in this order in every one. */
export interface FeedSource {
  id: 'wordpress' | 'feed';
  name: string;
  kinds: FeedKind[];
  policy: SourcePolicy;
  /** What is new at a site since the cursor; no posts where nothing is. Throws `SourceError`. */
  lookUp: (site: { url: string; cursor: FeedCursor | null }, context: SourceContext) => Promise<FeedPage>;
}
