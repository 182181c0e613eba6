import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SourceError } from '../../reviews/sources/errors.ts';
import { reviewSources } from '../../reviews/sources/registry.ts';
import type { LiveSourceId, SourceErrorCode } from '../../reviews/sources/types.ts';
import { saveSourceKey, sourceKeys, sourcesOn } from '../../settings/source-settings.ts';
import { createCache } from '../cache/cache-database.ts';
import { createUsageQuota, type UsageQuota } from '../http/usage-quota.ts';
import { createSourceService, type SourceService } from './source-service.ts';

const noon = Date.UTC(2026, 10, 29, 12);
const midnight = Date.UTC(2026, 10, 30);

let now = noon;
let granted = true;
/** What the services say of a key; null: it is good. */
let keyFault: Error | null = null;
let checked: [LiveSourceId, string][] = [];
let quota: UsageQuota;
let service: SourceService;
let caches = 0;

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(browser.permissions, { contains: () => Promise.resolve(granted) });
  now = noon;
  granted = true;
  keyFault = null;
  checked = [];
  const use = createCache(`source-service-${(caches += 1)}`);
  quota = createUsageQuota({ use, now: () => now });
  service = createSourceService({
    use,
    quota,
    now: () => now,
    live: {
      read: () => Promise.resolve([]),
      refresh: () => Promise.resolve(),
      asksInView: () => Promise.resolve(false),
      checkKey: ({ id }, key) => {
        checked.push([id, key]);
        return keyFault === null ? Promise.resolve() : Promise.reject(keyFault);
      },
    },
  });
});

const describe = async (source: LiveSourceId) => (await service.list()).find(({ id }) => id === source);

async function switchOmdbOn(): Promise<void> {
  await service.setKey('omdb', 'my key');
  await service.switch('omdb', true);
}

test('at first every source is off and was never asked', async () => {
  const overviews = await service.list();
  expect(overviews.map(({ id }) => id)).toEqual(reviewSources.map(({ id }) => id));
  expect(overviews[0]).toEqual({
    id: 'omdb',
    name: 'OMDb',
    on: false,
    needsKey: true,
    hasKey: false,
    origins: reviewSources[0]?.origins,
    hasPermission: true,
    state: 'not-asked',
    until: null,
    usedToday: 0,
    leftToday: 1000,
    lastAnswerAt: null,
  });
});

test('a source needs permission and its key before it is ready', async () => {
  granted = false;
  expect(await service.switch('omdb', true)).toMatchObject({ on: true, state: 'no-permission' });
  granted = true;
  expect(await describe('omdb')).toMatchObject({ state: 'no-key', hasKey: false });
  await service.setKey('omdb', 'my key');
  expect(await describe('omdb')).toMatchObject({ state: 'ok', hasKey: true });
  expect(JSON.stringify(await service.list())).not.toContain('my key');
  expect(await service.switch('wikidata', true)).toMatchObject({
    state: 'ok',
    hasKey: false,
    leftToday: null,
  });
  expect(await service.switch('omdb', false)).toMatchObject({ on: false, state: 'not-asked' });
  expect(await sourcesOn.getValue()).toEqual(['wikidata']);
});

test.each<[SourceErrorCode, string]>([
  ['invalid-key', 'no-key'],
  ['limit-reached', 'limit-reached'],
  ['offline', 'offline'],
  ['failed', 'failed'],
  ['malformed', 'failed'],
])('after the fault %s the source is shown as %s, until it is switched on again', async (fault, state) => {
  await switchOmdbOn();
  await quota.fail('omdb', fault, noon + 5000);
  expect(await describe('omdb')).toMatchObject({ state, until: noon + 5000 });
  now += 5000;
  expect(await describe('omdb')).toMatchObject({ state, until: null });
  await service.switch('omdb', false);
  expect((await quota.load('omdb')).fault).toBe(fault);
  expect(await service.switch('omdb', true)).toMatchObject({ state: 'ok', until: null });
});

test('a source rests until midnight once the requests of the day are used up', async () => {
  await switchOmdbOn();
  await quota.reserve('omdb', null);
  await quota.succeed('omdb');
  expect(await describe('omdb')).toMatchObject({
    state: 'ok',
    until: null,
    usedToday: 1,
    leftToday: 999,
    lastAnswerAt: noon,
  });
  for (let requests = 1; requests < 1001; requests += 1) await quota.reserve('omdb', null);
  const spent = { state: 'limit-reached', until: midnight, usedToday: 1001, leftToday: 0 };
  expect(await describe('omdb')).toMatchObject(spent);
  now = midnight;
  expect(await describe('omdb')).toMatchObject({ state: 'ok', until: null, leftToday: 1000 });
});

test.each<[string, Error | null, string, boolean]>([
  ['accepts', null, 'valid', true],
  ['refuses', new SourceError('invalid-key', 'no'), 'invalid', false],
  ['cannot judge', new SourceError('offline', 'no network'), 'offline', true],
])('a key that the service %s', async (_what, fault, state, isKept) => {
  keyFault = fault;
  expect(await service.checkKey('omdb', 'a')).toEqual({ state });
  expect(await sourceKeys.getValue()).toEqual({});
  expect(await service.setKey('omdb', 'b')).toEqual({ state });
  expect(await sourceKeys.getValue()).toEqual(isKept ? { omdb: 'b' } : {});
  expect(await sourcesOn.getValue()).toEqual(state === 'valid' ? ['omdb'] : []);
  expect(checked).toEqual([
    ['omdb', 'a'],
    ['omdb', 'b'],
  ]);
});

test('a new key lets a failing source be asked again, a refused one does not', async () => {
  await switchOmdbOn();
  await quota.fail('omdb', 'invalid-key', noon + 5000);
  keyFault = new SourceError('invalid-key', 'no');
  await service.setKey('omdb', 'other');
  expect(await describe('omdb')).toMatchObject({ state: 'no-key', until: noon + 5000 });
  keyFault = null;
  await service.setKey('omdb', 'better');
  expect(await describe('omdb')).toMatchObject({ state: 'ok', until: null });
});

test('a key is taken away without asking the service', async () => {
  await saveSourceKey('omdb', 'my key');
  await saveSourceKey('tmdb', 'another');
  expect(await service.setKey('omdb', null)).toEqual({ state: 'valid' });
  expect(checked).toEqual([]);
  expect(await sourceKeys.getValue()).toEqual({ tmdb: 'another' });
});

test('changes at one time are made one after the other, also after one that failed', async () => {
  keyFault = new TypeError('a bug');
  const broken = service.setKey('omdb', 'k');
  const switches = (['omdb', 'tmdb', 'wikidata'] as const).map((id) => service.switch(id, true));
  await expect(broken).rejects.toThrow('a bug');
  expect((await Promise.all(switches)).map(({ on }) => on)).toEqual([true, true, true]);
  expect(await sourcesOn.getValue()).toEqual(['omdb', 'tmdb', 'wikidata']);
  await expect(service.checkKey('omdb', 'k')).rejects.toThrow('a bug');
});

test('the cache is counted and cleared', async () => {
  const { navigator } = globalThis;
  vi.stubGlobal('navigator', {});
  const use = { catalogueAnswers: 0, posts: 0, totalBytes: null };
  try {
    expect(await service.getStorageUse()).toMatchObject(use);
    expect(await service.clearCache()).toMatchObject(use);
  } finally {
    // Other files share the globals.
    vi.stubGlobal('navigator', navigator);
  }
});
