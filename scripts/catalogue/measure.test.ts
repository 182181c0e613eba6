import { expect, test } from 'vitest';
import { buildCatalogue } from '../../lib/catalogue/testing/build-catalogue.ts';
import { openCatalogue } from '../../lib/catalogue/catalogue.ts';
import { makeFilm } from '../../lib/films/make-film.ts';
import type { Film } from '../../lib/films/types.ts';
import { listIdentityTables } from '../docs/identity.ts';
import { listTableNames, measureNames, readNames, type IdentityRow } from './measure.ts';

const old = makeFilm({ title: 'Marjorie Prime', year: 1999, refs: ['imdb:tt0000001'] });
const recent = makeFilm({ title: 'Marjorie Prime', year: 2017, refs: ['imdb:tt0000002'] });
const near = makeFilm({ title: 'Zootopia Bilbao', year: 2018, refs: ['imdb:tt0000003'] });
const nearer = makeFilm({ title: 'Zootopia Bilbao', year: 2019, refs: ['imdb:tt0000004'] });
const films = [old, recent, near, nearer];
const table = films.map((film) => ({ film, form: '' }));
const info = { id: 'test', name: 'Test', asOf: '2025', licence: null, attribution: null, note: null };
const { manifest, shards } = await buildCatalogue(
  films.map((film) => ({ film, scores: [] })),
  info,
  { minFilmsPerShard: 8 },
);
const catalogue = openCatalogue(manifest, (prefix) => Promise.resolve(shards.get(prefix) ?? null));

const nameOf = (film: Film) => ({ film, title: film.title, year: film.year ?? 0, isKnown: true });

/** What became of the one film in each row. */
const resultsOf = (rows: IdentityRow[]): string[] =>
  rows.map((row) => {
    const counted = Object.entries(row).filter(([, value]) => value === 1 && typeof value === 'number');
    return counted.map(([name]) => name).join(' ');
  });

test.each<[string, Film, string[]]>([
  [
    'with a namesake far away',
    old,
    ['all sureRight', 'all sureRight', 'all asked', 'all none', 'all none', 'all asked'],
  ],
  [
    'with a namesake of the next year, as which it is taken when it is left out',
    near,
    ['all sureRight', 'all sureWrong', 'all asked', 'all sureWrong nearWrong', 'all sureWrong', 'all asked'],
  ],
])('measureNames counts a film %s', async (_what, film, expected) => {
  expect(resultsOf(await measureNames([nameOf(film)], catalogue))).toEqual(expected);
});

test('measureNames counts a film that the catalogue lacks only in the rows without it', async () => {
  const rows = await measureNames([{ ...nameOf(recent), isKnown: false }], catalogue);
  expect(rows.map(({ isPresent, all }) => [isPresent, all])).toEqual([
    [true, 0],
    [true, 0],
    [true, 0],
    [false, 1],
    [false, 1],
    [false, 1],
  ]);
});

test('listTableNames takes every fourth film that is not a short, by its title and by another one', () => {
  const numbered = Array.from({ length: 9 }, (_, at) =>
    makeFilm({ title: `Film ${at}`, alternativeTitles: [`film ${at}`, `Kino ${at}`], year: 2000 + at }),
  );
  const rows = numbered.map((film, at) => ({ film, form: at === 1 ? 'short' : '' }));
  const { own, other } = listTableNames(rows);
  expect(own.map(({ title, year }) => [title, year])).toEqual([
    ['Film 0', 2000],
    ['Film 5', 2005],
  ]);
  expect(other.map(({ title }) => title)).toEqual(['Kino 0', 'Kino 5']);
});

test('readNames finds the films of a list by IMDb id, and leaves out lines without year or id', () => {
  const list = 'M. Prime\t2018\ttt0000002\nOther\t2001\ttt0000009\r\nNo year\t\ttt0000001\nNo id\t2001\t\n';
  expect(readNames(list, table)).toEqual([
    { film: recent, title: 'M. Prime', year: 2018, isKnown: true },
    expect.objectContaining({ title: 'Other', year: 2001, isKnown: false }),
  ]);
});

test('listIdentityTables gives shares of all films of a row, and a dash for none', async () => {
  const rows = await measureNames([nameOf(old), nameOf(near)], catalogue);
  const [one] = listIdentityTables([{ names: 'its title', rows }]);
  expect(one?.heading).toBe('Named by its title:');
  expect(one?.rows[1]).toEqual(['title and year', '2', '100.00 %', '–', '–', '–', '–', '–', '–']);
  expect(one?.rows[4]).toEqual([
    'title and year, film left out',
    '2',
    '–',
    '–',
    '50.00 %',
    '–',
    '50.00 %',
    '–',
    '50.00 %',
  ]);
});
