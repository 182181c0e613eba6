import { countedFetch } from '../http/counted-fetch.ts';
import { once } from '../../async/once.ts';
import { ensureAlarm } from '../messages/ensure-alarm.ts';
import { readItem } from '../../settings/read-item.ts';
import { browser } from 'wxt/browser';
import { reviewSources } from '../../reviews/sources/registry.ts';
import { makeKeptReview } from '../../reviews/kept-review.ts';
import {
  closeStorageToPages,
  keepReviewText,
  sourceKeys,
  sourcesOn,
  watchSources,
} from '../../settings/source-settings.ts';
import { forgetReview, keepReview, pauseSite, type Command } from '../../watchlog/commands/commands.ts';
import type { WriteReceipt } from '../../watchlog/types.ts';
import { formatLocalDay } from '../../dates/partial-date.ts';
import { loadSettings } from '../../settings/settings.ts';
import { createCache } from '../cache/cache-database.ts';
import { createStatedScores } from '../stated-scores/stated-scores.ts';
import type { FollowedSites } from '../followed-sites/followed-sites.ts';
import { sleepByClock } from '../http/rate-limit.ts';
import type { MatchHints } from '../../films/types.ts';
import { createDebouncedBroadcast } from '../messages/debounced-broadcast.ts';
import { registerToPages } from '../messages/register.ts';
import { createLiveSources } from './live-sources.ts';
import { readLog } from '../messages/log-access.ts';
import { nothingSchema } from '../messages/message-schemas.ts';
import { reportFault } from '../messages/report-fault.ts';
import { createRequestQueue } from '../http/request-queue.ts';
import { createSitePosts } from '../followed-sites/site-posts.ts';
import { createSourceAnswers } from './source-answers.ts';
import { createUsageQuota } from '../http/usage-quota.ts';
import { hasPermission } from './source-permissions.ts';
import * as schemas from '../messages/source-schemas.ts';
import { createSourceService } from './source-service.ts';

/** Wakes the background to fetch new posts and delete expired answers. */
const sourcesAlarm = 'sources';
const alarmMinutes = 60;

const now = (): number => Date.now();

/** The cache of everything that can be fetched again. */
export const useCache = createCache();
/** The answers of live sources that are kept. */
export const answers = createSourceAnswers({ use: useCache, now });
/** How many requests each service got. */
export const quota = createUsageQuota({ use: useCache, now });
/** The posts of followed sites that are kept. */
export const posts = createSitePosts({ use: useCache, now });
/** The scores that visited pages stated. */
export const statedScores = createStatedScores({
  use: useCache,
  now,
  formatDay: (at) => formatLocalDay(new Date(at)),
  isOn: async () => (await loadSettings()).keepsSiteScores,
});
/** Sends all requests to services. */
export const queue = createRequestQueue({
  fetch: countedFetch,
  now,
  isOnline: () => navigator.onLine,
  sleep: sleepByClock,
  random: Math.random,
  hasPermission,
  quota,
});
let notifyPages = (): void => undefined;

/** The services that are switched on. */
export const live = createLiveSources({
  sources: reviewSources,
  answers,
  quota,
  queue,
  now,
  languages: () => [...navigator.languages],
  loadOn: () => readItem(sourcesOn),
  loadKey: async (source) => (await readItem(sourceKeys))[source] ?? null,
  onAnswer: () => notifyPages(),
});

interface Background {
  identify: MatchHints;
  /** Runs a command of the log and tells everybody. */
  write: (command: Command) => Promise<WriteReceipt>;
  /** Tells every page and content script to ask again. */
  notify: () => void;
}

function registerToFollowedSites(load: () => Promise<FollowedSites>, write: Background['write']): void {
  registerToPages('listFollowedSites', nothingSchema, async () => (await load()).list());
  registerToPages('followSite', schemas.urlSchema, async ({ url }) => (await load()).follow(url));
  registerToPages('pauseSite', schemas.pauseSiteSchema, (request) => write(pauseSite(request)));
  registerToPages('unfollowSite', schemas.siteSchema, async ({ id }) => (await load()).unfollow(id));
  registerToPages('fetchSite', schemas.siteSchema, async ({ id }) => (await load()).fetchNow(id));
  registerToPages('fetchPast', schemas.siteSchema, async ({ id }) => (await load()).fetchPast(id));
  registerToPages('listUnmatched', nothingSchema, async () => (await load()).listUnmatched());
  registerToPages('assignPost', schemas.assignPostSchema, async ({ siteId, url, film }) =>
    (await load()).assign(siteId, url, film),
  );
}

/**
 * Registers the messages and the alarm of the sources. Called at the top level of the worker. Returns a function that
 * soon matches the posts without a film again: call it when a catalogue, a source or the log changed.
 */
export function registerToSources({ identify, write, notify }: Background): () => void {
  notifyPages = notify;
  const service = createSourceService({ use: useCache, quota, live, now });
  // Loaded at the first use: building the tables of the parsers for feeds and pages took a seventh of the worker's start.
  const loadSites = once(async () => {
    const { createFollowedSites } = await import('../followed-sites/followed-sites.ts');
    const loadWithText = () => readItem(keepReviewText);
    const context = { posts, queue, quota, identify, readLog, write, now, hasPermission };
    return createFollowedSites({ ...context, loadWithText, onAnswer: notify });
  });
  const callSites = (task: (sites: FollowedSites) => Promise<unknown>): void => {
    loadSites()
      .then(task)
      .catch((error: unknown) => reportFault('followed sites', error));
  };
  const rematching = createDebouncedBroadcast(() => callSites((sites) => sites.rematch()));

  registerToPages('keepReview', schemas.keepReviewSchema, ({ film, review, withText }) =>
    write(keepReview({ film, review: makeKeptReview(review, { now: now(), withText }) })),
  );
  registerToPages('forgetReview', schemas.urlSchema, (request) => write(forgetReview(request)));

  registerToPages('listSources', nothingSchema, () => service.list());
  registerToPages('switchSource', schemas.switchSourceSchema, ({ source, on }) => service.switch(source, on));
  registerToPages('checkSourceKey', schemas.checkKeySchema, ({ source, key }) =>
    service.checkKey(source, key),
  );
  registerToPages('setSourceKey', schemas.setKeySchema, ({ source, key }) => service.setKey(source, key));

  registerToFollowedSites(loadSites, write);

  registerToPages('getStorageUse', nothingSchema, () => service.getStorageUse());
  registerToPages('clearCache', nothingSchema, () => service.clearCache());
  registerToPages('clearSiteScores', nothingSchema, async () => {
    const left = await service.clearSiteScores();
    notify();
    return left;
  });

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== sourcesAlarm) return;
    answers.purge(reviewSources).catch((error: unknown) => reportFault('purge', error));
    statedScores.purge().catch((error: unknown) => reportFault('purge', error));
    callSites((sites) => sites.fetchDue());
  });
  watchSources(notify);
  ensureAlarm(sourcesAlarm, { periodInMinutes: alarmMinutes, delayInMinutes: 1 }).catch((error: unknown) =>
    reportFault('alarm', error),
  );
  closeStorageToPages().catch((error: unknown) => reportFault('storage access', error));
  return rematching.soon;
}
