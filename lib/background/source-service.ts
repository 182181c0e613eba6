import { browser } from 'wxt/browser';
import { findNextMidnight, SourceError } from '../reviews/sources/errors.ts';
import { findReviewSource, reviewSources } from '../reviews/sources/registry.ts';
import type { LiveSourceId } from '../reviews/sources/types.ts';
import type { KeyCheck, SourceOverview, StorageUse } from '../messaging/source-protocol.ts';
import { saveSourceKey, saveSourceOn, sourceKeys, sourcesOn } from '../settings/source-settings.ts';
import type { UseCache } from './cache-database.ts';
import type { LiveSources } from './live-sources.ts';
import { hasPermission } from './source-permissions.ts';
import type { SourceMeters } from './source-meters.ts';

/** What the options page asks of the services and the cache. */
export interface SourceService {
  list: () => Promise<SourceOverview[]>;
  switch: (source: LiveSourceId, on: boolean) => Promise<SourceOverview>;
  checkKey: (source: LiveSourceId, key: string) => Promise<KeyCheck>;
  setKey: (source: LiveSourceId, key: string | null) => Promise<KeyCheck>;
  getStorageUse: () => Promise<StorageUse>;
  clearCache: () => Promise<StorageUse>;
}

/** The bytes that the browser says are used in all; null where it does not tell. */
async function estimateBytes(): Promise<number | null> {
  const { usage } = (await navigator.storage?.estimate?.()) ?? {};
  const area = browser.storage.local as { getBytesInUse?: (keys: null) => Promise<number> };
  const settings =
    typeof area.getBytesInUse === 'function' ? await area.getBytesInUse(null).catch(() => 0) : 0;
  return usage === undefined ? null : usage + settings;
}

/** Switches, keys and figures of the live sources. A key goes into storage and to its service, and is never told again. */
export function createSourceService(options: {
  use: UseCache;
  meters: SourceMeters;
  live: LiveSources;
  now: () => number;
}): SourceService {
  const { use, meters, live, now } = options;
  /** Two changes of one setting, one after the other. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const mine = turn.then(task, task);
    turn = mine.catch(() => undefined);
    return mine;
  };

  function findState(
    { on, needsKey, hasKey, granted }: { on: boolean; needsKey: boolean; hasKey: boolean; granted: boolean },
    meter: Awaited<ReturnType<SourceMeters['load']>>,
    isSpent: boolean,
  ): SourceOverview['state'] {
    if (!on) return 'not-asked';
    if (!granted) return 'no-permission';
    if ((needsKey && !hasKey) || meter.fault === 'invalid-key') return 'no-key';
    if (isSpent || meter.fault === 'limit-reached') return 'limit-reached';
    if (meter.fault === null) return 'ok';
    return meter.fault === 'offline' ? 'offline' : 'failed';
  }

  async function describe(id: LiveSourceId): Promise<SourceOverview> {
    const { name, needsKey, origins, policy } = findReviewSource(id);
    const [on, keys, meter, granted] = await Promise.all([
      sourcesOn.getValue(),
      sourceKeys.getValue(),
      meters.load(id),
      hasPermission(origins),
    ]);
    const standing = { on: on.includes(id), needsKey, hasKey: keys[id] !== undefined, granted };
    const leftToday = policy.dailyBudget === null ? null : Math.max(0, policy.dailyBudget - meter.used);
    const restUntil = meter.restUntil > now() ? meter.restUntil : null;
    return {
      id,
      name,
      on: standing.on,
      needsKey,
      hasKey: standing.hasKey,
      origins,
      hasPermission: granted,
      state: findState(standing, meter, leftToday === 0),
      until: leftToday === 0 ? findNextMidnight(now()) : restUntil,
      usedToday: meter.used,
      leftToday,
      attribution: policy.attribution,
      licence: policy.licence,
      lastAnswerAt: meter.lastAnswerAt,
    };
  }

  async function checkKey(source: LiveSourceId, key: string): Promise<KeyCheck> {
    try {
      await live.checkKey(findReviewSource(source), key);
      return { state: 'valid' };
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      return { state: error.code === 'invalid-key' ? 'invalid' : error.code };
    }
  }

  async function getStorageUse(): Promise<StorageUse> {
    const [counts, totalBytes] = await Promise.all([
      use(async (db) => ({
        shelfAnswers: await db.count('answers'),
        posts: await db.count('posts'),
        sourceAnswers: await Promise.all(
          reviewSources.map(async ({ id, name }) => ({
            source: id,
            name,
            count: await db.countFromIndex('sourceAnswers', 'bySource', id),
          })),
        ),
      })),
      estimateBytes(),
    ]);
    return { ...counts, totalBytes };
  }

  return {
    list: () => Promise.all(reviewSources.map(({ id }) => describe(id))),
    switch: (source, on) =>
      inTurn(async () => {
        await saveSourceOn(source, on);
        if (on) await meters.rearm(source);
        return describe(source);
      }),
    checkKey,
    setKey: (source, key) =>
      inTurn(async () => {
        const check: KeyCheck = key === null ? { state: 'valid' } : await checkKey(source, key);
        if (check.state === 'invalid') return check;
        await saveSourceKey(source, key);
        await meters.rearm(source);
        return check;
      }),
    getStorageUse,
    async clearCache() {
      await use(async (db) => {
        // Meters stay: a cleared cache is no new budget, and no reason to ask a failing service again.
        const tx = db.transaction(['answers', 'sourceAnswers', 'posts', 'sites'], 'readwrite');
        for (const store of ['answers', 'sourceAnswers', 'sites'] as const)
          await tx.objectStore(store).clear();
        let cursor = await tx.objectStore('posts').openCursor();
        // Which film a post is about, where the user has said so, cannot be fetched again.
        for (; cursor; cursor = await cursor.continue()) if (!cursor.value.isAssigned) await cursor.delete();
        await tx.done;
      });
      return getStorageUse();
    },
  };
}
