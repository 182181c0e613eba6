// @module-tag slow
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadBuiltInCatalogue } from './built-in-catalogue.ts';

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
    'title:Alien': [{ film: { title: 'Alien' } }],
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
  [['get', '--catalogue', '/nowhere/at/all', 'imdb:tt1'], 'no manifest.json'],
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

test('the built-in catalogue has the 3,191 plausible films of the data set', async () => {
  const starter = await loadBuiltInCatalogue();
  expect(starter.manifest).toMatchObject({ films: 3191, asOf: '2010', note: 'sample-2010' });
  const found = await starter.lookUp(['title:dark-knight:2008', 'title:300', 'title:gone-with-the-wind']);
  expect(found.get('title:dark-knight:2008')).toMatchObject([
    {
      film: { year: 2008 },
      scores: [
        { source: 'rottentomatoes', kind: 'critics' },
        { source: 'imdb', kind: 'audience' },
      ],
    },
  ]);
  expect(found.get('title:300')).toEqual([]);
  expect(found.get('title:gone-with-the-wind')?.map(({ film }) => film.year)).toEqual([1939]);
});
