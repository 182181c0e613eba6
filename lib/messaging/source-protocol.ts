import type { Film } from '../films/types.ts';
import type { LiveSourceId, SourceErrorCode } from '../reviews/sources/types.ts';
import type { PageReview, SourceStatus } from '../films/review-types.ts';
import type { FilmInput, WriteReceipt } from '../watchlog/types.ts';

/** What the options page shows for a service. */
export interface SourceOverview {
  id: LiveSourceId;
  /** For people, such as "OMDb". */
  name: string;
  on: boolean;
  needsKey: boolean;
  /** Whether a key is stored. The key itself is never sent. */
  hasKey: boolean;
  /** Match patterns that the page asks `permissions.request` for before it switches the source on. */
  origins: string[];
  hasPermission: boolean;
  /** `not-asked` while it is off. */
  state: SourceStatus['state'];
  /** Milliseconds since 1970 when a limit or a pause ends, or null. */
  until: number | null;
  /** Requests sent since midnight, UTC. */
  usedToday: number;
  /** Requests left until midnight, UTC; null where the source has no daily budget. */
  leftToday: number | null;
  /** Milliseconds since 1970 of the last answer, or null. */
  lastAnswerAt: number | null;
}

/** Whether a service accepts a key. `failed`, `offline` and the like: it could not be checked. */
export type KeyCheck = { state: 'valid' } | { state: 'invalid' } | { state: SourceErrorCode };

/** A followed review site and its state. */
export interface FollowedSiteOverview {
  /** The row's id in the log. */
  id: string;
  url: string;
  name: string;
  feedKind: 'wordpress' | 'rss' | 'atom' | 'json';
  paused: boolean;
  origins: string[];
  hasPermission: boolean;
  /** Posts that are stored with their film. */
  reviews: number;
  /** Posts whose film is not known. */
  unmatched: number;
  /**
   * How many of the site's posts were read, of how many (null: not known). Null if all were read, or its feed has only
   * the newest.
   */
  past: { read: number; total: number | null } | null;
  /** Milliseconds since 1970, or null. */
  lastFetchedAt: number | null;
  error: SourceErrorCode | null;
  /** Milliseconds since 1970 before which it is not asked again, or null. */
  restUntil: number | null;
}

/** The result of following a site: `no-feed` if it has neither WordPress's REST endpoints nor a feed. */
export type FollowAnswer =
  | { state: 'followed'; site: FollowedSiteOverview; receipt: WriteReceipt }
  | { state: 'already-followed'; site: FollowedSiteOverview }
  | { state: 'no-permission'; origins: string[] }
  | { state: 'no-feed' }
  | { state: SourceErrorCode };

/** A post of a followed site that no film was found for. */
export interface UnmatchedPost {
  siteId: string;
  siteName: string;
  url: string;
  heading: string;
  /** ISO date or date and time, or null. */
  date: string | null;
  /** The film as the post names it; the candidates where several may be meant. */
  title: string;
  year: number | null;
  candidates: Film[];
}

/** The size of the cache. It has nothing of the user's own. */
export interface StorageUse {
  /** Answers of catalogues. */
  catalogueAnswers: number;
  /** Answers of live sources, by source. */
  sourceAnswers: { source: LiveSourceId; name: string; count: number }[];
  /** Posts of followed sites. */
  posts: number;
  /** Scores that visited pages stated. */
  siteScores: number;
  /** Covers of films. */
  covers: number;
  /** Bytes that the extension uses in all, as the browser estimates; null if the browser gives no estimate. */
  totalBytes: number | null;
}

/** Messages about the sources of reviews, each from a page of the extension to the background. */
export interface SourceProtocol {
  /** Keeps a page's review, as the popup has it of `readTab`; the text of the article only with `withText`. */
  keepReview(request: { film: FilmInput; review: PageReview; withText: boolean }): WriteReceipt;
  forgetReview(request: { url: string }): WriteReceipt;

  listSources(): SourceOverview[];
  /** Switches a source on or off. The page asks for the permission first. */
  switchSource(request: { source: LiveSourceId; on: boolean }): SourceOverview;
  /** Asks the service whether a key is good, without keeping it. */
  checkSourceKey(request: { source: LiveSourceId; key: string }): KeyCheck;
  /**
   * Keeps a key unless the service says it is invalid, and switches the source on if it is valid; null takes it away
   * (`valid` then means that it is gone).
   */
  setSourceKey(request: { source: LiveSourceId; key: string | null }): KeyCheck;

  listFollowedSites(): FollowedSiteOverview[];
  /** Follows the site of a page. The page of ours has asked for the permission for its origin before. */
  followSite(request: { url: string }): FollowAnswer;
  pauseSite(request: { id: string; paused: boolean }): WriteReceipt;
  unfollowSite(request: { id: string }): WriteReceipt;
  /** Fetches what is new on a site now; answers when that is done. */
  fetchSite(request: { id: string }): FollowedSiteOverview;
  /** Fetches some of a site's older posts; answers when that is done, with whether there are more. */
  fetchPast(request: { id: string }): { site: FollowedSiteOverview; hasMore: boolean };
  listUnmatched(): UnmatchedPost[];
  /** Says which film a post is about; null: none. */
  assignPost(request: { siteId: string; url: string; film: Film | null }): void;

  getStorageUse(): StorageUse;
  /** Empties the cache: answers of catalogues and sources, and posts of followed sites, which are fetched again. */
  clearCache(): StorageUse;
  /** Deletes all that is stored on this computer, the log too. */
  deleteEverything(): null;
  /** Deletes the scores that visited pages stated. */
  clearSiteScores(): StorageUse;
}
