import { expect, test } from 'vitest';
import { openCatalogue } from '../catalogue.ts';
import { hashContent } from '../hash.ts';
import { buildCatalogue, createCatalogueBuilder } from '../testing/build-catalogue.ts';
import { makeFilm } from '../../films/make-film.ts';

const info = { id: 'test', name: 'Test', asOf: '2026', licence: null, attribution: null, note: null };
const fine = { minFilmsPerShard: 0.01 };

test('the manifest counts the films and lists the content hash of every shard', async () => {
  const films = ['Her', 'Heat', 'Up'].map((title) => ({ film: makeFilm({ title }), scores: [] }));
  const { manifest, shards } = await buildCatalogue(films, info, fine);
  expect(manifest).toMatchObject({ format: 'marquee-shelf', version: 1, id: 'test', films: 3 });
  for (const [prefix, bytes] of shards) expect(manifest.shards[prefix]).toBe(await hashContent(bytes));
  expect(Object.keys(manifest.shards)).toEqual([...shards.keys()]);
});

test('the same films always produce the same bytes', async () => {
  const films = ['Her', 'Heat', 'Up'].map((title) => ({ film: makeFilm({ title }), scores: [] }));
  const [one, other] = await Promise.all([
    buildCatalogue(films, info, fine),
    buildCatalogue(films, info, fine),
  ]);
  expect(other).toEqual(one);
});

test('an id refers to one film: the first one added with it', async () => {
  const builder = createCatalogueBuilder();
  const added = [
    builder.add({
      film: makeFilm({ title: 'Her', year: 2013, refs: ['imdb:tt1798709', 'tmdb:152601'] }),
      scores: [],
    }),
    builder.add({ film: makeFilm({ title: 'Her', year: 2013, refs: ['imdb:tt1798709'] }), scores: [] }),
    builder.add({
      film: makeFilm({ title: 'Him', year: 2014, refs: ['imdb:tt1798709', 'tmdb:1'] }),
      scores: [],
    }),
  ];
  const { manifest, shards } = await builder.finish(info, fine);
  const catalogue = openCatalogue(manifest, (prefix) => Promise.resolve(shards.get(prefix) ?? null));
  const found = await catalogue.lookUp(['imdb:tt1798709', 'tmdb:1']);
  expect(added).toEqual([true, false, true]);
  expect([...found.values()].map((films) => films.map(({ film }) => film.title))).toEqual([['Her'], ['Him']]);
});

test('skips a film whose title has no visible character', () => {
  expect(createCatalogueBuilder().add({ film: makeFilm({ title: '\u200b' }), scores: [] })).toBe(false);
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'finds a film with the title %s',
  async (title) => {
    const { manifest, shards } = await buildCatalogue(
      [{ film: makeFilm({ title }), scores: [] }],
      info,
      fine,
    );
    const catalogue = openCatalogue(manifest, (prefix) => Promise.resolve(shards.get(prefix) ?? null));
    const [films] = (await catalogue.lookUp([`title:${title.toLowerCase().replaceAll('_', '')}`])).values();
    expect(films).toHaveLength(1);
  },
);
