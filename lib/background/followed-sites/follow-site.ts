import type { MatchHints } from '../../films/types.ts';
import type { FollowAnswer } from '../../messaging/source-protocol.ts';
import { formatOriginPattern } from '../../reviews/sources/addresses.ts';
import { SourceError } from '../../reviews/sources/errors.ts';
import { feed } from '../../reviews/sources/feed.ts';
import { findFeed, type FoundFeed } from '../../reviews/sources/posts/find-feed.ts';
import { followSite, type Command } from '../../watchlog/commands/commands.ts';
import type { FollowedSiteRow, WriteReceipt } from '../../watchlog/types.ts';
import type { RequestQueue } from '../http/request-queue.ts';
import { describeSite, listRows, type SiteFacts } from './describe-site.ts';
import { formatSiteSource } from './site-posts.ts';

/** What following sites needs. */
export interface SitesOptions extends SiteFacts {
  queue: RequestQueue;
  identify: MatchHints;
  write: (command: Command) => Promise<WriteReceipt>;
  loadWithText: () => Promise<boolean>;
  /** Called when new posts may have come. */
  onAnswer: () => void;
}

/** Looks for the feed of a page's site. */
export function discover(url: string, queue: RequestQueue): Promise<FoundFeed | null> {
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

/** Follows the site of a page; `fetchRow` fetches its first posts. */
export async function follow(
  pageUrl: string,
  options: SitesOptions,
  fetchRow: (row: FollowedSiteRow) => Promise<void>,
): Promise<FollowAnswer> {
  const origins = [formatOriginPattern(pageUrl)];
  if (!(await options.hasPermission(origins))) return { state: 'no-permission', origins };
  try {
    const found = await discover(pageUrl, options.queue);
    if (found === null) return { state: 'no-feed' };
    const { home: url, name, kind } = found;
    const known = (await listRows(options)).find((row) => row.feed.url === found.url || row.url === url);
    if (known) return { state: 'already-followed', site: await describeSite(known, options) };
    const receipt = await options.write(followSite({ url, name, feed: { kind, url: found.url } }));
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
