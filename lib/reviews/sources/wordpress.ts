import * as v from 'valibot';
import { truncateText } from '../../text/text.ts';
import { hourMs } from '../policy.ts';
import { parseHttpUrl } from './addresses.ts';
import { looseText, parseJsonText, parseShape, requireOk } from './answers.ts';
import { SourceError } from './errors.ts';
import { parsePostDate } from './posts/post-dates.ts';
import { findPostScore } from './posts/post-score.ts';
import { formatPlainText, listTextLines } from './posts/text-lines.ts';
import type { SitePost } from '../site-reviews.ts';
import type { FeedCursor, FeedPage, FeedSource } from './types.ts';

// developer.wordpress.org/rest-api/reference/posts: titles, excerpts and contents are HTML.

const perPage = 20;
const fields = 'id,date_gmt,modified_gmt,link,title,excerpt,content';

const rendered = v.fallback(v.object({ rendered: v.pipe(v.string(), v.maxLength(1_500_000)) }), {
  rendered: '',
});
const schema = v.object({
  link: v.string(),
  date_gmt: looseText,
  modified_gmt: looseText,
  title: rendered,
  excerpt: rendered,
  content: rendered,
});

/** Makes a post from a row of the endpoint; null if the row is not a post of this site. */
function makePost(value: unknown, base: string): (SitePost & { modified: string | null }) | null {
  const stated = v.safeParse(schema, value);
  if (!stated.success) return null;
  const { link, date_gmt, modified_gmt, title, excerpt, content } = stated.output;
  const url = parseHttpUrl(link, base);
  const heading = truncateText(formatPlainText(title.rendered), 300);
  // A post with an address on another host is not the site's.
  if (url === null || heading === '' || new URL(url).hostname !== new URL(base).hostname) return null;
  const lines = listTextLines(content.rendered);
  const date = parsePostDate(date_gmt ?? '');
  return {
    url,
    heading,
    author: null,
    date: date !== null && date.includes('T') && !date.endsWith('Z') ? `${date}Z` : date,
    excerpt: truncateText(formatPlainText(excerpt.rendered) || lines.join(' '), 400) || null,
    lines,
    score: findPostScore(heading, lines),
    modified: parsePostDate(modified_gmt ?? ''),
  };
}

/**
 * Parses the posts in an answer, and the time of the latest change. Throws `SourceError` `malformed` if it is not a
 * list.
 */
export function parsePosts(value: unknown, base: string): { posts: SitePost[]; lastModified: string | null } {
  const rows = parseShape(v.array(v.unknown()), value).slice(0, perPage);
  const found = rows.flatMap((row) => makePost(row, base) ?? []);
  const changes = found.flatMap(({ modified }) => modified ?? []).sort();
  return { posts: found.map(({ modified: _, ...post }) => post), lastModified: changes.at(-1) ?? null };
}

/** The address of a page of new posts. Works with both `/wp-json/` and `/?rest_route=/`. */
function formatAddress(root: string, cursor: FeedCursor | null): string {
  const url = new URL(root);
  const route = url.searchParams.get('rest_route');
  if (route === null) url.pathname = `${url.pathname.replace(/\/$/, '')}/wp/v2/posts`;
  else url.searchParams.set('rest_route', `${route.replace(/\/$/, '')}/wp/v2/posts`);
  url.searchParams.set('per_page', String(perPage));
  url.searchParams.set('_fields', fields);
  if (cursor?.modifiedAfter) {
    url.searchParams.set('modified_after', cursor.modifiedAfter);
    url.searchParams.set('orderby', 'modified');
    url.searchParams.set('order', 'asc');
  }
  return url.href;
}

function findNext(cursor: FeedCursor | null, lastModified: string | null, etag: string | null): FeedCursor {
  const modifiedAfter = lastModified ?? cursor?.modifiedAfter ?? null;
  // An ETag belongs to one address, and the address contains `modifiedAfter`.
  const isSame = modifiedAfter === (cursor?.modifiedAfter ?? null);
  return { etag: isSame ? etag : null, lastModified: null, modifiedAfter };
}

/** WordPress's REST endpoint: the posts changed since the last look-up, page by page. */
export const wordpress: FeedSource = {
  id: 'wordpress',
  name: 'WordPress',
  kinds: ['wordpress'],
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
  lookUp: async ({ url, cursor }, { fetch, signal }): Promise<FeedPage> => {
    const headers: Record<string, string> = cursor?.etag ? { 'If-None-Match': cursor.etag } : {};
    const response = await fetch(formatAddress(url, cursor), { signal, headers });
    if (response.status === 304 && cursor) return { posts: [], cursor, hasMore: false };
    if (response.status === 401 || response.status === 403)
      throw new SourceError('failed', 'the site does not allow access to its posts');
    requireOk(response);
    const { posts, lastModified } = parsePosts(parseJsonText(response.text), url);
    const pages = Number(response.header('x-wp-totalpages') ?? 1);
    const next = findNext(cursor, lastModified, response.header('etag'));
    const moved = next.modifiedAfter !== (cursor?.modifiedAfter ?? null);
    return { posts, cursor: next, hasMore: cursor !== null && moved && pages > 1 };
  },
};
