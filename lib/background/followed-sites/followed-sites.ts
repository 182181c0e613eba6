import { isDue } from '../../dates/stored-time.ts';
import { LogError } from '../../watchlog/errors.ts';
import type { Film } from '../../films/types.ts';
import type { FollowAnswer, FollowedSiteOverview, UnmatchedPost } from '../../messaging/source-protocol.ts';
import { findFeedSource } from '../../reviews/sources/feed-registry.ts';
import { moveFeed, unfollowSite } from '../../watchlog/commands/commands.ts';
import type { FollowedSiteRow, WriteReceipt } from '../../watchlog/types.ts';
import { describeSite, listRows, listUnmatched } from './describe-site.ts';
import { fetchPast, fetchSite, type FetchOptions } from './fetch-site.ts';
import { discover, follow, type SitesOptions } from './follow-site.ts';
import { linkPost, rematchPosts, type PostMatcher } from './match-post.ts';
import { createInFlight } from '../http/in-flight.ts';
import type { SitePosts } from './site-posts.ts';

/** How many posts are matched at once. */
const maxRematched = 100;

/** The review sites that the user follows. */
export interface FollowedSites {
  list: () => Promise<FollowedSiteOverview[]>;
  follow: (url: string) => Promise<FollowAnswer>;
  unfollow: (id: string) => Promise<WriteReceipt>;
  /** Fetches new posts from one site now. Throws when it is not followed. */
  fetchNow: (id: string) => Promise<FollowedSiteOverview>;
  /**
   * Fetches some of the older posts of a site. Resolves with its state, and whether there are more. Throws when it is
   * not followed.
   */
  fetchPast: (id: string) => Promise<{ site: FollowedSiteOverview; hasMore: boolean }>;
  /** Fetches new posts from all sites that are due. Never rejects when a site fails. */
  fetchDue: () => Promise<void>;
  /** Matches the posts without a film again. Resolves with whether any changed. */
  rematch: () => Promise<boolean>;
  listUnmatched: () => Promise<UnmatchedPost[]>;
  /** Stores which film a post is about, by the user's choice; null: no film. Throws when there is no such post. */
  assign: (siteId: string, url: string, film: Film | null) => Promise<void>;
}

const loadMatcher = async ({ identify, now, loadWithText }: SitesOptions): Promise<PostMatcher> => ({
  identify,
  now,
  withText: await loadWithText(),
});

/** What fetching a site needs. */
function makeFetchOptions(
  { id }: FollowedSiteRow,
  {
    options,
    findRow,
    ...more
  }: {
    options: SitesOptions;
    judge: PostMatcher;
    signal: AbortSignal;
    findRow: (id: string) => Promise<FollowedSiteRow>;
  },
): FetchOptions {
  const { posts, queue, quota, now } = options;
  return {
    ...more,
    posts,
    queue,
    quota,
    now,
    isOn: async () => (await listRows(options)).some((row) => row.id === id && !row.paused),
    findFeed: ({ url }) => discover(url, queue),
    moveFeed: async (row, { kind, url }) => {
      await options.write(moveFeed({ id: row.id, feed: { kind, url } }));
      return findRow(row.id);
    },
  };
}

/** Matches a site's posts without a film again. Resolves with whether any changed. */
async function rematchSite(site: FollowedSiteRow, posts: SitePosts, judge: PostMatcher): Promise<boolean> {
  const rows = await posts.listWithoutFilm(site.id);
  let hasChanged = false;
  for (let at = 0; at < rows.length; at += maxRematched) {
    for (const row of await rematchPosts(rows.slice(at, at + maxRematched), site, judge)) {
      hasChanged = true;
      // The user may have chosen a film meanwhile.
      await posts.replace(row, (known, read) => (known?.state === 'unmatched' ? read : (known ?? read)));
    }
  }
  return hasChanged;
}

/** Matches the posts of all sites without a film again. Resolves with whether any changed. */
async function rematchSites(options: SitesOptions, makeJudge: () => Promise<PostMatcher>): Promise<boolean> {
  const { posts } = options;
  // Most often there is none, and then the log is not read.
  if ((await posts.listUnmatched(1)).length === 0) return false;
  const judge = await makeJudge();
  let hasChanged = false;
  for (const site of await listRows(options)) if (await rematchSite(site, posts, judge)) hasChanged = true;
  return hasChanged;
}

/** Whether it is time to fetch from a site, or its last fetch did not read everything. */
async function isSiteDue(
  { id, feed, paused }: FollowedSiteRow,
  { posts, now }: SitesOptions,
): Promise<boolean> {
  if (paused) return false;
  const { lastFetchedAt, hasMore } = await posts.loadSite(id);
  const { freshForMs } = findFeedSource(feed.kind).policy;
  return hasMore || isDue(lastFetchedAt, freshForMs, now()) || (await posts.listPending(id, 1)).length > 0;
}

/** Manages followed sites: their rows are in the log, their posts in the cache. */
export function createFollowedSites(options: SitesOptions): FollowedSites {
  const { posts } = options;
  const shared = createInFlight<void>();
  const sharedPast = createInFlight<boolean>();
  const forever = new AbortController().signal;
  const findRow = async (id: string): Promise<FollowedSiteRow> => {
    const row = (await listRows(options)).find((one) => one.id === id);
    if (!row) throw new LogError('not-found', 'there is no such site');
    return row;
  };
  const describe = (row: FollowedSiteRow): Promise<FollowedSiteOverview> => describeSite(row, options);
  const makeJudge = (): Promise<PostMatcher> => loadMatcher(options);

  async function fetchRow(row: FollowedSiteRow): Promise<void> {
    await shared.run(row.id, forever, async (signal) =>
      fetchSite(row, makeFetchOptions(row, { options, judge: await makeJudge(), signal, findRow })),
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
      await fetchRow(await findRow(id));
      // Its feed may have moved.
      return describe(await findRow(id));
    },
    async fetchPast(id) {
      const row = await findRow(id);
      const hasMore = await sharedPast.run(id, forever, async (signal) =>
        fetchPast(row, makeFetchOptions(row, { options, judge: await makeJudge(), signal, findRow })),
      );
      options.onAnswer();
      return { site: await describe(row), hasMore };
    },
    async rematch() {
      const hasChanged = await rematchSites(options, makeJudge);
      if (hasChanged) options.onAnswer();
      return hasChanged;
    },
    async fetchDue() {
      for (const row of await listRows(options)) if (await isSiteDue(row, options)) await fetchRow(row);
    },
    listUnmatched: async () => listUnmatched(await listRows(options), posts),
    async assign(siteId, url, film) {
      const row = await posts.find(siteId, url);
      if (!row) throw new LogError('not-found', 'there is no such post');
      const site = await findRow(row.siteId);
      await posts.assign(linkPost(row, film, site, await makeJudge()));
      options.onAnswer();
    },
  };
}
