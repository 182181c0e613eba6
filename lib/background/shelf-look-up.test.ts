import { beforeEach, expect, test, vi } from 'vitest';
import { openShelf } from '../shelf/shelf.ts';
import { createAnswerCache, type AnswerCache } from './answer-cache.ts';
import { createShelfLookUp } from './shelf-look-up.ts';
import { makeShelf } from './testing/films.ts';

let caches = 0;
const freshCacheName = (): string => `look-up-${(caches += 1)}`;
const noCache: AnswerCache = { load: () => Promise.resolve(new Map()), save: () => Promise.resolve() };
const warn = vi.fn();

beforeEach(() => {
  vi.stubGlobal('console', { ...console, warn });
});

test('each list of names is answered in its place', async () => {
  const { shelf } = await makeShelf();
  const { find } = createShelfLookUp({ loadShelves: () => Promise.resolve([shelf]), cache: noCache });
  const findings = await find([['imdb:tt1798709', 'title:her:2013'], ['title:heat'], ['title:king-kong']]);
  expect(findings.map(([only]) => only?.films?.map(({ film }) => film.year))).toEqual([
    [2013],
    [],
    [1976, 2005],
  ]);
});

test('equal questions at one time share one promise', async () => {
  const { shelf } = await makeShelf();
  const lookUp = vi.spyOn(shelf, 'lookUp');
  const { find } = createShelfLookUp({ loadShelves: () => Promise.resolve([shelf]), cache: noCache });
  const [one, other] = await Promise.all([find([['title:her']]), find([['title:her'], ['title:her']])]);
  expect(lookUp).toHaveBeenCalledTimes(1);
  expect(other).toEqual([...one, ...one]);
});

test('answers, also empty ones, outlive the worker: no shard is read for them again', async () => {
  const name = freshCacheName();
  const keyLists = [['title:her' as const], ['title:not-there' as const]];
  const first = await makeShelf();
  const cache = createAnswerCache({ now: () => 1, name });
  const before = createShelfLookUp({ loadShelves: () => Promise.resolve([first.shelf]), cache });
  const found = await before.find(keyLists);
  await vi.waitFor(async () =>
    expect((await before.find(keyLists)).length && first.reads.length).toBeGreaterThan(0),
  );
  await vi.waitFor(async () => {
    const second = await makeShelf();
    const restarted = createShelfLookUp({
      loadShelves: () => Promise.resolve([second.shelf]),
      cache: createAnswerCache({ now: () => 2, name }),
    });
    expect(await restarted.find(keyLists)).toEqual(found);
    expect(second.reads).toEqual([]);
  });
});

test('what is asked for in passing is answered, and neither sought in the cache nor put there', async () => {
  const { shelf } = await makeShelf();
  const cache = { load: vi.fn(noCache.load), save: vi.fn(noCache.save) };
  const { find } = createShelfLookUp({ loadShelves: () => Promise.resolve([shelf]), cache });
  const [findings] = await find([['title:her']], { isPassing: true });
  expect(findings).toMatchObject([{ films: [{ film: { title: 'Her' } }] }]);
  expect(cache.load).not.toHaveBeenCalled();
  expect(cache.save).not.toHaveBeenCalled();
});

test('another shelf is asked anew', async () => {
  const name = freshCacheName();
  const cache = createAnswerCache({ now: () => 1, name });
  const old = await makeShelf([]);
  await createShelfLookUp({ loadShelves: () => Promise.resolve([old.shelf]), cache }).find([['title:her']]);
  const { shelf } = await makeShelf();
  const [[finding] = []] = await createShelfLookUp({
    loadShelves: () => Promise.resolve([shelf]),
    cache,
  }).find([['title:her']]);
  expect(finding?.films).toHaveLength(1);
});

test('a damaged shelf answers nothing, its answer is not kept, and the others still answer', async () => {
  const { shelf } = await makeShelf();
  const damaged = openShelf({ ...shelf.manifest, id: 'damaged' }, () => Promise.reject(new Error('disk')));
  const save = vi.fn(noCache.save);
  const loadShelves = () => Promise.resolve([damaged, shelf]);
  const { find } = createShelfLookUp({ loadShelves, cache: { ...noCache, save } });
  const [findings] = await find([['title:her']]);
  expect(findings).toMatchObject([
    { shelf: 'damaged', films: null },
    { shelf: 'test', films: [{ film: { title: 'Her' } }] },
  ]);
  expect(save).not.toHaveBeenCalled();
  expect(warn).toHaveBeenCalled();
});

test('without a cache, and without shelves, there is still an answer', async () => {
  const { shelf } = await makeShelf();
  const refused = () => Promise.reject(new Error('private mode'));
  const broken = createShelfLookUp({
    loadShelves: () => Promise.resolve([shelf]),
    cache: { load: refused, save: refused },
  });
  expect((await broken.find([['title:her']]))[0]).toMatchObject([{ films: [{ film: { title: 'Her' } }] }]);
  const none = createShelfLookUp({ loadShelves: refused, cache: noCache });
  expect(await none.find([['title:her']])).toEqual([[]]);
});
