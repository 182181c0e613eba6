import { beforeEach, expect, test } from 'vitest';
import { editFilms, setWatchlist } from '../../watchlog/commands/commands.ts';
import { createLogFixture, filmInput, type LogFixture } from '../../watchlog/testing/fixture.ts';
import { makeCatalogue } from '../testing/films.ts';
import { createCatalogueLookUp } from './catalogue-lookup.ts';
import { suggestFilms } from './suggestions.ts';

const { catalogue } = await makeCatalogue();
const lookUp = createCatalogueLookUp({
  loadCatalogues: () => Promise.resolve([catalogue]),
  cache: { load: () => Promise.resolve(new Map()), save: () => Promise.resolve() },
});
let fixture: LogFixture;

beforeEach(async () => {
  fixture = await createLogFixture();
});

async function suggest(text: string): Promise<string[]> {
  const films = await suggestFilms(text, { lookUp, readLog: (query) => fixture.log.read(query) });
  return films.map(({ title, year }) => `${title} (${year})`);
}

async function keep(title: string, year: number): Promise<void> {
  await fixture.log.write(setWatchlist({ film: filmInput(title, year), listed: true }));
}

test.each([
  ['her', ['Her (2013)']],
  ['The Her', ['Her (2013)']],
  ['king kong', ['King Kong (1976)', 'King Kong (2005)']],
  ['king kong (2005)', ['King Kong (2005)']],
  ['king kong 2005', ['King Kong (2005)']],
  ['king kong 1976 ', ['King Kong (1976)']],
  ['king kong 1990', []],
  ['king kong 3005', []],
  ['king', []],
  ['', []],
  ['  ', []],
])('the catalogues give for %j: %j', async (text, films) => {
  expect(await suggest(text)).toEqual(films);
});

test('films of the log are given by the beginning of their titles, before those of the catalogues', async () => {
  await keep('King Kong Lives', 1986);
  await keep('The King', 2019);
  await keep('Queen', 2013);
  expect(await suggest('king kong')).toEqual([
    'King Kong Lives (1986)',
    'King Kong (1976)',
    'King Kong (2005)',
  ]);
  expect(await suggest('kin')).toEqual(['King Kong Lives (1986)', 'The King (2019)']);
  expect(await suggest('the kin')).toEqual(['King Kong Lives (1986)', 'The King (2019)']);
  expect(await suggest('kong')).toEqual([]);
});

test('a film that the log and a catalogue have is given once', async () => {
  await keep('Her', 2013);
  expect(await suggest('her')).toEqual(['Her (2013)']);
});

test('a year at the end may belong to the title', async () => {
  await keep('Blade Runner 2049', 2017);
  await keep('Blade Runner', 1982);
  expect(await suggest('blade runner 2049')).toEqual(['Blade Runner 2049 (2017)']);
  expect(await suggest('blade runner 1982')).toEqual(['Blade Runner (1982)']);
});

test('a film in the trash is not given', async () => {
  await keep('Queen', 2013);
  const [row] = (await fixture.log.read((db) => db.getAll('films'))) ?? [];
  if (!row) throw new Error('no film');
  await fixture.log.write(editFilms({ ids: [row.id], edit: { isDeleted: true } }));
  expect(await suggest('queen')).toEqual([]);
});

test('no more than eight are given', async () => {
  for (let part = 1; part <= 10; part += 1) await keep(`Silent Sequel ${part}`, 2000 + part);
  expect(await suggest('silent')).toHaveLength(8);
});

test('without the log the catalogues still answer', async () => {
  const films = await suggestFilms('her', { lookUp, readLog: () => Promise.resolve(null) });
  expect(films.map(({ title }) => title)).toEqual(['Her']);
});
