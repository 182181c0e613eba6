import { readItem } from '../../settings/read-item.ts';
import { findNextMidnight, SourceError } from '../../reviews/sources/errors.ts';
import { findReviewSource, reviewSources } from '../../reviews/sources/registry.ts';
import type { LiveSourceId } from '../../reviews/sources/types.ts';
import type { KeyCheck, SourceOverview, StorageUse } from '../../messaging/source-protocol.ts';
import { saveSourceKey, saveSourceOn, sourceKeys, sourcesOn } from '../../settings/source-settings.ts';
import type { UseCache } from '../cache/cache-database.ts';
import type { LiveSources } from './live-sources.ts';
import { clearCache, clearSiteScores, getStorageUse } from '../cache/cache-use.ts';
import { hasPermission } from './source-permissions.ts';
import type { UsageQuota } from '../http/usage-quota.ts';

/** What the options page can do with the services and the cache. */
export interface SourceService {
  list: () => Promise<SourceOverview[]>;
  switch: (source: LiveSourceId, on: boolean) => Promise<SourceOverview>;
  checkKey: (source: LiveSourceId, key: string) => Promise<KeyCheck>;
  setKey: (source: LiveSourceId, key: string | null) => Promise<KeyCheck>;
  getStorageUse: () => Promise<StorageUse>;
  clearCache: () => Promise<StorageUse>;
  clearSiteScores: () => Promise<StorageUse>;
}

function findState(
  { on, needsKey, hasKey, granted }: { on: boolean; needsKey: boolean; hasKey: boolean; granted: boolean },
  meter: Awaited<ReturnType<UsageQuota['load']>>,
  isSpent: boolean,
): SourceOverview['state'] {
  if (!on) return 'not-asked';
  if (!granted) return 'no-permission';
  if ((needsKey && !hasKey) || meter.fault === 'invalid-key') return 'no-key';
  if (isSpent || meter.fault === 'limit-reached') return 'limit-reached';
  if (meter.fault === null) return 'ok';
  return meter.fault === 'offline' ? 'offline' : 'failed';
}

/** The state of a source, without its key. */
async function describeSource(
  id: LiveSourceId,
  { quota, now }: { quota: UsageQuota; now: () => number },
): Promise<SourceOverview> {
  const { name, needsKey, origins, policy } = findReviewSource(id);
  const [on, keys, meter, granted] = await Promise.all([
    readItem(sourcesOn),
    readItem(sourceKeys),
    quota.load(id),
    hasPermission(origins),
  ]);
  const status = { on: on.includes(id), needsKey, hasKey: keys[id] !== undefined, granted };
  const leftToday = policy.dailyBudget === null ? null : Math.max(0, policy.dailyBudget - meter.used);
  const restUntil = meter.restUntil > now() ? meter.restUntil : null;
  return {
    id,
    name,
    on: status.on,
    needsKey,
    hasKey: status.hasKey,
    origins,
    hasPermission: granted,
    state: findState(status, meter, leftToday === 0),
    until: leftToday === 0 ? findNextMidnight(now()) : restUntil,
    usedToday: meter.used,
    leftToday,
    lastAnswerAt: meter.lastAnswerAt,
  };
}

/**
 * Manages the switches, keys and usage of live sources. A key is only stored and sent to its service, never returned.
 */
export function createSourceService(options: {
  use: UseCache;
  quota: UsageQuota;
  live: LiveSources;
  now: () => number;
}): SourceService {
  const { use, quota, live } = options;
  const describe = (id: LiveSourceId): Promise<SourceOverview> => describeSource(id, options);
  /** Runs changes to one setting one after the other. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const mine = turn.then(task, task);
    turn = mine.catch(() => undefined);
    return mine;
  };

  async function checkKey(source: LiveSourceId, key: string): Promise<KeyCheck> {
    try {
      await live.checkKey(findReviewSource(source), key);
      return { state: 'valid' };
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      return { state: error.code === 'invalid-key' ? 'invalid' : error.code };
    }
  }

  return {
    list: () => Promise.all(reviewSources.map(({ id }) => describe(id))),
    switch: (source, on) =>
      inTurn(async () => {
        await saveSourceOn(source, on);
        if (on) await quota.rearm(source);
        return describe(source);
      }),
    checkKey,
    setKey: (source, key) =>
      inTurn(async () => {
        const check: KeyCheck = key === null ? { state: 'valid' } : await checkKey(source, key);
        if (check.state === 'invalid') return check;
        await saveSourceKey(source, key);
        // Whoever enters a key wants the service. One that could not be checked is switched on by hand.
        if (key !== null && check.state === 'valid') await saveSourceOn(source, true);
        await quota.rearm(source);
        return check;
      }),
    getStorageUse: () => getStorageUse(use),
    clearCache: () => clearCache(use),
    clearSiteScores: () => clearSiteScores(use),
  };
}
