// @module-tag slow
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { titleKey } from '../lib/films/titles/title-key.ts';
import { maxLineLength } from '../lib/catalogue/format.ts';
import { findBuiltInFile, loadBuiltInCatalogue, readBuiltInFilms } from './catalogue/built-in-catalogue.ts';

const run = promisify(execFile);
let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'marquee-shelf-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function catalogue(...args: string[]): Promise<unknown> {
  const { stdout } = await run(process.execPath, ['scripts/catalogue.ts', ...args]);
  return JSON.parse(stdout) as unknown;
}

test('builds a catalogue from a CSV file and looks films up in it', async () => {
  const file = join(directory, 'films.csv');
  const out = join(directory, 'out');
  await writeFile(file, 'title,year,imdb,tomatometer,audience\nHer,2013,tt1798709,95,82\n');
  const report = await catalogue(
    'build',
    '--from',
    'csv',
    file,
    '--out',
    out,
    '--as-of',
    '2020',
    '--licence',
    'CC0-1.0',
  );
  expect(report).toMatchObject({
    films: 1,
    prefixLength: 0,
    asOf: '2020',
    files: [{ rows: 1, leftOut: {} }],
  });
  expect(await catalogue('get', '--catalogue', out, 'imdb:tt1798709', 'title:Heat')).toMatchObject({
    'imdb:tt1798709': [
      { film: { title: 'Her', year: 2013 }, scores: [{ value: 95, licence: 'CC0-1.0' }, { value: 82 }] },
    ],
    'title:Heat': [],
  });
});

test('looks films up in the built-in catalogue', async () => {
  expect(await catalogue('get', 'title:Alien', 'title:no such film')).toMatchObject({
    'title:Alien': expect.arrayContaining([
      expect.objectContaining({ film: expect.objectContaining({ title: 'Alien', year: 1979 }) as object }),
    ]) as object,
    'title:no such film': [],
  });
});

test('a second build removes the shards of the first', async () => {
  const file = join(directory, 'more.csv');
  const out = join(directory, 'again');
  for (const title of ['Her', 'Heat']) {
    await writeFile(file, `title\n${title}\n`);
    await catalogue('build', '--from', 'csv', file, '--out', out);
  }
  expect(await readdir(join(out, 'shards'))).toHaveLength(1);
});

test.each([
  [['build', '--from', 'xml', 'x', '--out', 'y'], '--from takes'],
  [['get', '--catalogue', '/nowhere/at/all', 'imdb:tt1798709'], 'no manifest.json'],
  [['get', '--catalogue', '.', 'her'], 'is not a ref'],
  [[], 'Usage'],
])('%j fails with a message', async (args, message) => {
  await expect(catalogue(...args)).rejects.toMatchObject({
    stderr: expect.stringContaining(message) as string,
  });
});

test('names a file that is not JSON', async () => {
  const file = join(directory, 'broken.json');
  await writeFile(file, '[{"title": "Her"');
  await expect(
    catalogue('build', '--from', 'json', file, '--out', join(directory, 'none')),
  ).rejects.toMatchObject({ stderr: expect.stringContaining('broken.json: not JSON') as string });
});

/** Whether a film can be found by its title, which is not too long for a catalogue. */
const hasPlace = ({ title }: { title: string }): boolean =>
  titleKey(title) !== 'title:' && title.length <= maxLineLength;

test('the built-in catalogue has the films of the tables, each with its own facts', async () => {
  const [builtIn, films] = [await loadBuiltInCatalogue(), await readBuiltInFilms()];
  expect(builtIn.manifest.films).toBe(films.filter(hasPlace).length);
  const some = films.filter((_, at) => at % 997 === 0 && films[at]?.imdb !== null);
  const found = await builtIn.lookUp(some.map(({ imdb }) => `imdb:${imdb ?? ''}` as const));
  expect([...found.values()].map(([one]) => [one?.film.title, one?.film.year])).toEqual(
    some.map(({ title, year }) => [title, year]),
  );
});

test('the built-in catalogue is at most 4 MB', async () => {
  expect((await stat(await findBuiltInFile())).size).toBeLessThanOrEqual(4_000_000);
});

test('the built-in catalogue has the ready-made lists and the titles of series', async () => {
  const builtIn = await loadBuiltInCatalogue();
  const lists = await builtIn.readLists();
  expect(lists.map(({ films }) => films.length)).toEqual(lists.map(() => expect.any(Number) as number));
  expect(lists.length).toBeGreaterThan(0);
  expect((await builtIn.readSeries()).length).toBeGreaterThan(1000);
});
