import { expect, test } from 'vitest';
import type { FilmRef } from '../films/types.ts';
import { hashContent, hashKey, prefixOf, shardKeyOf } from './hash.ts';

// Published catalogues are split by these values: a change makes all of them unreadable.
test.each([
  ['', 'ab3e7c0b'],
  ['title:her', '03cac1c1'],
  ['imdb:tt1798709', 'd7083424'],
  ['title:amélie', 'd55ead2a'],
])('the hash of "%s" never changes', (key, hex) => {
  expect(hashKey(key).toString(16).padStart(8, '0')).toBe(hex);
});

test.each<[FilmRef, FilmRef]>([
  ['title:her:2013', 'title:her'],
  ['title:her', 'title:her'],
  ['title:1917:2019', 'title:1917'],
  ['title:1917', 'title:1917'],
  ['title:2012', 'title:2012'],
  ['imdb:tt1798709', 'imdb:tt1798709'],
  ['wikipedia:en:Her_(2013_film)', 'wikipedia:en:Her_(2013_film)'],
])('%s is in the shard of %s', (ref, key) => {
  expect(shardKeyOf(ref)).toBe(key);
});

test('a prefix is the first hex digits of the hash, empty for a catalogue of one shard', () => {
  const hex = hashKey('title:her').toString(16).padStart(8, '0');
  expect([0, 1, 2, 5].map((length) => prefixOf('title:her', length))).toEqual([
    '',
    hex[0],
    hex.slice(0, 2),
    hex.slice(0, 5),
  ]);
});

test('spreads ids that differ in their last digits evenly over the shards', () => {
  const counts = new Map<string, number>();
  for (let id = 0; id < 25_600; id += 1) {
    const prefix = prefixOf(`imdb:tt${String(id).padStart(7, '0')}`, 2);
    counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  expect(counts.size).toBe(256);
  expect(Math.min(...counts.values())).toBeGreaterThan(60);
  expect(Math.max(...counts.values())).toBeLessThan(140);
});

test('the content hash is the start of the SHA-256', async () => {
  expect(await hashContent(new TextEncoder().encode('abc'))).toBe('ba7816bf8f01cfea');
});
