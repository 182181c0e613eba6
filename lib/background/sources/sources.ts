import { browser } from 'wxt/browser';
import { reviewSources } from '../../reviews/sources/registry.ts';
import { makeKeptReview } from '../../reviews/site-reviews.ts';
import {
  closeStorageToPages,
  keepReviewText,
  sourceKeys,
  sourcesOn,
  watchSources,
} from '../../settings/source-settings.ts';
import { forgetReview, keepReview, pauseSite, type Command } from '../../watchlog/commands/commands.ts';
import type { WriteReceipt } from '../../watchlog/types.ts';
import { createCache } from '../cache/cache-database.ts';
import { createFollowedSites } from '../followed-sites/followed-sites.ts';
import { sleepByClock } from '../http/rate-limit.ts';
import type { MatchHints } from '../../films/types.ts';
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
const quota = createUsageQuota({ use: useCache, now });
/** The posts of followed sites that are kept. */
export const posts = createSitePosts({ use: useCache, now });
const queue = createRequestQueue({
  fetch: (input, init) => fetch(input, init),
  now,
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
  loadOn: () => sourcesOn.getValue(),
  loadKey: async (source) => (await sourceKeys.getValue())[source] ?? null,
  onAnswer: () => notifyPages(),
});

async function ensureAlarm(): Promise<void> {
  // A restart of the worker must not restart the hour.
  if (!(await browser.alarms.get(sourcesAlarm)))
    await browser.alarms.create(sourcesAlarm, { periodInMinutes: alarmMinutes, delayInMinutes: 1 });
}

interface Background {
  identify: MatchHints;
  /** Runs a command of the log and tells everybody. */
  write: (command: Command) => Promise<WriteReceipt>;
  /** Tells every page and content script to ask again. */
  notify: () => void;
}

/** Registers the messages and the alarm of the sources. Called at the top level of the worker. */
export function registerToSources({ identify, write, notify }: Background): void {
  notifyPages = notify;
  const service = createSourceService({ use: useCache, quota, live, now });
  const sites = createFollowedSites({
    posts,
    queue,
    quota,
    identify,
    readLog,
    write,
    now,
    hasPermission,
    loadWithText: () => keepReviewText.getValue(),
    onAnswer: notify,
  });

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

  registerToPages('listFollowedSites', nothingSchema, () => sites.list());
  registerToPages('followSite', schemas.urlSchema, ({ url }) => sites.follow(url));
  registerToPages('pauseSite', schemas.pauseSiteSchema, (request) => write(pauseSite(request)));
  registerToPages('unfollowSite', schemas.siteSchema, ({ id }) => sites.unfollow(id));
  registerToPages('fetchSite', schemas.siteSchema, ({ id }) => sites.fetchNow(id));
  registerToPages('listUnmatched', nothingSchema, () => sites.listUnmatched());
  registerToPages('assignPost', schemas.assignPostSchema, ({ url, film }) => sites.assign(url, film));

  registerToPages('getStorageUse', nothingSchema, () => service.getStorageUse());
  registerToPages('clearCache', nothingSchema, () => service.clearCache());

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== sourcesAlarm) return;
    answers.purge(reviewSources).catch((error: unknown) => reportFault('purge', error));
    sites.fetchDue().catch((error: unknown) => reportFault('followed sites', error));
  });
  watchSources(notify);
  ensureAlarm().catch((error: unknown) => reportFault('alarm', error));
  closeStorageToPages().catch((error: unknown) => reportFault('storage access', error));
}
