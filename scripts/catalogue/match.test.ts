import { expect, test } from 'vitest';
import { buildCatalogue } from '../../lib/catalogue/testing/build-catalogue.ts';
import { openCatalogue } from '../../lib/catalogue/catalogue.ts';
import { makeFilm } from '../../lib/films/make-film.ts';
import { matchLines, type MatchedLine } from './match.ts';

const films = [
  makeFilm({ title: 'Dune', year: 1984, refs: ['imdb:tt0087182'], directors: ['David Lynch'] }),
  makeFilm({ title: 'Koyaanisqatsi Marjorie Zootopia Bilbao Tenet', year: 1999, refs: ['imdb:tt0000002'] }),
];
const info = { id: 'test', name: 'Test', asOf: '2025', licence: null, attribution: null, note: null };
const { manifest, shards } = await buildCatalogue(
  films.map((film) => ({ film, scores: [] })),
  info,
  { minFilmsPerShard: 8 },
);
const catalogue = openCatalogue(manifest, (prefix) => Promise.resolve(shards.get(prefix) ?? null));

async function match(text: string): Promise<MatchedLine[]> {
  const lines: MatchedLine[] = [];
  for await (const line of matchLines(text, [catalogue])) lines.push(line);
  return lines;
}

test('each line is matched by title, year and director, and empty lines are left out', async () => {
  const text = `\ufeffDune\t1984\t\r\n\nDune\nDune\t\tDavid Lynch\nDune\t2021\n${films[1]?.title ?? ''}\n`;
  const dune = { title: 'Dune', year: 1984, refs: ['imdb:tt0087182'] };
  const none = { certainty: null, film: null };
  expect(await match(text)).toEqual([
    { title: 'Dune', year: 1984, state: 'film', reason: 'title-and-year', certainty: 'sure', film: dune },
    { title: 'Dune', year: null, state: 'ambiguous', reason: 'title-alone', ...none },
    { title: 'Dune', year: null, state: 'film', reason: 'title-and-director', certainty: 'sure', film: dune },
    { title: 'Dune', year: 2021, state: 'unknown', reason: 'year-disagrees', ...none },
    expect.objectContaining({ state: 'film', reason: 'only-film-of-title', certainty: 'sure' }),
  ]);
});
