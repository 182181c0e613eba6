import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { makeCatalogueAnswer } from '../../reviews/answers.ts';
import { createCache } from '../cache/cache-database.ts';
import { createLookupCache, maxAnswers } from './lookup-cache.ts';

const answers = (name: string) => [makeCatalogueAnswer({ id: 'test', name }, [])];
let names = 0;
const freshName = (): string => `cache-${(names += 1)}`;

test('an answer is there again after the worker was ended', async () => {
  const name = freshName();
  await createLookupCache({ now: () => 1, name }).save(
    new Map([['title:her', answers('a')]]),
    'catalogues-1',
  );
  const again = createLookupCache({ now: () => 2, name });
  expect(await again.load(['title:her', 'title:heat'], 'catalogues-1')).toEqual(
    new Map([['title:her', answers('a')]]),
  );
});

test('a row that version 0.1 wrote is read', async () => {
  const use = createCache(freshName());
  const row = {
    key: 'title:her',
    findings: [{ catalogue: 'test', name: 'a', films: [] }],
    catalogues: 's',
    savedAt: 1,
  };
  await use((db) => db.put('answers', row));
  expect(await createLookupCache({ now: () => 2, use }).load(['title:her'], 's')).toEqual(
    new Map([['title:her', answers('a')]]),
  );
});

test('an answer of other catalogues is none', async () => {
  const cache = createLookupCache({ now: () => 1, name: freshName() });
  await cache.save(new Map([['title:her', answers('a')]]), 'catalogues-1');
  expect((await cache.load(['title:her'], 'catalogues-2')).size).toBe(0);
});

test('the oldest answers go when there are too many', async () => {
  let now = 0;
  const cache = createLookupCache({ now: () => now, name: freshName() });
  for (let round = 0; round <= 5; round += 1) {
    now = round;
    await cache.save(new Map(Array.from({ length: 1000 }, (_, at) => [`${round}:${at}`, []])), 's');
  }
  const oldest = await cache.load(
    Array.from({ length: 1000 }, (_, at) => `0:${at}`),
    's',
  );
  const newest = await cache.load(
    Array.from({ length: 1000 }, (_, at) => `5:${at}`),
    's',
  );
  expect(newest.size).toBe(1000);
  expect(oldest.size).toBe(0);
  expect(maxAnswers).toBe(5000);
});

test('answers that were saved by a clock that was ahead go first when there are too many', async () => {
  const year = 365 * 86_400_000;
  let now = 2 * year;
  const cache = createLookupCache({ now: () => now, name: freshName() });
  const keys = (round: string): string[] => Array.from({ length: 1000 }, (_, at) => `${round}:${at}`);
  const save = (round: string): Promise<void> =>
    cache.save(new Map(keys(round).map((key) => [key, []])), 's');
  await save('ahead');
  for (const round of ['0', '1', '2', '3', '4']) {
    now = year + Number(round);
    await save(round);
  }
  expect((await cache.load(keys('ahead'), 's')).size).toBe(0);
  for (const round of ['1', '2', '3', '4']) expect((await cache.load(keys(round), 's')).size).toBe(1000);
});

test('a newer version of the cache rejects, and may be tried again', async () => {
  const name = freshName();
  (await openDB(name, 99)).close();
  const cache = createLookupCache({ now: () => 1, name });
  await expect(cache.load(['title:her'], 's')).rejects.toThrow();
  await expect(cache.load(['title:her'], 's')).rejects.toThrow();
});
