import { browser } from 'wxt/browser';
import { reviewSources } from '../reviews/sources/registry.ts';
import { makeKeptReview } from '../reviews/site-reviews.ts';
import {
  closeStorageToPages,
  keepReviewText,
  sourceKeys,
  sourcesOn,
  watchSources,
} from '../settings/source-settings.ts';
import { forgetReview, keepReview, pauseSite, type Command } from '../watchlog/commands.ts';
import type { WriteReceipt } from '../watchlog/types.ts';
import { createCache } from './cache-database.ts';
import { createFollowedSites } from './followed-sites.ts';
import { sleepByClock } from './host-pacing.ts';
import type { Identify } from './identify.ts';
import { listenToPages } from './listen.ts';
import { createLiveSources } from './live-sources.ts';
import { readLog } from './log-access.ts';
import { nothingSchema } from './message-schemas.ts';
import { reportFault } from './report-fault.ts';
import { createRequestQueue } from './request-queue.ts';
import { createReviewsAtHand } from './reviews-at-hand.ts';
import { createSitePosts } from './site-posts.ts';
import { createSourceAnswers } from './source-answers.ts';
import { createSourceMeters } from './source-meters.ts';
import { hasPermission } from './source-permissions.ts';
import * as schemas from './source-schemas.ts';
import { createSourceService } from './source-service.ts';

/** Wakes the background to fetch what is new, and to delete what may not be kept any longer. */
export const sourcesAlarm = 'sources';
const alarmMinutes = 60;

const now = (): number => Date.now();

/** The cache of everything that can be had again. */
export const useCache = createCache();
const answers = createSourceAnswers({ use: useCache, now });
const meters = createSourceMeters({ use: useCache, now });
const posts = createSitePosts({ use: useCache, now });
const queue = createRequestQueue({
  fetch: (input, init) => fetch(input, init),
  now,
  sleep: sleepByClock,
  random: Math.random,
  hasPermission,
  meters,
});
let tellOthers = (): void => undefined;

/** The services that are switched on. */
export const live = createLiveSources({
  sources: reviewSources,
  answers,
  meters,
  queue,
  now,
  languages: () => [...navigator.languages],
  loadOn: () => sourcesOn.getValue(),
  loadKey: async (source) => (await sourceKeys.getValue())[source] ?? null,
  onAnswer: () => tellOthers(),
});

/** What is known of films beside the shelves. */
export const atHand = createReviewsAtHand({ readLog, posts, live, answers });

async function ensureAlarm(): Promise<void> {
  // A restart of the worker must not begin the hour anew.
  if (!(await browser.alarms.get(sourcesAlarm)))
    await browser.alarms.create(sourcesAlarm, { periodInMinutes: alarmMinutes, delayInMinutes: 1 });
}

interface Background {
  identify: Identify;
  /** Runs a command of the log and tells everybody. */
  write: (command: Command) => Promise<WriteReceipt>;
  /** Tells every page and content script to ask again. */
  tell: () => void;
}

/** Registers the messages and the alarm of the sources. Called at the top level of the worker. */
export function listenToSources({ identify, write, tell }: Background): void {
  tellOthers = tell;
  const service = createSourceService({ use: useCache, meters, live, now });
  const sites = createFollowedSites({
    posts,
    queue,
    meters,
    identify,
    readLog,
    write,
    now,
    hasPermission,
    loadWithText: () => keepReviewText.getValue(),
    onAnswer: tell,
  });

  listenToPages('keepReview', schemas.keepReviewSchema, ({ film, review, withText }) =>
    write(keepReview({ film, review: makeKeptReview(review, { now: now(), withText }) })),
  );
  listenToPages('forgetReview', schemas.urlSchema, (request) => write(forgetReview(request)));

  listenToPages('listSources', nothingSchema, () => service.list());
  listenToPages('switchSource', schemas.switchSourceSchema, ({ source, on }) => service.switch(source, on));
  listenToPages('checkSourceKey', schemas.checkKeySchema, ({ source, key }) => service.checkKey(source, key));
  listenToPages('setSourceKey', schemas.setKeySchema, ({ source, key }) => service.setKey(source, key));

  listenToPages('listFollowedSites', nothingSchema, () => sites.list());
  listenToPages('followSite', schemas.urlSchema, ({ url }) => sites.follow(url));
  listenToPages('pauseSite', schemas.pauseSiteSchema, (request) => write(pauseSite(request)));
  listenToPages('unfollowSite', schemas.siteSchema, ({ id }) => sites.unfollow(id));
  listenToPages('fetchSite', schemas.siteSchema, ({ id }) => sites.fetchNow(id));
  listenToPages('listUnmatched', nothingSchema, () => sites.listUnmatched());
  listenToPages('assignPost', schemas.assignPostSchema, ({ url, film }) => sites.assign(url, film));

  listenToPages('getStorageUse', nothingSchema, () => service.getStorageUse());
  listenToPages('clearCache', nothingSchema, () => service.clearCache());

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== sourcesAlarm) return;
    answers.purge(reviewSources).catch((error: unknown) => reportFault('purge', error));
    sites.fetchDue().catch((error: unknown) => reportFault('followed sites', error));
  });
  watchSources(tell);
  ensureAlarm().catch((error: unknown) => reportFault('alarm', error));
  closeStorageToPages().catch((error: unknown) => reportFault('storage access', error));
}
