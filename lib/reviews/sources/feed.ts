import { truncateText } from '../../text/text.ts';
import { hourMs } from '../../dates/stored-time.ts';
import { requireFeed } from './answers.ts';
import { SourceError } from './errors.ts';
import type { FeedDocument, FeedEntry } from './posts/feed-document.ts';
import { parseXmlFeed } from './posts/feed-xml.ts';
import { parseJsonFeed } from './posts/json-feed.ts';
import { beginPast, continuePast } from './posts/older-posts.ts';
import { parsePostDate } from './posts/post-dates.ts';
import { findPostScore } from './posts/post-score.ts';
import { formatPlainText, listTextLines } from './posts/text-lines.ts';
import type { SitePost } from '../site-reviews.ts';
import type { FeedKind, FeedSource } from './types.ts';

function makePost(entry: FeedEntry): SitePost | null {
  const { id, url, title, author, published, updated, summary, content } = entry;
  const heading = truncateText(formatPlainText(title ?? ''), 300);
  if (url === null || heading === '') return null;
  const lines = listTextLines(content ?? summary ?? '');
  const excerpt = truncateText(formatPlainText(summary ?? '') || lines.join(' '), 400);
  return {
    id: truncateText(id ?? url, 2000),
    url,
    heading,
    author: truncateText(formatPlainText(author ?? ''), 100) || null,
    date: parsePostDate(published ?? updated ?? ''),
    excerpt: excerpt || null,
    lines,
    score: findPostScore(heading, lines),
  };
}

/**
 * Parses a feed: RSS, Atom or JSON Feed. Throws `SourceError` `malformed` if the text is no feed.
 */
export function parseFeedDocument(text: string, address: string): FeedDocument {
  const document = /^\s*\{/.test(text.slice(0, 1000).replace(/^\ufeff/, ''))
    ? parseJsonFeed(text, address)
    : parseXmlFeed(text, address);
  if (document === null) throw new SourceError('malformed', 'the answer is not a feed');
  return document;
}

/**
 * Parses the posts of a feed, at most 100, its kind, its name, and the addresses of its site and of its older posts. Skips posts without a heading or an
 * address. Throws `SourceError` `malformed` if the text is no feed.
 */
export function parseFeed(
  text: string,
  address: string,
): { kind: FeedKind; name: string | null; home: string | null; older: string | null; posts: SitePost[] } {
  const { kind, title, home, older, entries } = parseFeedDocument(text, address);
  const name = truncateText(formatPlainText(title ?? ''), 100) || null;
  return { kind, name, home, older, posts: entries.flatMap((entry) => makePost(entry) ?? []) };
}

/**
 * How long a feed that says that it has not changed is believed. WordPress says so of one from which a post was taken: it goes by
 * the newest post (`get_lastpostmodified` in its wp-includes/class-wp.php).
 */
const readWholeAfterMs = 24 * hourMs;

/** RSS, Atom and JSON Feed: the newest posts of a site in one file, and older ones on the pages that it names. */
export const feed: FeedSource = {
  id: 'feed',
  name: 'RSS, Atom or JSON Feed',
  kinds: ['rss', 'atom', 'json'],
  policy: {
    freshForMs: 6 * hourMs,
    missFreshForMs: 6 * hourMs,
    keepAtMostMs: null,
    licence: null,
    mayExport: false,
    dailyBudget: null,
    minGapMs: 1000,
    maxBatch: 1,
    requestsPerFilm: 1,
  },
  lookUp: async ({ url, cursor }, { fetch, signal, now }) => {
    const headers: Record<string, string> = {};
    const isWhole = now - (cursor?.wholeAt ?? 0) >= readWholeAfterMs;
    if (cursor?.etag && !isWhole) headers['If-None-Match'] = cursor.etag;
    else if (cursor?.lastModified && !isWhole) headers['If-Modified-Since'] = cursor.lastModified;
    const response = await fetch(url, { signal, headers });
    const seen = { etag: null, lastModified: null, modifiedAfter: null, newest: null, past: null, run: null };
    if (response.status === 304) return { posts: [], gone: [], cursor: cursor ?? seen, hasMore: false };
    requireFeed(response);
    const { posts, older } = parseFeed(response.text, url);
    const etag = response.header('etag');
    return {
      posts,
      gone: [],
      cursor: {
        ...seen,
        etag,
        lastModified: response.header('last-modified'),
        wholeAt: now,
        past: beginPast(url, older, posts),
      },
      hasMore: false,
    };
  },
  past: async ({ url, cursor }, { fetch, signal }) => {
    const next = cursor.past?.next ?? null;
    if (next === null) return continuePast(cursor, { feed: url, posts: [], older: null });
    const response = await fetch(next, { signal });
    // WordPress says so after its last page.
    if (response.status === 404 || response.status === 410)
      return continuePast(cursor, { feed: url, posts: [], older: null });
    requireFeed(response);
    const { posts, older } = parseFeed(response.text, next);
    return continuePast(cursor, { feed: url, posts, older });
  },
  findGone: null,
};
