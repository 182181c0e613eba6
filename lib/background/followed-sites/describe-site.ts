import type { FollowedSiteOverview, UnmatchedPost } from '../../messaging/source-protocol.ts';
import { formatOriginPattern } from '../../reviews/sources/addresses.ts';
import type { FeedCursor } from '../../reviews/sources/types.ts';
import { postsPerPage } from '../../reviews/sources/wordpress.ts';
import { listFollowedSites } from '../../watchlog/queries/review-queries.ts';
import type { FollowedSiteRow } from '../../watchlog/types.ts';
import type { UsageQuota } from '../http/usage-quota.ts';
import type { ReadLog } from '../messages/log-access.ts';
import { formatSiteSource, type SitePosts } from './site-posts.ts';

const maxUnmatched = 200;

/** What a site is described from. */
export interface SiteFacts {
  posts: SitePosts;
  quota: UsageQuota;
  readLog: ReadLog;
  now: () => number;
  hasPermission: (origins: string[]) => Promise<boolean>;
}

/** The rows of all followed sites; none where the log cannot be read. */
export async function listRows({ readLog }: Pick<SiteFacts, 'readLog'>): Promise<FollowedSiteRow[]> {
  return (await readLog(listFollowedSites)) ?? [];
}

/** What the pages show of a site. */
export async function describeSite(row: FollowedSiteRow, options: SiteFacts): Promise<FollowedSiteOverview> {
  const { posts, quota, now } = options;
  const origins = [formatOriginPattern(row.url)];
  const [site, counts, meter, hasPermission] = await Promise.all([
    posts.loadSite(row.id),
    posts.count(row.id),
    quota.load(formatSiteSource(row.url)),
    options.hasPermission(origins),
  ]);
  const { id, url, name, paused } = row;
  const restUntil = meter.restUntil > now() ? meter.restUntil : null;
  const { lastFetchedAt, fault, cursor } = site;
  const known = { id, url, name, feedKind: row.feed.kind, paused, origins, hasPermission };
  return {
    ...known,
    ...counts,
    past: describePast(cursor, counts.reviews + counts.unmatched),
    lastFetchedAt,
    error: fault,
    restUntil,
  };
}

/** How many of a site's posts were read; null if its feed has no more, or all were read. `kept`: how many are stored. */
function describePast(cursor: FeedCursor | null, kept: number): FollowedSiteOverview['past'] {
  const past = cursor?.past ?? null;
  if (past === null || past.isDone) return null;
  const { page, total, next } = past;
  // Pages of feeds have any number of posts.
  if (next !== undefined) return { read: kept, total: null };
  // The newest posts are read before the others.
  const read = Math.max(1, page) * postsPerPage;
  return { read: total === null ? read : Math.min(read, total), total };
}

/** The posts without a film, with the names of their sites. */
export async function listUnmatched(sites: FollowedSiteRow[], posts: SitePosts): Promise<UnmatchedPost[]> {
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  return (await posts.listUnmatched(maxUnmatched)).map((row) => ({
    siteId: row.siteId,
    siteName: names.get(row.siteId) ?? '',
    url: row.url,
    heading: row.post.heading,
    date: row.post.date,
    title: row.title,
    year: row.year,
    candidates: row.candidates,
  }));
}
