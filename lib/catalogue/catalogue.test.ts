import { expect, test, vi } from 'vitest';
import type { FilmRef } from '../films/types.ts';
import type { SourceScore } from '../films/review-types.ts';
import { buildCatalogue, type BuiltCatalogue } from './testing/build-catalogue.ts';
import { makeFilm } from '../films/make-film.ts';
import { maxShardBytes } from './format.ts';
import { openCatalogue } from './catalogue.ts';
import type { Catalogue, CatalogueFilm, CatalogueManifest } from './types.ts';

const info = { id: 'test', name: 'Test', asOf: '2026', licence: 'CC0-1.0', attribution: null, note: null };

const critics: SourceScore = {
  source: 'rottentomatoes',
  sourceName: 'Rotten Tomatoes',
  kind: 'critics',
  value: 95,
  worst: 0,
  best: 100,
  count: 280,
  url: null,
  licence: 'CC0-1.0',
  asOf: '2026',
  note: null,
};

const films: CatalogueFilm[] = [
  {
    film: makeFilm({
      title: 'Her',
      year: 2013,
      refs: ['imdb:tt1798709', 'rottentomatoes:her'],
      directors: ['Spike Jonze'],
      releases: [{ date: '2013-12-18', region: 'US' }],
      runtimeMinutes: 126,
    }),
    scores: [critics],
  },
  { film: makeFilm({ title: 'King Kong', year: 1933 }), scores: [] },
  { film: makeFilm({ title: 'King Kong', year: 2005, refs: ['imdb:tt0360717'] }), scores: [] },
  { film: makeFilm({ title: 'La vie en rose', alternativeTitles: ['La Môme'], year: 2007 }), scores: [] },
  { film: makeFilm({ title: 'La Môme', year: 1950 }), scores: [] },
  { film: makeFilm({ title: '2012', year: 2009 }), scores: [] },
];

function open({ manifest, shards }: BuiltCatalogue): { catalogue: Catalogue; readPrefixes: string[] } {
  const readPrefixes: string[] = [];
  const catalogue = openCatalogue(manifest, (prefix) => {
    readPrefixes.push(prefix);
    return Promise.resolve(shards.get(prefix) ?? null);
  });
  return { catalogue, readPrefixes };
}

// At most about one film per shard, so that `readPrefixes` shows every shard that a look-up reads.
const built = await buildCatalogue(films, info, { minFilmsPerShard: 0.01 });

async function lookUpTitles(ref: FilmRef): Promise<string[]> {
  const found = await open(built).catalogue.lookUp([ref]);
  return (found.get(ref) ?? []).map(({ film }) => `${film.title} ${film.year ?? ''}`);
}

test.each<[FilmRef, string[]]>([
  ['imdb:tt1798709', ['Her 2013']],
  ['rottentomatoes:her', ['Her 2013']],
  ['title:her:2013', ['Her 2013']],
  ['title:her:2012', ['Her 2013']],
  ['title:her', ['Her 2013']],
  ['title:king-kong:2005', ['King Kong 1933', 'King Kong 2005']],
  ['imdb:tt0360717', ['King Kong 2005']],
  ['title:mome', ['La Môme 1950', 'La vie en rose 2007']],
  ['title:2012', ['2012 2009']],
  ['title:2012:2009', ['2012 2009']],
  ['imdb:tt0000001', []],
  ['title:heat:1995', []],
  ['title:__proto__', []],
  ['wikidata:constructor', []],
])('looks up %s and finds %j', async (ref, titles) => {
  expect(await lookUpTitles(ref)).toEqual(titles);
});

test('returns a film with all its fields, a ref by title and year, and the address of its score', async () => {
  const found = await open(built).catalogue.lookUp(['imdb:tt1798709']);
  expect(found.get('imdb:tt1798709')).toEqual([
    {
      film: { ...films[0]?.film, refs: ['imdb:tt1798709', 'rottentomatoes:her', 'title:her:2013'] },
      scores: [{ ...critics, url: 'https://www.rottentomatoes.com/m/her' }],
    },
  ]);
});

test('a look-up of one ref reads at most two shards, and a batch reads each shard once', async () => {
  const one = open(built);
  await one.catalogue.lookUp(['imdb:tt1798709']);
  expect(one.readPrefixes).toHaveLength(2);
  const many = open(built);
  await many.catalogue.lookUp([
    'title:her',
    'imdb:tt1798709',
    'title:her:2013',
    'rottentomatoes:her',
    'title:her',
  ]);
  expect(new Set(many.readPrefixes).size).toBe(many.readPrefixes.length);
});

test('does not read the shard of an id whose film was found by title', async () => {
  const { catalogue, readPrefixes } = open(built);
  const found = await catalogue.lookUp(['imdb:tt1798709', 'title:her:2013']);
  expect(readPrefixes).toHaveLength(1);
  expect(found.get('imdb:tt1798709')).toEqual(found.get('title:her:2013'));
  expect([...found.keys()]).toEqual(['imdb:tt1798709', 'title:her:2013']);
  // The id's film is not among those of the title.
  const other = await open(built).catalogue.lookUp(['imdb:tt1798709', 'title:king-kong:2005']);
  expect(other.get('imdb:tt1798709')).toMatchObject([{ film: { title: 'Her' } }]);
});

test('reads no shard for a kind of ids that the manifest does not list', async () => {
  expect(built.manifest.idKinds).toEqual(['imdb', 'rottentomatoes']);
  const { catalogue, readPrefixes } = open(built);
  expect([...(await catalogue.lookUp(['tmdb:152601', 'letterboxd:her'])).values()]).toEqual([[], []]);
  expect(readPrefixes).toEqual([]);
  const { idKinds: _idKinds, ...manifest } = built.manifest;
  const silent = open({ ...built, manifest });
  await silent.catalogue.lookUp(['tmdb:152601']);
  expect(silent.readPrefixes).toHaveLength(1);
});

test('does not read a recent shard again, and shares one read between simultaneous look-ups', async () => {
  const { catalogue, readPrefixes } = open(built);
  await Promise.all([catalogue.lookUp(['title:her']), catalogue.lookUp(['title:her:2013'])]);
  await catalogue.lookUp(['title:her']);
  expect(readPrefixes).toHaveLength(1);
});

test('reads a shard again after a failure', async () => {
  const { manifest, shards } = built;
  const readShard = vi.fn((prefix: string) => Promise.resolve(shards.get(prefix) ?? null));
  readShard.mockRejectedValueOnce(new Error('disk'));
  const catalogue = openCatalogue(manifest, readShard);
  await expect(catalogue.lookUp(['title:her'])).rejects.toThrow('disk');
  expect((await catalogue.lookUp(['title:her'])).get('title:her')).toHaveLength(1);
});

function catalogueOfOneShard(content: string | Uint8Array): Catalogue {
  const manifest: CatalogueManifest = {
    ...built.manifest,
    prefixLength: 0,
    shards: { '': '0123456789abcdef' },
  };
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return openCatalogue(manifest, () => Promise.resolve(bytes));
}

const noKinds = '"scoreKinds":[]';

test.each([
  ['no JSON', '{"films":'],
  ['a list', '[]'],
  ['no links', `{${noKinds},"films":{}}`],
  ['films in a list', `{${noKinds},"films":[],"links":{}}`],
  ['a score kind without a scale', '{"scoreKinds":[{"source":"x"}],"films":{},"links":{}}'],
  ['no UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d)],
  ['ten thousand brackets', '['.repeat(10_000)],
  ['more bytes than a shard may have', new Uint8Array(maxShardBytes + 1)],
])('rejects a shard that is %s', async (_what, content) => {
  await expect(catalogueOfOneShard(content).lookUp(['title:her'])).rejects.toThrow('shard');
});

test('skips films that do not match the format, and scores outside their scale', async () => {
  const kind =
    '{"source":"x","sourceName":"X","kind":"critics","worst":0,"best":10,"licence":null,"asOf":"2020","note":null}';
  const rows = [
    '{"title":"Her","year":2013,"scores":[[0,7,null,null],[0,11,null,null],[0,-1,null,null],[7,5,null,null]]}',
    '{"title":"Her","year":"2013"}',
    '{"title":"Her","scores":[[0,1e999,null,null]]}',
    '{"title":"Her","scores":[[0,5,null,"javascript:alert(1)"]]}',
    '{"title":"Her","refs":["evil:1"]}',
    `{"title":"${'Her'.repeat(200)}"}`,
    '{"__proto__":{"title":"Her"}}',
    'null',
  ];
  const catalogue = catalogueOfOneShard(
    `{"scoreKinds":[${kind}],"films":{"title:her":[${rows.join()}]},"links":{}}`,
  );
  const found = (await catalogue.lookUp(['title:her'])).get('title:her') ?? [];
  expect(found.map(({ scores }) => scores.map(({ value }) => value))).toEqual([[7]]);
});

test('handles links that are dead, circular or malformed', async () => {
  const links =
    '{"imdb:tt1":["title:gone"],"imdb:tt2":["imdb:tt2"],"imdb:tt3":"title:her","imdb:tt4":[7,null,"evil:1"]}';
  const catalogue = catalogueOfOneShard(
    `{${noKinds},"films":{"title:her":[{"title":"Her"}]},"links":${links}}`,
  );
  const found = await catalogue.lookUp(['imdb:tt1', 'imdb:tt2', 'imdb:tt3', 'imdb:tt4']);
  expect([...found.values()]).toEqual([[], [], [], []]);
});
