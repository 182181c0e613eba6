import { cleanText, truncateText } from '../../text/text.ts';
import { hourMs } from '../policy.ts';
import { parseHttpUrl } from './addresses.ts';
import { requireOk } from './answers.ts';
import { SourceError } from './errors.ts';
import { readMarkup } from './posts/markup.ts';
import { parsePostDate } from './posts/post-dates.ts';
import { findPostScore } from './posts/post-score.ts';
import { formatPlainText, listTextLines } from './posts/text-lines.ts';
import type { FeedKind, FeedSource, SitePost } from './types.ts';

// RSS 2.0 (rssboard.org/rss-specification) and Atom (RFC 4287).

const maxPosts = 100;
const maxDepth = 40;
const readFields =
  /^(?:title|link|pubdate|dc:date|published|updated|description|summary|content|content:encoded|dc:creator|author|name|guid|id)$/;

/** An entry's fields by name, the first of each. */
type Fields = Map<string, string>;

interface Reading {
  kind: FeedKind | null;
  title: string | null;
  base: string | null;
  entries: Fields[];
}

/** Takes a feed apart; what stands in an entry's own elements is its text, markup in it (Atom's xhtml) as text too. */
function readFeed(text: string): Reading {
  const reading: Reading = { kind: null, title: null, base: null, entries: [] };
  const path: string[] = [];
  let entry: Fields | null = null;
  let entryDepth = 0;
  let value = '';
  for (const token of readMarkup(text, false)) {
    if (token.kind === 'text') {
      value += token.text;
      continue;
    }
    const { name } = token;
    if (token.kind === 'open') {
      const root = path.length === 0;
      if (root && (name === 'rss' || name === 'rdf:rdf')) reading.kind = 'rss';
      if (root && name === 'feed') reading.kind = 'atom';
      if (!entry && (name === 'item' || name === 'entry') && reading.entries.length < maxPosts) {
        entry = new Map();
        entryDepth = path.length;
      }
      const isField = entry ? path.length === entryDepth + 1 : path.length <= 2;
      if (isField || (entry && name === 'name')) value = '';
      else value += ' ';
      const rel = token.attributes.get('rel') ?? 'alternate';
      const href = token.attributes.get('href');
      if (entry && name === 'link' && href !== undefined && rel === 'alternate' && !entry.has('link'))
        entry.set('link', href);
      if (!token.isEmpty && path.length < maxDepth) path.push(name);
      continue;
    }
    const at = path.lastIndexOf(name);
    if (at < 0) continue;
    path.length = at;
    if (entry && (at === entryDepth + 1 || name === 'name') && readFields.test(name) && !entry.has(name)) {
      if (cleanText(value) !== '') entry.set(name, value);
    }
    if (!entry && name === 'title' && at <= 2) reading.title ??= formatPlainText(value);
    if (entry && at === entryDepth) {
      reading.entries.push(entry);
      entry = null;
    }
  }
  return reading;
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
 * The posts of a feed, at most 100, with its kind and name; those without a heading or an address are left out. Throws
 * `SourceError` `malformed` where the text is neither RSS nor Atom.
 */
export function parseFeed(
  text: string,
  base: string,
): { kind: FeedKind; name: string | null; posts: SitePost[] } {
  const { kind, title, entries } = readFeed(text);
  if (kind === null) throw new SourceError('malformed', 'the answer is no feed');
  return { kind, name: title || null, posts: entries.flatMap((fields) => makePost(fields, base) ?? []) };
}

/** RSS and Atom: a site's newest posts in one file. */
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
