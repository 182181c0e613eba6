import type { FeedKind } from '../types.ts';

/** An entry of a feed as the feed states it. Titles and texts are HTML, dates are unparsed. */
export interface FeedEntry {
  /** The feed's own id of the entry, or null. */
  id: string | null;
  title: string | null;
  /** The address of its page, resolved; null if it has none. */
  url: string | null;
  author: string | null;
  published: string | null;
  updated: string | null;
  summary: string | null;
  content: string | null;
  /** Whether it says that it answers another entry (RFC 4685), as a comment does. */
  isReply: boolean;
}

/** A feed of any kind. */
export interface FeedDocument {
  kind: FeedKind;
  /** HTML, or null. */
  title: string | null;
  /** The address of the site that the feed is of, resolved; null if it states none. */
  home: string | null;
  /** The address of the page with the entries before these, resolved; null if there is none. */
  older: string | null;
  entries: FeedEntry[];
}

/** The maximum number of entries that are read from a feed. */
export const maxEntries = 100;
