import { cleanText, truncateText } from '../../text/text.ts';
import { hourMs } from '../policy.ts';
import { parseHttpUrl } from './addresses.ts';
import { requireOk } from './answers.ts';
import { SourceError } from './errors.ts';
import { readMarkup, xmlOptions } from '../../text/markup.ts';
import { parsePostDate } from './posts/post-dates.ts';
import { findPostScore } from './posts/post-score.ts';
import { formatPlainText, listTextLines } from './posts/text-lines.ts';
import type { SitePost } from '../site-reviews.ts';
import type { FeedKind, FeedSource } from './types.ts';

// RSS 2.0 (rssboard.org/rss-specification) and Atom (RFC 4287).

const maxPosts = 100;
const readFields =
  /^(?:title|link|pubdate|dc:date|published|updated|description|summary|content|content:encoded|dc:creator|author|name|guid|id)$/;

/** The fields of an entry by name, the first of each. */
type Fields = Map<string, string>;

interface FeedText {
  kind: FeedKind | null;
  title: string | null;
  entries: Fields[];
}

function findKind(rootName: string): FeedKind | null {
  if (rootName === 'rss' || rootName === 'rdf:rdf') return 'rss';
  return rootName === 'feed' ? 'atom' : null;
}

/** Splits a feed into entries. The text of an element includes that of its child elements (Atom's XHTML). */
function readFeed(text: string): FeedText {
  const found: FeedText = { kind: null, title: null, entries: [] };
  let entry: Fields | null = null;
  let entryDepth = 0;
  let value = '';
  readMarkup(
    text,
    (stop) => ({
      onOpen: (name, { rel = 'alternate', href }, depth) => {
        if (depth === 0) found.kind ??= findKind(name);
        if (!entry && (name === 'item' || name === 'entry')) {
          entry = new Map();
          entryDepth = depth;
        }
        const isField = entry ? depth === entryDepth + 1 || name === 'name' : depth <= 2;
        value = isField ? '' : `${value} `;
        if (name === 'link' && href !== undefined && rel === 'alternate' && entry?.has('link') === false)
          entry.set('link', href);
      },
      onText: (part) => {
        value += part;
      },
      onClose: (name, depth, isImplied) => {
        if (!entry) {
          if (name === 'title' && depth <= 2) found.title ??= formatPlainText(value);
          return;
        }
        const isField = (depth === entryDepth + 1 || name === 'name') && readFields.test(name);
        if (isField && !entry.has(name) && cleanText(value) !== '') entry.set(name, value);
        if (depth !== entryDepth) return;
        // An entry without a closing tag is incomplete.
        if (!isImplied) found.entries.push(entry);
        entry = null;
        if (found.entries.length === maxPosts) stop();
      },
    }),
    xmlOptions,
  );
  return found;
}

function first(fields: Fields, ...names: string[]): string | null {
  const name = names.find((one) => fields.has(one));
  return name === undefined ? null : (fields.get(name) ?? null);
}

function makePost(fields: Fields, base: string): SitePost | null {
  const guid = first(fields, 'guid', 'id')?.trim() ?? '';
  const address = first(fields, 'link')?.trim() ?? (/^https?:/.test(guid) ? guid : '');
  const url = parseHttpUrl(address, base);
  const heading = truncateText(formatPlainText(first(fields, 'title') ?? ''), 300);
  if (url === null || address === '' || heading === '') return null;
  const content = first(fields, 'content:encoded', 'content');
  const lines = content === null ? [] : listTextLines(content);
  const summary = formatPlainText(first(fields, 'description', 'summary') ?? '');
  const excerpt = truncateText(summary || lines.join(' '), 400);
  const author = truncateText(formatPlainText(first(fields, 'dc:creator', 'name', 'author') ?? ''), 100);
  return {
    url,
    heading,
    author: author || null,
    date: parsePostDate(first(fields, 'pubdate', 'published', 'dc:date', 'updated') ?? ''),
    excerpt: excerpt || null,
    lines,
    score: findPostScore(heading, lines.length > 0 ? lines : [summary]),
  };
}

/**
 * Parses the posts of a feed, at most 100, its kind and its name. Skips posts without a heading or an address. Throws
 * `SourceError` `malformed` if the text is neither RSS nor Atom.
 */
export function parseFeed(
  text: string,
  base: string,
): { kind: FeedKind; name: string | null; posts: SitePost[] } {
  const { kind, title, entries } = readFeed(text);
  if (kind === null) throw new SourceError('malformed', 'the answer is not a feed');
  return { kind, name: title || null, posts: entries.flatMap((fields) => makePost(fields, base) ?? []) };
}

/** RSS and Atom: the newest posts of a site in one file. */
export const feed: FeedSource = {
  id: 'feed',
  name: 'RSS or Atom',
  kinds: ['rss', 'atom'],
  policy: {
    freshForMs: 6 * hourMs,
    missFreshForMs: 6 * hourMs,
    keepAtMostMs: null,
    attribution: null,
    licence: null,
    mayExport: false,
    dailyBudget: null,
    minGapMs: 1000,
    maxBatch: 1,
  },
  lookUp: async ({ url, cursor }, { fetch, signal }) => {
    const headers: Record<string, string> = {};
    if (cursor?.etag) headers['If-None-Match'] = cursor.etag;
    else if (cursor?.lastModified) headers['If-Modified-Since'] = cursor.lastModified;
    const response = await fetch(url, { signal, headers });
    const seen = { etag: null, lastModified: null, modifiedAfter: null };
    if (response.status === 304) return { posts: [], cursor: cursor ?? seen, hasMore: false };
    requireOk(response);
    const { posts } = parseFeed(response.text, url);
    const etag = response.header('etag');
    return {
      posts,
      cursor: { ...seen, etag, lastModified: response.header('last-modified') },
      hasMore: false,
    };
  },
};
