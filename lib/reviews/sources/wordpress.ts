import * as v from 'valibot';
import { lazySchema } from '../../text/schemas.ts';
import { truncateText } from '../../text/text.ts';
import { hourMs } from '../../dates/stored-time.ts';
import { parseHttpUrl } from './addresses.ts';
import { looseText, parseJsonText, parseShape, requireFeed } from './answers.ts';
import { formatLocalTime, parsePostDate } from './posts/post-dates.ts';
import { findPostScore } from './posts/post-score.ts';
import { formatPlainText, listTextLines } from './posts/text-lines.ts';
import type { SitePost } from '../site-reviews.ts';
import type { FeedCursor, FeedPage, FeedRun, FeedSource, SourceContext } from './types.ts';

// developer.wordpress.org/rest-api/reference/posts: titles, excerpts and contents are HTML.

/** The number of posts in one answer. */
export const postsPerPage = 20;
/** The endpoint's own limit. */
const maxIds = 100;
const fields = 'id,date,date_gmt,modified_gmt,link,title,excerpt,content,_links,_embedded';

/**
 * How much earlier than the last change read the next request begins. WordPress compares with the site's local time, in
 * which an hour comes twice when summer time ends, and all times move when the site's time zone is changed: from UTC-12
 * to UTC+14 at most.
 */
const overlapMs = 26 * hourMs;

/** The first time of all, for a blog without posts. */
const epoch = '1970-01-01T00:00:00Z';

const rendered = v.fallback(
  v.object({
    rendered: v.pipe(v.string(), v.maxLength(1_500_000)),
    protected: v.fallback(v.boolean(), false),
  }),
  { rendered: '', protected: false },
);
const schema = lazySchema(() =>
  v.object({
    id: v.fallback(v.nullable(v.pipe(v.number(), v.integer())), null),
    link: v.string(),
    date: looseText,
    date_gmt: looseText,
    modified_gmt: looseText,
    title: rendered,
    excerpt: rendered,
    content: rendered,
    _embedded: v.fallback(v.object({ author: v.array(v.object({ name: v.string() })) }), { author: [] }),
  }),
);

/** A post with what the next requests depend on. Times are UTC. */
interface ReadPost {
  post: SitePost;
  isProtected: boolean;
  published: string | null;
  modified: string | null;
}

const parseUtc = (text: string | null): string | null => {
  const date = parsePostDate(text ?? '');
  return date !== null && /T[\d:.]+$/.test(date) ? `${date}Z` : date;
};

/** Makes a post from a row of the endpoint; null if the row is not a post of this site. */
function makePost(value: unknown, base: string): ReadPost | null {
  const stated = v.safeParse(schema, value);
  if (!stated.success) return null;
  const { id, link, date, date_gmt, modified_gmt, title, excerpt, content, _embedded } = stated.output;
  const url = parseHttpUrl(link, base);
  const heading = truncateText(formatPlainText(title.rendered), 300);
  // A post with an address on another host is not the site's.
  if (url === null || heading === '' || new URL(url).hostname !== new URL(base).hostname) return null;
  const lines = listTextLines(content.rendered);
  const published = parseUtc(date_gmt);
  const post: SitePost = {
    id: id === null ? url : String(id),
    url,
    heading,
    author: truncateText(formatPlainText(_embedded.author[0]?.name ?? ''), 100) || null,
    // The day on which it was published is that of the site's time zone.
    date: formatLocalTime(date, published),
    excerpt: truncateText(formatPlainText(excerpt.rendered) || lines.join(' '), 400) || null,
    lines,
    score: findPostScore(heading, lines),
  };
  const isProtected = content.protected || excerpt.protected;
  return { post, isProtected, published, modified: parseUtc(modified_gmt) };
}

/** Parses the posts in an answer. Throws `SourceError` `malformed` if it is not a list. */
export function parsePosts(value: unknown, base: string): ReadPost[] {
  const rows = parseShape(v.array(v.unknown()), value).slice(0, postsPerPage);
  return rows.flatMap((row) => makePost(row, base) ?? []);
}

/** The address of the posts' endpoint. Works with both `/wp-json/` and `/?rest_route=/`. */
export function formatPostsAddress(root: string, parameters: Record<string, string>): string {
  const url = new URL(root);
  const route = url.searchParams.get('rest_route');
  if (route === null) url.pathname = `${url.pathname.replace(/\/$/, '')}/wp/v2/posts`;
  else url.searchParams.set('rest_route', `${route.replace(/\/$/, '')}/wp/v2/posts`);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

interface PostsAnswer {
  posts: ReadPost[];
  /** Whether more pages may follow. */
  isFull: boolean;
  /** Whether there is no such page any more. */
  isPastEnd: boolean;
  /** The number of posts that the parameters select; null if the server does not say. */
  total: number | null;
}

type Context = Pick<SourceContext, 'fetch' | 'signal'>;

async function requestRows(root: string, { fetch, signal }: Context, parameters: Record<string, string>) {
  const response = await fetch(formatPostsAddress(root, parameters), { signal });
  // A page after the last one, where posts were deleted since.
  const isPastEnd = response.status === 400 && /rest_post_invalid_page_number/.test(response.text);
  if (!isPastEnd) requireFeed(response);
  const rows = isPastEnd ? [] : parseShape(v.array(v.unknown()), parseJsonText(response.text));
  const total = Number(response.header('x-wp-total') ?? NaN);
  return { rows, isPastEnd, total: Number.isInteger(total) && total >= 0 ? total : null };
}

async function requestPosts(
  root: string,
  context: Context,
  parameters: Record<string, string>,
): Promise<PostsAnswer> {
  const { rows, isPastEnd, total } = await requestRows(root, context, {
    per_page: String(postsPerPage),
    _embed: 'author',
    _fields: fields,
    ...parameters,
  });
  return { posts: parsePosts(rows, root), isFull: rows.length >= postsPerPage, isPastEnd, total };
}

const latest = (times: (string | null)[]): string | null =>
  times
    .filter((time) => time !== null)
    .sort()
    .at(-1) ?? null;

const before = (time: string, ms: number): string =>
  `${new Date(Math.max(0, Date.parse(time) - ms)).toISOString().slice(0, 19)}Z`;

/**
 * How many pages are read after the answer for a page, and whether these are all. Where posts were deleted meanwhile,
 * later ones moved to pages that were read already.
 */
function advance(
  page: number,
  { isFull, isPastEnd, total }: PostsAnswer,
  formerTotal: number | null,
): { read: number; isDone: boolean } {
  // So many were deleted that there is no such page: the one before says how many are left.
  if (isPastEnd && formerTotal !== null) return { read: Math.max(0, page - 2), isDone: false };
  if (total === null) return { read: page, isDone: !isFull };
  const deleted = Math.max(0, (formerTotal ?? total) - total);
  const read = page - Math.min(page, Math.ceil(deleted / postsPerPage));
  return { read, isDone: read * postsPerPage >= total };
}

const formatPage = (found: ReadPost[], cursor: FeedCursor, hasMore: boolean): FeedPage => ({
  posts: found.filter(({ isProtected }) => !isProtected).map(({ post }) => post),
  gone: found.filter(({ isProtected }) => isProtected).map(({ post }) => post.id),
  cursor,
  hasMore,
});

/** Reads the newest posts, and begins to read what was published and changed since the last look-up. */
async function begin(root: string, cursor: FeedCursor | null, context: Context): Promise<FeedPage> {
  // Asked first: what changes while the rest is read is later than this.
  const changed = await requestRows(root, context, {
    per_page: '1',
    orderby: 'modified',
    order: 'desc',
    _fields: 'modified_gmt',
  });
  const first = v.safeParse(v.object({ modified_gmt: looseText }), changed.rows[0]);
  const upTo = (first.success && parseUtc(first.output.modified_gmt)) || cursor?.modifiedAfter || epoch;
  const answer = await requestPosts(root, context, { orderby: 'date', order: 'desc' });
  const { posts, isFull, total } = answer;
  const newest = latest(posts.map(({ published }) => published)) ?? epoch;
  if (!cursor?.modifiedAfter) {
    const past = { page: 0, total, isDone: advance(1, answer, null).isDone };
    const next = { etag: null, lastModified: null, modifiedAfter: upTo, newest, past, run: null };
    return formatPage(posts, next, false);
  }
  const since = cursor.newest ?? epoch;
  const isAllNew = isFull && posts.every(({ published }) => published !== null && published > since);
  const run: FeedRun = { step: isAllNew ? 'published' : 'modified', page: 1, total: null, upTo, newest };
  return formatPage(posts, { ...cursor, run }, true);
}

/** What a step of a run asks for. Posts are in the order of their ids, as no other order is the same in each answer. */
function formatStep({ step }: FeedRun, cursor: FeedCursor): Record<string, string> {
  if (step === 'published')
    // A scheduled post keeps the time of its last change when it is published.
    return { after: before(cursor.newest ?? epoch, overlapMs), orderby: 'id', order: 'asc' };
  // Before WordPress 5.7 there is no `modified_after`.
  if (step === 'changes') return { orderby: 'modified', order: 'desc' };
  return { modified_after: before(cursor.modifiedAfter ?? epoch, overlapMs), orderby: 'id', order: 'asc' };
}

/** Continues a run with its next page. */
async function continueRun(
  root: string,
  cursor: FeedCursor,
  run: FeedRun,
  context: Context,
): Promise<FeedPage> {
  const answer = await requestPosts(root, context, { ...formatStep(run, cursor), page: String(run.page) });
  const { posts } = answer;
  const total = answer.total ?? run.total;
  // Twice the overlap: the filter compares with the site's local time.
  const tooOld = before(cursor.modifiedAfter ?? epoch, 2 * overlapMs);
  const isOld = ({ modified }: ReadPost): boolean => modified !== null && modified < tooOld;
  const go = (next: Partial<FeedRun>): FeedPage =>
    formatPage(posts, { ...cursor, run: { ...run, total, ...next } }, true);
  if (run.step === 'modified' && posts.some(isOld)) return go({ step: 'changes', page: 1, total: null });
  const { read, isDone } = advance(run.page, answer, run.total);
  const isOver = isDone || (run.step === 'changes' && !answer.isPastEnd && posts.every(isOld));
  if (!isOver) return go({ page: read + 1 });
  if (run.step === 'published') return go({ step: 'modified', page: 1, total: null });
  return formatPage(posts, { ...cursor, modifiedAfter: run.upTo, newest: run.newest, run: null }, false);
}

/** WordPress's REST endpoint: the newest posts and what changed since the last look-up, page by page. */
export const wordpress: FeedSource = {
  id: 'wordpress',
  name: 'WordPress',
  kinds: ['wordpress'],
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
  lookUp: ({ url, cursor }, context) =>
    cursor?.run ? continueRun(url, cursor, cursor.run, context) : begin(url, cursor, context),
  past: async ({ url, cursor }, context) => {
    const past = cursor.past ?? { page: 0, total: null, isDone: false };
    const page = past.page + 1;
    const answer = await requestPosts(url, context, { orderby: 'id', order: 'desc', page: String(page) });
    const { read, isDone } = advance(page, answer, past.total);
    const total = answer.total ?? past.total;
    return formatPage(answer.posts, { ...cursor, past: { page: read, total, isDone } }, !isDone);
  },
  findGone: async ({ url }, ids, context) => {
    const gone: string[] = [];
    for (let at = 0; at < ids.length; at += maxIds) {
      const asked = ids.slice(at, at + maxIds).filter((id) => /^\d+$/.test(id));
      if (asked.length === 0) continue;
      const { rows } = await requestRows(url, context, {
        include: asked.join(','),
        per_page: String(maxIds),
        _fields: 'id',
      });
      const found = new Set(
        rows.flatMap((row) => {
          const parsed = v.safeParse(v.object({ id: v.number() }), row);
          return parsed.success ? [String(parsed.output.id)] : [];
        }),
      );
      gone.push(...asked.filter((id) => !found.has(id)));
    }
    return gone;
  },
};
