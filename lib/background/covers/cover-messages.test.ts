import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sourcesOn, tmdbPicturesOn } from '../../settings/source-settings.ts';
import { createCache } from '../cache/cache-database.ts';
import { createRequestQueue } from '../http/request-queue.ts';
import { createUsageQuota } from '../http/usage-quota.ts';
import type { LiveSources } from '../sources/live-sources.ts';
import { createSourceAnswers } from '../sources/source-answers.ts';
import { registerToCovers } from './cover-messages.ts';

const page = { id: browser.runtime.id, url: browser.runtime.getURL('/log.html') };
const notify = vi.fn();
const refresh = vi.fn<LiveSources['refresh']>();

const fetchCovers = (id: number): Promise<unknown> =>
  new Promise((resolve) => {
    const data = { films: [{ refs: [`tmdb:${id}`], title: `Film ${id}`, year: 2001 }] };
    const message = { id: 1, type: 'fetchCovers', data, timestamp: 0 };
    void fakeBrowser.runtime.onMessage.trigger(message, page, ((answer: { res: unknown }) =>
      resolve(answer.res)) as never);
  });

beforeAll(async () => {
  fakeBrowser.reset();
  await sourcesOn.setValue(['tmdb']);
  await tmdbPicturesOn.setValue(true);
  const now = (): number => Date.now();
  const useCache = createCache(`cover-messages-${crypto.randomUUID()}`);
  const quota = createUsageQuota({ use: useCache, now });
  const queue = createRequestQueue({
    ...{ fetch, now, quota },
    isOnline: () => false,
    sleep: () => Promise.resolve(),
    random: () => 0,
    hasPermission: () => Promise.resolve(false),
  });
  const answers = createSourceAnswers({ use: useCache, now });
  const live = { refresh } as unknown as LiveSources;
  registerToCovers({ useCache, answers, live, queue, quota, notify });
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  notify.mockReset();
  refresh.mockReset();
});
afterEach(() => void vi.useRealTimers());

test('pages are told once of what TMDB answered while covers were fetched a few at a time', async () => {
  refresh.mockImplementation((_films, { onAnswer }) => Promise.resolve(onAnswer?.()));
  for (let id = 1; id <= 5; id += 1) expect(await fetchCovers(id)).toEqual([null]);
  expect(refresh).toHaveBeenCalledTimes(5);
  expect(notify).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(notify).toHaveBeenCalledOnce();
});

test('pages are not told where TMDB answered nothing new', async () => {
  refresh.mockResolvedValue();
  await fetchCovers(1);
  vi.advanceTimersByTime(10_000);
  expect(refresh).toHaveBeenCalledOnce();
  expect(notify).not.toHaveBeenCalled();
});
