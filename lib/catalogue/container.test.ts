import { expect, test } from 'vitest';
import { buildCatalogue } from './builder/build-catalogue.ts';
import { makeFilm } from '../films/make-film.ts';
import { formatContainer, readContainer, sliceOf } from './container.ts';
import { openCatalogue } from './catalogue.ts';

const info = { id: 'test', name: 'Test', asOf: '2026', licence: null, attribution: null, note: null };
const films = ['Her', 'Heat', 'Amélie'].map((title) => ({
  film: makeFilm({ title, year: 2001 }),
  scores: [],
}));
const built = await buildCatalogue(films, info, { minFilmsPerShard: 0.01 });
const file = formatContainer(built.manifest, built.shards);

test('returns the manifest and every shard of a container', async () => {
  const { manifest, readShard } = await readContainer(sliceOf(file));
  expect(manifest).toEqual(built.manifest);
  for (const [prefix, bytes] of built.shards) expect(await readShard(prefix)).toEqual(bytes);
  expect(await readShard('not there')).toBeNull();
});

test('a look-up in a container reads only the slices that it needs', async () => {
  const slices: number[] = [];
  const { manifest, readShard } = await readContainer((start, end) => {
    slices.push(end - start);
    return Promise.resolve(file.subarray(start, end));
  });
  const headerSlices = slices.length;
  const found = await openCatalogue(manifest, readShard).lookUp(['title:amelie:2001']);
  expect(found.get('title:amelie:2001')?.[0]?.film.title).toBe('Amélie');
  expect(slices.length - headerSlices).toBe(1);
});

test.each([
  ['empty', new Uint8Array()],
  ['another file', new TextEncoder().encode('<!doctype html><html><title>Not found</title>')],
  ['cut off in the header', file.subarray(0, 40)],
  ['damaged in the header', file.with(14, 0xff)],
  ['lying about the header', file.with(11, 0x7f)],
])('rejects a file that is %s', async (_what, bytes) => {
  await expect(readContainer(sliceOf(bytes))).rejects.toThrow(/catalogue/);
});

test('rejects a shard that is cut off', async () => {
  const { manifest, readShard } = await readContainer(sliceOf(file.subarray(0, -1)));
  const last = Object.keys(manifest.shards).at(-1) ?? '';
  await expect(readShard(last)).rejects.toThrow('cut off');
});
