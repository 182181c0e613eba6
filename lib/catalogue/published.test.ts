import { expect, test } from 'vitest';
import { buildCatalogue } from './testing/build-catalogue.ts';
import { makeFilm } from '../films/make-film.ts';
import { shardPath } from './manifest.ts';
import { openPublishedCatalogue } from './published.ts';
import type { CatalogueManifest } from './types.ts';

const info = { id: 'test', name: 'Test', asOf: '2026', licence: null, attribution: null, note: null };
const films = Array.from({ length: 900 }, (_, number) => ({
  film: makeFilm({ title: `Film ${number}`, year: 2000 }),
  scores: [],
}));
const built = await buildCatalogue(films, info, { minFilmsPerShard: 50 });

function publish(manifest: CatalogueManifest = built.manifest): Map<string, Uint8Array<ArrayBuffer>> {
  const shards = [...built.shards].map(
    ([prefix, bytes]) => [shardPath(prefix, built.manifest.shards[prefix] ?? ''), bytes] as const,
  );
  return new Map([['manifest.json', new TextEncoder().encode(JSON.stringify(manifest))], ...shards]);
}

const open = (files: Map<string, Uint8Array<ArrayBuffer>>) =>
  openPublishedCatalogue((path) => Promise.resolve(files.get(path) ?? null));

test('requests the shard of a film, which reveals only a group of at least 50 films to the host', async () => {
  const requested: string[] = [];
  const files = publish();
  const catalogue = await openPublishedCatalogue((path) => {
    requested.push(path);
    return Promise.resolve(files.get(path) ?? null);
  });
  const found = await catalogue.lookUp(['title:film-77:2000']);
  expect(found.get('title:film-77:2000')?.[0]?.film.title).toBe('Film 77');
  expect(requested).toHaveLength(2);
  expect(requested[1]).toMatch(/^shards\/[0-9a-f]-[0-9a-f]{16}\.json$/);
});

test('rejects a catalogue whose shards would reveal the film', async () => {
  await expect(open(publish({ ...built.manifest, films: 799 }))).rejects.toThrow('films a shard');
});

test('rejects a missing manifest, and one that is a web page', async () => {
  await expect(open(new Map())).rejects.toThrow('no manifest.json');
  await expect(open(new Map([['manifest.json', new TextEncoder().encode('<html>')]]))).rejects.toThrow(
    'not UTF-8 JSON',
  );
});

test('rejects a shard that differs from the manifest, and a missing one', async () => {
  const changed = publish();
  for (const [path, bytes] of changed) if (path !== 'manifest.json') changed.set(path, bytes.with(20, 0x20));
  await expect((await open(changed)).lookUp(['title:film-77'])).rejects.toThrow(
    'is not what the manifest lists',
  );
  const emptied = new Map([...publish()].slice(0, 1));
  await expect((await open(emptied)).lookUp(['title:film-77'])).rejects.toThrow('there is no shards/');
});
