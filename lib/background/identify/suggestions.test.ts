import { beforeEach, expect, test } from 'vitest';
import { editFilms, setWatchlist } from '../../watchlog/commands/commands.ts';
import { createLogFixture, filmInput, type LogFixture } from '../../watchlog/testing/fixture.ts';
import { makeCatalogue } from '../testing/films.ts';
import { createCatalogueLookUp } from './catalogue-lookup.ts';
import type { TitleMatch } from '../../catalogue/search/types.ts';
import type { FilmSuggestion } from '../../messaging/protocol.ts';
import { chooseEntered, suggestFilms } from './suggestions.ts';

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
  return (await suggestAll(text)).map(({ film: { title, year } }) => `${title} (${year})`);
}

const suggestAll = (text: string, matches: TitleMatch[] = []): Promise<FilmSuggestion[]> =>
  suggestFilms(text, {
    lookUp,
    readLog: (query) => fixture.log.read(query),
    findTitles: () => Promise.resolve(matches),
  });

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
  const readLog = (): Promise<null> => Promise.resolve(null);
  const found = await suggestFilms('her', { lookUp, readLog, findTitles: () => Promise.resolve([]) });
  expect(found.map(({ film, own }) => [film.title, own])).toEqual([['Her', null]]);
});

test.each([
  ['tt1798709'],
  [' TT1798709 '],
  ['https://www.imdb.com/title/tt1798709/?ref_=nv'],
  ['imdb.com/title/tt1798709'],
  ['https://letterboxd.com/film/her/'],
  ['https://letterboxd.com/film/her-2013/'],
  ['www.themoviedb.org/movie/152601-her'],
])('an id or an address finds its film, or one of the title in it: %j', async (text) => {
  const [first] = await suggestAll(text);
  expect(first?.film).toMatchObject({ title: 'Her', year: 2013 });
});

test.each([['tt0000009'], ['https://example.com/her/'], ['https://www.imdb.com/name/nm0000095/'], ['her.x']])(
  'what is no film’s id or address finds none: %j',
  async (text) => {
    expect(await suggest(text)).toEqual([]);
  },
);

test('an id finds a film of the log', async () => {
  const film = { ...filmInput('Home Movie', 2020), refs: ['imdb:tt0000009' as const] };
  await fixture.log.write(setWatchlist({ film, listed: true }));
  const [first] = await suggestAll('tt0000009');
  expect([first?.film.title, first?.own?.onWatchlist]).toEqual(['Home Movie', true]);
});

const match = (title: string, year: number, ref: TitleMatch['ref']): TitleMatch => ({
  title,
  year,
  ref,
  otherTitle: null,
  score: 50,
});
const her = match('Her', 2013, 'imdb:tt1798709');
const unknown = match('Herr Lehmann', 2003, 'imdb:tt0337110');

test('a film that a search by words finds has what its catalogue knows, one without an entry what was found', async () => {
  const [first, second] = await suggestAll('he', [{ ...her, otherTitle: 'Elle' }, unknown]);
  expect(first).toMatchObject({ film: { directors: ['Spike Jonze'] }, otherTitle: 'Elle', own: null });
  expect(second?.film).toMatchObject({ title: 'Herr Lehmann', year: 2003, refs: ['imdb:tt0337110'] });
});

test('a film of the log is marked, and comes once and first', async () => {
  await keep('Herr Lehmann', 2003);
  const found = await suggestAll('her', [her, { ...unknown, ref: 'title:herr-lehmann:2003' }]);
  expect(found.map(({ film, own }) => [film.title, own?.onWatchlist ?? null])).toEqual([
    ['Herr Lehmann', true],
    ['Her', null],
  ]);
});

test('many films of the log leave room for those that a search finds', async () => {
  for (let part = 1; part <= 10; part += 1) await keep(`Her Sequel ${part}`, 2000 + part);
  const titles = (await suggestAll('her', [her])).map(({ film }) => film.title);
  expect(titles.indexOf('Her')).toBe(3);
  expect(titles).toHaveLength(8);
});

test.each([
  ['her', 'Her'],
  ['HER ', 'Her'],
  ['he', 'Her'],
  ['king kong', null],
  ['king kong 2005', 'King Kong'],
  ['zzz', null],
])('entering %j means %j', async (text, title) => {
  const found = await suggestAll(text, text === 'he' ? [her, unknown] : []);
  expect(chooseEntered(text, found)?.title ?? null).toBe(title);
});
