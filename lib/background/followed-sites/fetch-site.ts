import { SourceError } from '../../reviews/sources/errors.ts';
import { formatOriginPattern } from '../../reviews/sources/addresses.ts';
import { parsePostPage } from '../../reviews/sources/posts/post-page.ts';
import type { FoundFeed } from '../../reviews/sources/posts/find-feed.ts';
import { findFeedSource } from '../../reviews/sources/feed-registry.ts';
import type { SitePost } from '../../reviews/site-reviews.ts';
import type { FeedPage, SourceContext } from '../../reviews/sources/types.ts';
import type { FollowedSiteRow } from '../../watchlog/types.ts';
import { formatSiteSource, type PostsPage, type SitePosts } from './site-posts.ts';
import { matchPosts, renewPost, type PostMatcher } from './match-post.ts';
import type { RequestQueue } from '../http/request-queue.ts';
import { countOutcome, type UsageQuota } from '../http/usage-quota.ts';

/** The maximum number of feed pages, and of post pages, in one fetch. If the worker ends, the next alarm continues. */
const maxFeedPages = 20;
const maxPostPages = 20;
/** The number of pages of older posts in one step, after which the page of ours says whether to continue. */
const maxPastPages = 3;
/** How many posts are asked in one fetch whether they are still public. */
const maxChecked = 300;
/** How many pages of posts that a feed leaves out are asked for in one fetch. */
const maxLeftOut = 5;

export interface FetchOptions {
  posts: SitePosts;
  queue: RequestQueue;
  quota: UsageQuota;
  now: () => number;
  judge: PostMatcher;
  signal: AbortSignal;
  /** Whether the site is still followed and not paused. */
  isOn: () => Promise<boolean>;
  /** Looks for the site's feed again; null if there is none. */
  findFeed: (site: FollowedSiteRow) => Promise<FoundFeed | null>;
  /** Stores the feed that a site has now, and returns its row. */
  moveFeed: (site: FollowedSiteRow, feed: FoundFeed) => Promise<FollowedSiteRow>;
}

function makeContext(site: FollowedSiteRow, { queue, now, signal, isOn }: FetchOptions): SourceContext {
  const { minGapMs, dailyBudget } = findFeedSource(site.feed.kind).policy;
  const origins = [formatOriginPattern(site.url)];
  const fetch = queue.fetchFor({ id: formatSiteSource(site.url), origins, dailyBudget, minGapMs, isOn });
  return { fetch, signal, now: now(), key: null, languages: [] };
}

/** The rows of a page of posts, matched; null if the site was unfollowed meanwhile, so that nothing may be added. */
async function matchPage(
  page: FeedPage,
  site: FollowedSiteRow,
  { judge, isOn }: FetchOptions,
): Promise<PostsPage | null> {
  const found = page.posts.map((post) => ({
    post,
    parts: null,
    pagePending: post.score === null ? (1 as const) : (0 as const),
  }));
  const rows = await matchPosts(found, site, judge);
  const { gone, cursor, hasMore } = page;
  return (await isOn()) ? { rows, gone, cursor, hasMore } : null;
}

/**
 * Reads the feed from the stored cursor. Each page is stored with its cursor before the next is requested. Resolves with
 * the posts of the last page.
 */
async function fetchFeed(site: FollowedSiteRow, options: FetchOptions): Promise<SitePost[]> {
  const source = findFeedSource(site.feed.kind);
  let posts: SitePost[] = [];
  for (let page = 0; page < maxFeedPages; page += 1) {
    const { cursor } = await options.posts.loadSite(site.id);
    const answer = await source.lookUp({ url: site.feed.url, cursor }, makeContext(site, options));
    posts = answer.posts;
    const matched = await matchPage(answer, site, options);
    if (matched === null) return [];
    await options.posts.savePage(site.id, matched, (known, row) => renewPost(known, row, options.judge));
    if (!answer.hasMore) break;
  }
  return posts;
}

/**
 * Deletes posts that a feed leaves out, although it has older ones, if their pages are no longer there. A feed may also
 * leave out what it has moved to another section.
 */
async function removeLeftOut(
  site: FollowedSiteRow,
  listed: SitePost[],
  options: FetchOptions,
): Promise<void> {
  const { posts } = options;
  const gone: string[] = [];
  const { fetch, signal } = makeContext(site, options);
  for (const { id, url } of (await posts.listLeftOut(site.id, listed)).slice(0, maxLeftOut)) {
    const response = isOwnPage(url, site) ? await attempt(() => fetch(url, { signal })) : null;
    if (response?.status === 404 || response?.status === 410) gone.push(id);
  }
  if (gone.length > 0) await posts.removeGone(site.id, gone, null);
}

/**
 * Deletes posts that are no longer public. Asks for some of them in each fetch, and begins again after the last. `listed`:
 * the posts that the feed has now.
 */
async function removeGone(site: FollowedSiteRow, listed: SitePost[], options: FetchOptions): Promise<void> {
  const { findGone } = findFeedSource(site.feed.kind);
  if (findGone === null) return removeLeftOut(site, listed, options);
  const { checkedTo } = await options.posts.loadSite(site.id);
  const ids = await options.posts.listIds(site.id, checkedTo, maxChecked);
  const gone =
    ids.length === 0 ? [] : await findGone({ url: site.feed.url }, ids, makeContext(site, options));
  const last = ids.length < maxChecked ? null : (ids.at(-1) ?? null);
  await options.posts.removeGone(site.id, gone, last);
}

/**
 * Reads the pages of posts without a score: their structured data may have one. A page that cannot be fetched is not
 * requested again.
 */
async function fetchPages(site: FollowedSiteRow, options: FetchOptions): Promise<void> {
  const { posts, judge } = options;
  const pending = await posts.listPending(site.id, maxPostPages);
  const { fetch, signal } = makeContext(site, options);
  for (const row of pending) {
    const response = isOwnPage(row.url, site) ? await attempt(() => fetch(row.url, { signal })) : null;
    const parts = response?.status === 200 ? parsePostPage(response.text, row.url) : null;
    const [judged] = parts ? await matchPosts([{ post: row.post, parts, pagePending: 0 }], site, judge) : [];
    await posts.replace(judged ?? row, (known, read) =>
      known === null ? read : { ...renewPost(known, read, judge), pagePending: 0 },
    );
  }
}

const isOwnPage = (url: string, site: FollowedSiteRow): boolean =>
  new URL(url).host === new URL(site.url).host;

async function attempt<T>(step: () => Promise<T>): Promise<T | null> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof SourceError && ['redirected', 'too-large'].includes(error.code)) return null;
    throw error;
  }
}

/** Answers after which a feed is looked for again: it was closed, or its address changed. */
const isMoved = (error: unknown): error is SourceError =>
  error instanceof SourceError && ['feed-missing', 'malformed', 'redirected'].includes(error.code);

/** Runs a step with the site's feed; where the feed is no longer there, again with the one that the site has now. */
async function withFeed(
  site: FollowedSiteRow,
  options: FetchOptions,
  step: (site: FollowedSiteRow) => Promise<SitePost[]>,
): Promise<{ site: FollowedSiteRow; listed: SitePost[] }> {
  try {
    return { site, listed: await step(site) };
  } catch (error) {
    if (!isMoved(error)) throw error;
    const found = await options.findFeed(site);
    if (found === null || found.url === site.feed.url) throw error;
    const moved = await options.moveFeed(site, found);
    // Another kind of feed has another kind of cursor.
    if (found.kind !== site.feed.kind) await options.posts.resetCursor(site.id);
    return { site: moved, listed: await step(moved) };
  }
}

/** Runs a fetch. A failure is stored with the site; it rejects only when the cache cannot be used. */
async function run(site: FollowedSiteRow, options: FetchOptions, task: () => Promise<void>): Promise<void> {
  const { quota, now, posts } = options;
  try {
    await countOutcome({ quota, id: formatSiteSource(site.url), now }, task);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    await posts.saveFault(site.id, error.code);
  }
}

/** Fetches what is new on a site, and takes away what is no longer public. Rejects only when the cache cannot be used. */
export function fetchSite(site: FollowedSiteRow, options: FetchOptions): Promise<void> {
  return run(site, options, async () => {
    const current = await withFeed(site, options, (row) => fetchFeed(row, options));
    await removeGone(current.site, current.listed, options);
    await fetchPages(current.site, options);
  });
}

/**
 * Fetches the next pages of a site's older posts. Resolves with whether there are more; rejects only when the cache
 * cannot be used.
 */
export async function fetchPast(site: FollowedSiteRow, options: FetchOptions): Promise<boolean> {
  let hasMore = false;
  await run(site, options, async () => {
    const { past } = findFeedSource(site.feed.kind);
    for (let page = 0; page < maxPastPages; page += 1) {
      const { cursor } = await options.posts.loadSite(site.id);
      if (cursor === null || cursor.past?.isDone) break;
      const answer = await past({ url: site.feed.url, cursor }, makeContext(site, options));
      const matched = await matchPage(answer, site, options);
      if (matched === null) return;
      await options.posts.savePast(site.id, matched, (known, row) => renewPost(known, row, options.judge));
      hasMore = answer.hasMore;
      if (!hasMore) break;
    }
    await fetchPages(site, options);
    hasMore ||= (await options.posts.listPending(site.id, 1)).length > 0;
  });
  return hasMore;
}
