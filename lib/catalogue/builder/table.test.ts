import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import type { CatalogueFilm } from '../types.ts';
import { readCsvFilms, readJsonFilms } from './table.ts';

const info = {
  id: 'mine',
  name: 'My list',
  asOf: '2026-01-31',
  licence: 'CC0-1.0',
  attribution: null,
  note: null,
};

async function readCsv(text: string, mapping?: Record<string, string>) {
  const films: CatalogueFilm[] = [];
  const report = await readCsvFilms([text], {
    info,
    ...(mapping && { mapping }),
    onFilm: (film) => films.push(film),
  });
  return { films, report };
}

test('reads films from a table of Tomatometers, audience scores and ids', async () => {
  const { films, report } = await readCsv(
    'title,year,tomatometer,audience,genres,rt_slug,wikidata,imdb,tmdb,join_similarity\r\n' +
      'Her,2013,95,82,"Drama, Romance",m/her,Q788822,tt1798709,152601,1.00\r\n',
  );
  expect(report).toMatchObject({
    rows: 1,
    skipped: {},
    columns: { audience: 'rtAudience', rt_slug: 'rottentomatoes' },
  });
  expect(report.columns).not.toHaveProperty('join_similarity');
  expect(films[0]?.film).toMatchObject({
    title: 'Her',
    year: 2013,
    refs: ['rottentomatoes:her', 'wikidata:Q788822', 'imdb:tt1798709', 'tmdb:152601'],
    genres: ['Drama', 'Romance'],
  });
  expect(films[0]?.scores).toMatchObject([
    {
      source: 'rottentomatoes',
      kind: 'critics',
      value: 95,
      best: 100,
      asOf: '2026-01-31',
      licence: 'CC0-1.0',
    },
    { source: 'rottentomatoes', kind: 'audience', value: 82, best: 100 },
  ]);
});

test("recognises IMDb's own column names, in upper or lower case", async () => {
  const { films } = await readCsv(
    'Const,Title Type,PRIMARYTITLE,originalTitle,startYear,runtimeMinutes,averageRating,numVotes,Directors\n' +
      'tt0084787,movie,The Thing,\\N,1982,109,8.2,"519,541",John Carpenter\n',
  );
  expect(films[0]?.film).toMatchObject({
    title: 'The Thing',
    originalTitle: null,
    year: 1982,
    runtimeMinutes: 109,
    directors: ['John Carpenter'],
    refs: ['imdb:tt0084787'],
  });
  expect(films[0]?.scores).toMatchObject([
    { source: 'imdb', kind: 'audience', value: 8.2, worst: 1, best: 10, count: 519541 },
  ]);
});

test('columns can be mapped to fields, with a scale, or skipped', async () => {
  const { films } = await readCsv('Film Name;Mark;Year\nHer;8,5;1999\n', {
    'film name': 'title',
    Mark: 'critics/10',
    Year: '-',
  });
  expect(films[0]).toMatchObject({
    film: { title: 'Her', year: null },
    scores: [{ source: 'mine', sourceName: 'My list', kind: 'critics', value: 8.5, worst: 0, best: 10 }],
  });
});

test.each([
  ['N/A', []],
  ['', []],
  ['NaN', []],
  ['101', []],
  ['-1', []],
  ['1e999', []],
  ['ten', []],
  ['0', [0]],
  ['95%', [95]],
  ['"8,5"', [8.5]],
])('reads a Tomatometer of %s as %j', async (cell, values) => {
  const { films } = await readCsv(`title,tomatometer\nHer,${cell}\n`);
  expect(films[0]?.scores.map(({ value }) => value)).toEqual(values);
});

test.each([
  ['imdb', 'tt1798709', ['imdb:tt1798709']],
  ['imdb', 'https://www.imdb.com/title/tt1798709/', ['imdb:tt1798709']],
  ['imdb', 'nm0005069', []],
  ['imdb', 'https://evil.example/title/tt1798709/', []],
  ['tmdb', '152601.0', ['tmdb:152601']],
  ['wikidata', 'q', []],
  ['rottentomatoes', 'm/her', ['rottentomatoes:her']],
  ['rottentomatoes', 'm/../../x', []],
  ['letterboxd', 'her', ['letterboxd:her']],
])('reads the id of %s in %s as %j', async (column, cell, refs) => {
  const { films } = await readCsv(`title,${column}\nHer,${cell}\n`);
  expect(films[0]?.film.refs).toEqual(refs);
});

test.each([
  ['2013', 2013],
  ['2013.0', 2013],
  ['2013-12-18', 2013],
  ['18/12/2013', 2013],
  ['13', null],
  ['20134', null],
])('reads the year in %s as %s', async (cell, year) => {
  const { films } = await readCsv(`title,year\nHer,${cell}\n`);
  expect(films[0]?.film.year).toBe(year);
});

test('skips and counts rows without a title and rows that are not films', async () => {
  const { films, report } = await readCsv('title,type\nHer,movie\n,movie\nLost,tvSeries\nHalo,videoGame\n\n');
  expect(films.map(({ film }) => film.title)).toEqual(['Her']);
  expect(report).toMatchObject({ rows: 4, skipped: { 'missing-title': 1, 'not-a-film': 2 } });
});

test.each([
  ['year,imdb\n2013,tt1798709\n', undefined, 'no column is a title'],
  ['', undefined, 'empty'],
  ['title\nHer\n', { name: 'title' }, 'no column "name"'],
  ['title,a\nHer,b\n', { a: 'colour' }, 'none of'],
  ['title,a\nHer,b\n', { a: 'critics/ten' }, 'scale'],
  ['title,a\nHer,b\n', { a: 'genres/10' }, 'scale'],
])('rejects %j with the mapping %j', async (text, mapping, message) => {
  await expect(readCsv(text, mapping)).rejects.toThrow(message);
});

test('handles hostile headers and cells', async () => {
  const { films } = await readCsv(
    '\uFEFFtitle,__proto__,constructor,year\n"He\u202er\u0000",x,y,2013\n"Up\nand away",x\n"unclosed,2013\n',
  );
  expect(films.map(({ film }) => film.title)).toEqual(['Her', 'Up and away', 'unclosed,2013']);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

test('reads a file from a stream in chunks', async () => {
  const films: CatalogueFilm[] = [];
  const pieces = ['title,ye', 'ar\nHer,20', '13\nHeat,1995', '\n'];
  const report = await readCsvFilms(Readable.from(pieces), { info, onFilm: (film) => films.push(film) });
  expect(report.rows).toBe(2);
  expect(films.map(({ film }) => `${film.title} ${film.year ?? ''}`)).toEqual(['Her 2013', 'Heat 1995']);
});

test('reads a cell with line breaks that comes in several pieces, and a last row without a line break', async () => {
  const films: CatalogueFilm[] = [];
  const pieces = ['title,year\n"Up', '\naw', 'ay",2009\n\nHer,20', '13'];
  const report = await readCsvFilms(pieces, { info, onFilm: (film) => films.push(film) });
  expect(report.rows).toBe(2);
  expect(films.map(({ film }) => `${film.title} ${film.year ?? ''}`)).toEqual(['Up away 2009', 'Her 2013']);
});

test('rejects a file whose quote is never closed', async () => {
  const pieces = ['title\n"Her\n', 'x\n'.repeat(500_001)];
  await expect(readCsvFilms(pieces, { info, onFilm: () => undefined })).rejects.toThrow('does not end');
});

test('rejects with an error thrown by onFilm', async () => {
  const stream = Readable.from(['title\n', 'Her\n']);
  const onFilm = () => {
    throw new Error('full');
  };
  await expect(readCsvFilms(stream, { info, onFilm })).rejects.toThrow('full');
});

test.each([
  ['[{"title":"Her","year":2013,"directors":["Spike Jonze"],"cast":["Joaquin Phoenix"]}]'],
  [
    '{"version":1,"films":[{"name":"Her","year":"2013","director":"Spike Jonze","actors":"Joaquin Phoenix"},null,7]}',
  ],
])('reads the films in %s', (text) => {
  const films: CatalogueFilm[] = [];
  readJsonFilms(text, { info, onFilm: (film) => films.push(film) });
  expect(films).toMatchObject([
    { film: { title: 'Her', year: 2013, directors: ['Spike Jonze'], cast: ['Joaquin Phoenix'] } },
  ]);
});

test('rejects JSON without a list of films, and text that is not JSON', () => {
  const options = { info, onFilm: () => undefined };
  expect(() => readJsonFilms('{"title":"Her"}', options)).toThrow('no list of films');
  expect(() => readJsonFilms('{"title":', options)).toThrow(SyntaxError);
  expect(() => readJsonFilms('[{"__proto__":"Her"}]', options)).toThrow('no column is a title');
});
