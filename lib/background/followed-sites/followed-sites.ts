import type { Film, MatchHints } from '../../films/types.ts';
import type { FollowAnswer, FollowedSiteOverview, UnmatchedPost } from '../../messaging/source-protocol.ts';
import { formatOriginPattern } from '../../reviews/sources/addresses.ts';
import { SourceError } from '../../reviews/sources/errors.ts';
import { feed } from '../../reviews/sources/feed.ts';
import { findFeed, type FoundFeed } from '../../reviews/sources/posts/find-feed.ts';
import { findFeedSource } from '../../reviews/sources/registry.ts';
import { followSite, unfollowSite, type Command } from '../../watchlog/commands/commands.ts';
import { listFollowedSites } from '../../watchlog/queries/review-queries.ts';
import type { FollowedSiteRow, WriteReceipt } from '../../watchlog/types.ts';
import { fetchSite } from './fetch-site.ts';
import type { ReadLog } from '../messages/log-access.ts';
import { formatSiteSource, linkPost, type PostMatcher } from './match-post.ts';
import { createInFlight } from '../http/in-flight.ts';
import type { RequestQueue } from '../http/request-queue.ts';
import type { SitePosts } from './site-posts.ts';
import type { UsageQuota } from '../http/usage-quota.ts';

const maxUnmatched = 200;

interface SitesOptions {
  posts: SitePosts;
  queue: RequestQueue;
  quota: UsageQuota;
  identify: MatchHints;
  readLog: ReadLog;
  write: (command: Command) => Promise<WriteReceipt>;
  now: () => number;
  hasPermission: (origins: string[]) => Promise<boolean>;
  loadWithText: () => Promise<boolean>;
  /** Called when new posts may have come. */
  onAnswer: () => void;
}

/** The review sites that the user follows. */
export interface FollowedSites {
  list: () => Promise<FollowedSiteOverview[]>;
  follow: (url: string) => Promise<FollowAnswer>;
  unfollow: (id: string) => Promise<WriteReceipt>;
  /** Fetches new posts from one site now. Throws when it is not followed. */
  fetchNow: (id: string) => Promise<FollowedSiteOverview>;
  /** Fetches new posts from all sites that are due. Never rejects when a site fails. */
  fetchDue: () => Promise<void>;
  listUnmatched: () => Promise<UnmatchedPost[]>;
  /** Stores which film a post is about, by the user's choice; null: no film. Throws when there is no such post. */
  assign: (url: string, film: Film | null) => Promise<void>;
}

/** The rows of all followed sites; none where the log cannot be read. */
async function listRows({ readLog }: SitesOptions): Promise<FollowedSiteRow[]> {
  return (await readLog(listFollowedSites)) ?? [];
}

async function describeSite(row: FollowedSiteRow, options: SitesOptions): Promise<FollowedSiteOverview> {
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
  const { lastFetchedAt, fault } = site;
  const known = { id, url, name, feedKind: row.feed.kind, paused, origins, hasPermission };
  return { ...known, ...counts, lastFetchedAt, error: fault, restUntil };
}

/** Looks for the feed of a page's site. */
function discover(url: string, queue: RequestQueue): Promise<FoundFeed | null> {
  const origins = [formatOriginPattern(url)];
  // To follow a site is to switch it on, so its feed may be looked for.
  const isOn = (): Promise<boolean> => Promise.resolve(true);
  const { dailyBudget, minGapMs } = feed.policy;
  const requester = {
    id: formatSiteSource(url),
    origins,
    dailyBudget,
    minGapMs: Math.min(minGapMs, 250),
    isOn,
  };
  return findFeed(url, { fetch: queue.fetchFor(requester), signal: new AbortController().signal });
}

async function listUnmatched(sites: FollowedSiteRow[], posts: SitePosts): Promise<UnmatchedPost[]> {
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

/** Follows the site of a page; `fetchRow` fetches its first posts. */
async function follow(
  pageUrl: string,
  options: SitesOptions,
  fetchRow: (row: FollowedSiteRow) => Promise<void>,
): Promise<FollowAnswer> {
  const url = `${new URL(pageUrl).origin}/`;
  const known = (await listRows(options)).find((row) => row.url === url);
  if (known) return { state: 'already-followed', site: await describeSite(known, options) };
  const origins = [formatOriginPattern(url)];
  if (!(await options.hasPermission(origins))) return { state: 'no-permission', origins };
  try {
    const found = await discover(pageUrl, options.queue);
    if (found === null) return { state: 'no-feed' };
    const receipt = await options.write(
      followSite({ url, name: found.name, feed: { kind: found.kind, url: found.url } }),
    );
    const row = (await listRows(options)).find((one) => one.url === url);
    if (!row) return { state: 'failed' };
    // The first posts come while the page already shows that the site is followed.
    void fetchRow(row).catch(() => options.posts.saveFault(row.id, 'failed'));
    return { state: 'followed', site: await describeSite(row, options), receipt };
  } catch (error) {
    if (error instanceof SourceError) return { state: error.code };
    throw error;
  }
}

/** Manages followed sites: their rows are in the log, their posts in the cache. */
export function createFollowedSites(options: SitesOptions): FollowedSites {
  const { posts, quota, queue, now } = options;
  const shared = createInFlight<void>();
  const forever = new AbortController().signal;
  const findRow = async (id: string): Promise<FollowedSiteRow> => {
    const row = (await listRows(options)).find((one) => one.id === id);
    if (!row) throw new Error('There is no such site.');
    return row;
  };
  const describe = (row: FollowedSiteRow): Promise<FollowedSiteOverview> => describeSite(row, options);
  const makeJudge = async (): Promise<PostMatcher> => ({
    identify: options.identify,
    now,
    withText: await options.loadWithText(),
  });

  async function fetchRow(row: FollowedSiteRow): Promise<void> {
    const judge = await makeJudge();
    const isOn = async (): Promise<boolean> =>
      (await listRows(options)).some(({ id, paused }) => id === row.id && !paused);
    await shared.run(row.id, forever, (signal) =>
      fetchSite(row, { posts, queue, quota, now, judge, signal, isOn }),
    );
    options.onAnswer();
  }

  return {
    list: async () => Promise.all((await listRows(options)).map(describe)),
    follow: (url) => follow(url, options, fetchRow),
    async unfollow(id) {
      const receipt = await options.write(unfollowSite({ id }));
      await posts.dropSite(id);
      return receipt;
    },
    async fetchNow(id) {
      const row = await findRow(id);
      await fetchRow(row);
      return describe(row);
    },
    async fetchDue() {
      for (const row of await listRows(options)) {
        if (row.paused) continue;
        const { lastFetchedAt } = await posts.loadSite(row.id);
        const ageMs = now() - (lastFetchedAt ?? 0);
        const isDue = ageMs >= findFeedSource(row.feed.kind).policy.freshForMs;
        if (isDue || (await posts.listPending(row.id, 1)).length > 0) await fetchRow(row);
      }
    },
    listUnmatched: async () => listUnmatched(await listRows(options), posts),
    async assign(url, film) {
      const row = await posts.find(url);
      if (!row) throw new Error('There is no such post.');
      const site = await findRow(row.siteId);
      await posts.assign(linkPost(row, film, site, await makeJudge()));
      options.onAnswer();
    },
  };
}
