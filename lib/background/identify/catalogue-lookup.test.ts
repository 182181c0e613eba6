import { beforeEach, expect, test, vi } from 'vitest';
import { openCatalogue } from '../../catalogue/catalogue.ts';
import { createLookupCache, type LookupCache } from './lookup-cache.ts';
import { createCatalogueLookUp } from './catalogue-lookup.ts';
import { makeCatalogue } from '../testing/films.ts';

let caches = 0;
const freshCacheName = (): string => `look-up-${(caches += 1)}`;
const noCache: LookupCache = { load: () => Promise.resolve(new Map()), save: () => Promise.resolve() };
const warn = vi.fn();

beforeEach(() => {
  vi.stubGlobal('console', { ...console, warn });
});

test('each list of names is answered in its place', async () => {
  const { catalogue } = await makeCatalogue();
  const { find } = createCatalogueLookUp({
    loadCatalogues: () => Promise.resolve([catalogue]),
    cache: noCache,
  });
  const findings = await find([['imdb:tt1798709', 'title:her:2013'], ['title:heat'], ['title:king-kong']]);
  expect(findings.map(([only]) => only?.films.map(({ film }) => film.year))).toEqual([
    [2013],
    [],
    [1976, 2005],
  ]);
});

test('equal questions at one time share one promise', async () => {
  const { catalogue } = await makeCatalogue();
  const lookUp = vi.spyOn(catalogue, 'lookUp');
  const { find } = createCatalogueLookUp({
    loadCatalogues: () => Promise.resolve([catalogue]),
    cache: noCache,
  });
  const [one, other] = await Promise.all([find([['title:her']]), find([['title:her'], ['title:her']])]);
  expect(lookUp).toHaveBeenCalledTimes(1);
  expect(other).toEqual([...one, ...one]);
});

test('answers, also empty ones, outlive the worker: no shard is read for them again', async () => {
  const name = freshCacheName();
  const keyLists = [['title:her' as const], ['title:not-there' as const]];
  const first = await makeCatalogue();
  const cache = createLookupCache({ now: () => 1, name });
  const before = createCatalogueLookUp({ loadCatalogues: () => Promise.resolve([first.catalogue]), cache });
  const found = await before.find(keyLists);
  await vi.waitFor(async () =>
    expect((await before.find(keyLists)).length && first.reads.length).toBeGreaterThan(0),
  );
  await vi.waitFor(async () => {
    const second = await makeCatalogue();
    const restarted = createCatalogueLookUp({
      loadCatalogues: () => Promise.resolve([second.catalogue]),
      cache: createLookupCache({ now: () => 2, name }),
    });
    expect(await restarted.find(keyLists)).toEqual(found);
    expect(second.reads).toEqual([]);
  });
});

test('what is asked for in passing is answered, and neither sought in the cache nor put there', async () => {
  const { catalogue } = await makeCatalogue();
  const cache = { load: vi.fn(noCache.load), save: vi.fn(noCache.save) };
  const { find } = createCatalogueLookUp({ loadCatalogues: () => Promise.resolve([catalogue]), cache });
  const [findings] = await find([['title:her']], { isPassing: true });
  expect(findings).toMatchObject([{ films: [{ film: { title: 'Her' } }] }]);
  expect(cache.load).not.toHaveBeenCalled();
  expect(cache.save).not.toHaveBeenCalled();
});

test('another catalogue is asked anew', async () => {
  const name = freshCacheName();
  const cache = createLookupCache({ now: () => 1, name });
  const old = await makeCatalogue([]);
  await createCatalogueLookUp({ loadCatalogues: () => Promise.resolve([old.catalogue]), cache }).find([
    ['title:her'],
  ]);
  const { catalogue } = await makeCatalogue();
  const [[answer] = []] = await createCatalogueLookUp({
    loadCatalogues: () => Promise.resolve([catalogue]),
    cache,
  }).find([['title:her']]);
  expect(answer?.films).toHaveLength(1);
});

test('a damaged catalogue answers nothing, its answer is not kept, and the others still answer', async () => {
  const { catalogue } = await makeCatalogue();
  const damaged = openCatalogue({ ...catalogue.manifest, id: 'damaged' }, () =>
    Promise.reject(new Error('disk')),
  );
  const save = vi.fn(noCache.save);
  const loadCatalogues = () => Promise.resolve([damaged, catalogue]);
  const { find } = createCatalogueLookUp({ loadCatalogues, cache: { ...noCache, save } });
  const [findings] = await find([['title:her']]);
  expect(findings).toMatchObject([
    { status: { source: 'damaged', state: 'failed' }, films: [] },
    { status: { source: 'test', state: 'ok' }, films: [{ film: { title: 'Her' } }] },
  ]);
  expect(save).not.toHaveBeenCalled();
  expect(warn).toHaveBeenCalled();
});

test('without a cache, and without catalogues, there is still an answer', async () => {
  const { catalogue } = await makeCatalogue();
  const refused = () => Promise.reject(new Error('private mode'));
  const broken = createCatalogueLookUp({
    loadCatalogues: () => Promise.resolve([catalogue]),
    cache: { load: refused, save: refused },
  });
  expect((await broken.find([['title:her']]))[0]).toMatchObject([{ films: [{ film: { title: 'Her' } }] }]);
  const none = createCatalogueLookUp({ loadCatalogues: refused, cache: noCache });
  expect(await none.find([['title:her']])).toEqual([[]]);
});
