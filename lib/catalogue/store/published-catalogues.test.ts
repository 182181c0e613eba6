import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildCatalogue, type BuiltCatalogue } from '../testing/build-catalogue.ts';
import { makeFilm } from '../../films/make-film.ts';
import { listShardHashes } from '../builder/build-catalogue.ts';
import { prefixOf } from '../hash.ts';
import { shardPath } from '../manifest.ts';
import { closeCatalogueDatabase, openCatalogueDatabase, catalogueDatabaseName } from './database.ts';
import type { Fetch } from './fetch-file.ts';
import {
  addPublishedCatalogue,
  idOfPublished,
  isPublished,
  openPublishedRow,
  parseCatalogueAddress,
} from './published-catalogues.ts';
import { listStoredCatalogues, removeStoredCatalogue } from './stored-catalogues.ts';

const address = 'https://catalogue.example/films/';
const info = {
  id: 'starter',
  name: 'Films',
  asOf: '2026-10-01',
  licence: 'CC0-1.0',
  attribution: null,
  note: null,
};

function build(count: number, minFilmsPerShard = 50): Promise<BuiltCatalogue> {
  const films = Array.from({ length: count }, (_, at) => ({
    film: makeFilm({ title: `Film ${at} of many`, refs: [`imdb:tt${1_000_000 + at}` as const] }),
    scores: [],
  }));
  return buildCatalogue(films, info, { minFilmsPerShard });
}

const published = await build(1000);

type Answer = Response | Error;

/** A host of plain files; `answers` replace some of them. */
function serve({ manifest, shards }: BuiltCatalogue, answers: Record<string, () => Answer> = {}) {
  return vi.fn<Fetch>((url, init) => {
    const path = url.slice(address.length);
    const instead = answers[path]?.();
    if (instead) return instead instanceof Error ? Promise.reject(instead) : Promise.resolve(instead);
    const etag = `"${manifest.films}"`;
    if (path === 'manifest.json') {
      const isKnown = new Headers(init.headers).get('if-none-match') === etag;
      return Promise.resolve(
        isKnown
          ? new Response(null, { status: 304 })
          : new Response(JSON.stringify(manifest), { headers: { etag } }),
      );
    }
    const found = [...shards].find(([prefix]) => shardPath(prefix, manifest.shards[prefix] ?? '') === path);
    return Promise.resolve(found ? new Response(found[1]) : new Response('', { status: 404 }));
  });
}

const add = (fetch: Fetch) => addPublishedCatalogue(address, { fetch, now: () => 7 });

async function open(fetch: Fetch | null) {
  const row = (await listStoredCatalogues()).find(isPublished);
  if (!row) throw new Error('no published catalogue');
  return openPublishedRow(row, fetch);
}

beforeEach(() => deleteDB(catalogueDatabaseName));
afterEach(closeCatalogueDatabase);

test('adding a catalogue fetches its manifest and nothing else, without cookies or referrer', async () => {
  const fetch = serve(published);
  expect(await add(fetch)).toMatchObject({
    id: idOfPublished(address),
    head: { name: 'Films', films: 1000 },
  });
  expect(fetch.mock.calls).toEqual([
    [
      `${address}manifest.json`,
      expect.objectContaining({ credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual' }),
    ],
  ]);
});

test('a publisher cannot replace another catalogue by using its id', async () => {
  expect((await add(serve(published))).id).toMatch(/^published-[0-9a-f]{8}$/);
});

test('a look-up fetches the shards it needs once, by prefix and hash, and stores them', async () => {
  const fetch = serve(published);
  await add(fetch);
  fetch.mockClear();
  const found = await (await open(fetch)).lookUp(['imdb:tt1000077']);
  expect(found.get('imdb:tt1000077')?.[0]?.film.title).toBe('Film 77 of many');
  const requested = fetch.mock.calls.map(([url]) => url);
  expect(requested.length).toBeLessThanOrEqual(2);
  for (const url of requested)
    expect(url).toMatch(/^https:\/\/catalogue\.example\/films\/shards\/[0-9a-f]-[0-9a-f]{16}\.json$/);
  fetch.mockClear();
  const again = await (await open(null)).lookUp(['imdb:tt1000077']);
  expect(again).toEqual(found);
  expect(fetch).not.toHaveBeenCalled();
});

test('does not request a missing shard if fetching is not allowed', async () => {
  const fetch = serve(published);
  await add(fetch);
  await expect((await open(null)).lookUp(['imdb:tt1000077'])).rejects.toMatchObject({
    reason: 'not-asked',
  });
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('an unchanged manifest is answered with 304; a changed one deletes shards that are no longer listed', async () => {
  const first = serve(published);
  await add(first);
  await (await open(first)).lookUp(['imdb:tt1000077']);
  await add(first);
  expect(new Headers(first.mock.lastCall?.[1].headers).get('if-none-match')).toBe('"1000"');
  const db = await openCatalogueDatabase();
  expect(await db.count('shards')).toBeGreaterThan(0);
  const before = (await open(null)).revision;
  await add(serve(await build(1100)));
  expect(await db.count('shards')).toBe(0);
  expect((await open(null)).revision).not.toBe(before);
  expect(await listStoredCatalogues()).toHaveLength(1);
});

test('deletes everything of a removed catalogue, even if a shard was being fetched', async () => {
  const fetch = serve(published);
  await add(fetch);
  const catalogue = await open((url, init) =>
    removeStoredCatalogue(idOfPublished(address)).then(() => fetch(url, init)),
  );
  await catalogue.lookUp(['imdb:tt1000077']).catch(() => undefined);
  expect(await (await openCatalogueDatabase()).count('shards')).toBe(0);
});

test.each([
  [
    'few films',
    (films: Record<string, unknown>) => Object.fromEntries(Object.entries(films).slice(0, 14)),
    false,
  ],
  [
    'few films and titles of other shards',
    (films: Record<string, unknown>) => ({
      ...Object.fromEntries(Object.entries(films).slice(0, 14)),
      ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`title:made-up-${at}`, []])),
    }),
    false,
  ],
  ['no films', () => ({}), false],
  [
    'as many films as in a thin part of a catalogue',
    (films: Record<string, unknown>) => Object.fromEntries(Object.entries(films).slice(0, 20)),
    true,
  ],
])('a shard with %s is believed, not the manifest', async (_name, change, isEnough) => {
  const shards = new Map(
    [...published.shards].map(([prefix, bytes]) => {
      const shard = JSON.parse(new TextDecoder().decode(bytes)) as { films: Record<string, unknown> };
      return [prefix, new TextEncoder().encode(JSON.stringify({ ...shard, films: change(shard.films) }))];
    }),
  );
  const manifest = { ...published.manifest, films: 1_000_000, shards: await listShardHashes(shards) };
  const fetch = serve({ manifest, shards });
  await add(fetch);
  fetch.mockClear();
  const first = (await open(fetch)).lookUp(['title:film-77-of-many']);
  if (isEnough) return expect(await first).toBeInstanceOf(Map);
  await expect(first).rejects.toMatchObject({ reason: 'too-revealing' });
  expect(fetch).toHaveBeenCalledTimes(1);
  // Never again, whatever the manifest says from then on, until the user removes it.
  await expect((await open(fetch)).lookUp(['title:film-78-of-many'])).rejects.toMatchObject({
    reason: 'not-asked',
  });
  await expect(add(fetch)).rejects.toMatchObject({ reason: 'too-revealing' });
  expect(fetch).toHaveBeenCalledTimes(1);
  await removeStoredCatalogue(idOfPublished(address));
  expect(await add(serve(published))).toMatchObject({ head: { films: 1000 } });
});

test('a catalogue of long prefixes that was added before is asked for nothing', async () => {
  const fetch = serve(published);
  const row = await add(fetch);
  const db = await openCatalogueDatabase();
  fetch.mockClear();
  const shards = { [prefixOf('title:film-77-of-many', 5)]: '0123456789abcdef' };
  await db.put('shelves', {
    ...row,
    head: { ...row.head, films: 1_000_000_000, prefixLength: 5 },
    published: { url: address, etag: null, checkedAt: 7, shards },
  });
  await expect((await open(fetch)).lookUp(['title:film-77-of-many'])).rejects.toMatchObject({
    reason: 'too-revealing',
  });
  expect(fetch).not.toHaveBeenCalled();
});

const revealing = await build(999, 1);
const manifestAnswer = (answer: () => Answer) => ({ 'manifest.json': answer });

test.each<[string, Fetch, string]>([
  ['with too few films a shard', serve(revealing), 'too-revealing'],
  [
    'that is a login page',
    serve(
      published,
      manifestAnswer(() => new Response('<html>')),
    ),
    'bad-manifest',
  ],
  [
    'that is not there',
    serve(
      published,
      manifestAnswer(() => new Response('', { status: 404 })),
    ),
    'missing',
  ],
  [
    'that sends elsewhere',
    serve(
      published,
      manifestAnswer(() => new Response('', { status: 302, headers: { location: 'https://evil.example/' } })),
    ),
    'redirected',
  ],
  [
    'that cannot be reached',
    serve(
      published,
      manifestAnswer(() => new TypeError('Failed to fetch')),
    ),
    'offline',
  ],
  [
    'of 5 MB',
    serve(
      published,
      manifestAnswer(() => new Response(new Uint8Array(5_000_000))),
    ),
    'too-large',
  ],
])('rejects a catalogue %s, and keeps the existing one', async (_what, fetch, reason) => {
  await add(serve(published));
  await expect(add(fetch)).rejects.toMatchObject({ reason });
  expect(await listStoredCatalogues()).toMatchObject([{ head: { films: 1000 } }]);
});

test('rejects a shard that differs from the manifest, and does not store it', async () => {
  const paths = Object.entries(published.manifest.shards).map(([prefix, hash]) => shardPath(prefix, hash));
  const fetch = serve(published, Object.fromEntries(paths.map((path) => [path, () => new Response('{}')])));
  await add(fetch);
  await expect((await open(fetch)).lookUp(['imdb:tt1000077'])).rejects.toMatchObject({
    reason: 'hash-differs',
  });
  expect(await (await openCatalogueDatabase()).count('shards')).toBe(0);
});

test.each([
  ['https://catalogue.example/films', address],
  ['https://catalogue.example/films/', address],
  [' https://catalogue.example/films/manifest.json?x=1#y ', address],
  ['https://catalogue.example', 'https://catalogue.example/'],
])('reads the address %s as the folder %s', (text, folder) => {
  expect(parseCatalogueAddress(text)).toBe(folder);
});

test.each([
  'http://catalogue.example/',
  'file:///catalogue',
  'javascript:alert(1)',
  'https://me:secret@catalogue.example/',
  'catalogue',
])('rejects %s as the address of a catalogue', (text) => {
  expect(() => parseCatalogueAddress(text)).toThrow('https');
});
