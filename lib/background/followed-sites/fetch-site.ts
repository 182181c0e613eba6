import { SourceError } from '../../reviews/sources/errors.ts';
import { formatOriginPattern } from '../../reviews/sources/addresses.ts';
import { parsePostPage } from '../../reviews/sources/posts/post-page.ts';
import { findFeedSource } from '../../reviews/sources/registry.ts';
import type { SourceContext } from '../../reviews/sources/types.ts';
import type { FollowedSiteRow } from '../../watchlog/types.ts';
import { formatSiteSource, matchPosts, type PostMatcher } from './match-post.ts';
import type { RequestQueue } from '../http/request-queue.ts';
import type { SitePosts } from './site-posts.ts';
import { countOutcome, type UsageQuota } from '../http/usage-quota.ts';

/** The maximum number of feed pages, and of post pages, in one fetch. If the worker ends, the next alarm continues. */
const maxFeedPages = 4;
const maxPostPages = 20;

interface FetchOptions {
  posts: SitePosts;
  queue: RequestQueue;
  quota: UsageQuota;
  now: () => number;
  judge: PostMatcher;
  signal: AbortSignal;
  /** Whether the site is still followed and not paused. */
  isOn: () => Promise<boolean>;
}

function makeContext(site: FollowedSiteRow, { queue, now, signal, isOn }: FetchOptions): SourceContext {
  const { minGapMs, dailyBudget } = findFeedSource(site.feed.kind).policy;
  const origins = [formatOriginPattern(site.url)];
  const fetch = queue.fetchFor({ id: formatSiteSource(site.url), origins, dailyBudget, minGapMs, isOn });
  return { fetch, signal, now: now(), key: null, languages: [] };
}

/** Reads the feed from the stored cursor. Each page is stored with its cursor before the next is requested. */
async function fetchFeed(site: FollowedSiteRow, options: FetchOptions): Promise<void> {
  const source = findFeedSource(site.feed.kind);
  for (let page = 0; page < maxFeedPages; page += 1) {
    const { cursor } = await options.posts.loadSite(site.id);
    const answer = await source.lookUp({ url: site.feed.url, cursor }, makeContext(site, options));
    const found = answer.posts.map((post) => ({
      post,
      parts: null,
      pagePending: post.score === null ? (1 as const) : (0 as const),
    }));
    const rows = await matchPosts(found, site, options.judge);
    // The site was unfollowed meanwhile: its posts are deleted, so none may be added.
    if (!(await options.isOn())) return;
    await options.posts.savePage(site.id, rows, answer.cursor);
    if (!answer.hasMore) return;
  }
}

/**
 * Reads the pages of posts without a score: their structured data may have one. A page that cannot be fetched is not
 * requested again.
 */
async function fetchPages(site: FollowedSiteRow, options: FetchOptions): Promise<void> {
  const pending = await options.posts.listPending(site.id, maxPostPages);
  const { fetch, signal } = makeContext(site, options);
  for (const row of pending) {
    const isOwn = new URL(row.url).host === new URL(site.url).host;
    const response = isOwn ? await attempt(() => fetch(row.url, { signal })) : null;
    const parts = response?.status === 200 ? parsePostPage(response.text, row.url) : null;
    const [judged] = parts
      ? await matchPosts([{ post: row.post, parts, pagePending: 0 }], site, options.judge)
      : [];
    await options.posts.replace({ ...(judged ?? row), pagePending: 0 });
  }
}

async function attempt<T>(step: () => Promise<T>): Promise<T | null> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof SourceError && ['redirected', 'too-large'].includes(error.code)) return null;
    throw error;
  }
}

/** Fetches new posts from a site. A failure is stored with the site; it rejects only when the cache cannot be used. */
export async function fetchSite(site: FollowedSiteRow, options: FetchOptions): Promise<void> {
  const { quota, now, posts } = options;
  try {
    await countOutcome({ quota, id: formatSiteSource(site.url), now }, async () => {
      await fetchFeed(site, options);
      await fetchPages(site, options);
    });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    await posts.saveFault(site.id, error.code);
  }
}
