import { beforeEach, expect, test, vi } from 'vitest';
import { openCatalogue } from '../../catalogue/catalogue.ts';
import { CatalogueError } from '../../catalogue/errors.ts';
import { makeFilm } from '../../films/make-film.ts';
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

test('another catalogue is asked again', async () => {
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

test('a part that is not on this machine is said to be not asked, without a word on the console', async () => {
  const { catalogue } = await makeCatalogue();
  const save = vi.fn(noCache.save);
  warn.mockReset();
  const elsewhere = openCatalogue({ ...catalogue.manifest, id: 'published' }, () =>
    Promise.reject(new CatalogueError('not-asked', 'not here')),
  );
  const offline = openCatalogue({ ...catalogue.manifest, id: 'offline' }, () =>
    Promise.reject(new CatalogueError('offline', 'no network')),
  );
  const { find } = createCatalogueLookUp({
    loadCatalogues: () => Promise.resolve([elsewhere, offline]),
    cache: { ...noCache, save },
  });
  const [answers] = await find([['title:her']]);
  expect(answers).toEqual([
    {
      status: { source: 'published', sourceName: 'Test catalogue', state: 'not-asked', until: null },
      films: [],
      reviews: [],
    },
    {
      status: { source: 'offline', sourceName: 'Test catalogue', state: 'failed', until: null },
      films: [],
      reviews: [],
    },
  ]);
  expect(warn.mock.calls.map(([what]: unknown[]) => what)).toEqual(['marquee: catalogue offline:']);
  expect(save).not.toHaveBeenCalled();
});

test('where one part cannot be read, films of the other parts are found', async () => {
  const { catalogue } = await makeCatalogue();
  const { find } = createCatalogueLookUp({
    loadCatalogues: () =>
      Promise.resolve([
        {
          ...catalogue,
          lookUp: (keys) =>
            keys.includes('title:heat') ? Promise.reject(new Error('disk')) : catalogue.lookUp(keys),
        },
      ]),
    cache: noCache,
  });
  const found = await find([['title:her'], ['title:heat']]);
  expect(found.map((answers) => answers.map(({ status }) => status.state))).toEqual([['ok'], ['failed']]);
  expect(found[0]?.[0]?.films.map(({ film }) => film.title)).toEqual(['Her']);
});

test('a film that several of the names give is there once, and two of one name are two', async () => {
  const { catalogue } = await makeCatalogue();
  const { find } = createCatalogueLookUp({
    loadCatalogues: () => Promise.resolve([catalogue]),
    cache: noCache,
  });
  const [her, twins] = await find([
    ['imdb:tt1798709', 'title:her', 'title:her:2013'],
    ['title:twins-of-evening', 'title:twins-of-evening:2001'],
  ]);
  expect(her?.[0]?.films.map(({ film }) => film.title)).toEqual(['Her']);
  expect(twins?.[0]?.films.map(({ film }) => film.directors)).toEqual([['Ann Onymous'], ['Bea Nobody']]);
});

test('of names that were asked before only the others are looked up, and kept', async () => {
  const { catalogue } = await makeCatalogue();
  const lookUp = vi.spyOn(catalogue, 'lookUp');
  const kept = new Map([['title:her', []]]);
  const load = vi.fn(() => Promise.resolve(kept));
  const save = vi.fn(noCache.save);
  const { find } = createCatalogueLookUp({
    loadCatalogues: () => Promise.resolve([catalogue]),
    cache: { load, save },
  });
  const found = await find([['title:her'], ['title:heat', 'title:heat:1995']]);
  expect(found.map((answers) => answers.length)).toEqual([0, 1]);
  expect(lookUp).toHaveBeenCalledExactlyOnceWith(['title:heat', 'title:heat:1995']);
  const print = `test:${catalogue.revision}`;
  expect(load).toHaveBeenCalledExactlyOnceWith(['title:her', 'title:heat title:heat:1995'], print);
  expect(save.mock.calls).toMatchObject([[new Map([['title:heat title:heat:1995', found[1]]]), print]]);
});

test('catalogues are told apart by what is in them and by their order', async () => {
  const one = await makeCatalogue();
  const other = await makeCatalogue([{ film: makeFilm({ title: 'Heat' }), scores: [] }], 'other');
  const load = vi.fn(noCache.load);
  const { find } = createCatalogueLookUp({
    loadCatalogues: () => Promise.resolve([one.catalogue, other.catalogue]),
    cache: { ...noCache, load },
  });
  await find([['title:her']]);
  expect(load).toHaveBeenCalledWith(
    ['title:her'],
    `test:${one.catalogue.revision} other:${other.catalogue.revision}`,
  );
});

test('an answer is asked for again once it has come', async () => {
  const { catalogue } = await makeCatalogue();
  const lookUp = vi.spyOn(catalogue, 'lookUp');
  const { find } = createCatalogueLookUp({
    loadCatalogues: () => Promise.resolve([catalogue]),
    cache: noCache,
  });
  await find([['title:her']]);
  await find([['title:her']]);
  expect(lookUp).toHaveBeenCalledTimes(2);
});

test('faults of the cache and of loading the catalogues are reported on the console', async () => {
  const { catalogue } = await makeCatalogue();
  warn.mockReset();
  const fault = new Error('private mode');
  const refused = () => Promise.reject(fault);
  const broken = createCatalogueLookUp({
    loadCatalogues: () => Promise.resolve([catalogue]),
    cache: { load: refused, save: refused },
  });
  await broken.find([['title:her']]);
  await createCatalogueLookUp({ loadCatalogues: refused, cache: noCache }).find([['title:her']]);
  expect(warn.mock.calls).toEqual([
    ['marquee: cache:', fault],
    ['marquee: cache:', fault],
    ['marquee: catalogues:', fault],
  ]);
});
