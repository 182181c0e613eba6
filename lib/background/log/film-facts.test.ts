import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeFilm } from '../../films/make-film.ts';
import { setWatchlist } from '../../watchlog/commands/commands.ts';
import { formatStamp, parseStamp } from '../../watchlog/store/hybrid-clock.ts';
import { mergeRows } from '../../watchlog/store/merge.ts';
import { deleteDatabases } from '../../watchlog/testing/delete-databases.ts';
import { filmInput } from '../../watchlog/testing/fixture.ts';
import { inOneCommit } from '../../watchlog/testing/in-one-commit.ts';
import type { FilmInput, FilmRow } from '../../watchlog/types.ts';
import { createCatalogueLookUp } from '../identify/catalogue-lookup.ts';
import { closeLog, getLog } from '../messages/log-access.ts';
import { makeCatalogue } from '../testing/films.ts';
import { fillFilmFacts } from './film-facts.ts';

const reel = { runtimeMinutes: 101, directors: ['Mara Quint'], genres: ['Drama'] };
const known = [
  makeFilm({ title: 'Low Tide', year: 1971, refs: ['imdb:tt0000071'], ...reel }),
  makeFilm({ title: 'Lantern', year: 1960, ...reel, directors: ['Jon Albers'] }),
  makeFilm({ title: 'Same Name', year: 1990, refs: ['imdb:tt0000090'], ...reel }),
];
const { catalogue } = await makeCatalogue(known.map((film) => ({ film, scores: [] })));
const lookUp = createCatalogueLookUp({
  loadCatalogues: () => Promise.resolve([catalogue]),
  cache: { load: () => Promise.resolve(new Map()), save: () => Promise.resolve() },
});
const notify = vi.fn();

beforeEach(async () => {
  fakeBrowser.reset();
  notify.mockReset();
  await closeLog();
  await deleteDatabases();
  await (await getLog()).acceptLoss();
});

async function keep(...films: FilmInput[]): Promise<void> {
  const log = await getLog();
  await log.write(inOneCommit(films.map((film) => setWatchlist({ film, listed: true }))));
}

async function readFilm(title: string): Promise<FilmRow> {
  const rows = await (await getLog()).read((db) => db.getAll('films'));
  const row = rows.find((film) => film.title === title);
  if (row === undefined) throw new Error(`no ${title}`);
  return row;
}

test('fills in lengths and directors of films that the catalogues have, and says so once', async () => {
  await keep(
    filmInput('Low Tide', 1971, 'imdb:tt0000071'),
    filmInput('Lantern', 1960),
    filmInput('Home Movie of Mine', 2020),
    filmInput('Same Name', 1990, 'imdb:tt0000091'),
  );
  expect(await fillFilmFacts(lookUp, notify)).toBe(2);
  expect(await readFilm('Low Tide')).toMatchObject(reel);
  expect(await readFilm('Lantern')).toMatchObject({ runtimeMinutes: 101, directors: ['Jon Albers'] });
  expect(await readFilm('Home Movie of Mine')).toMatchObject({ runtimeMinutes: null, directors: [] });
  expect(await readFilm('Same Name')).toMatchObject({ runtimeMinutes: null });
  expect(notify).toHaveBeenCalledOnce();
  expect(await fillFilmFacts(lookUp, notify)).toBe(0);
  expect(notify).toHaveBeenCalledOnce();
});

test('what a film has already stays, also what the user has emptied', async () => {
  await keep(
    { ...filmInput('Low Tide', 1971, 'imdb:tt0000071'), runtimeMinutes: 99 },
    { ...filmInput('Lantern', 1960), directors: ['Somebody Else'] },
  );
  const log = await getLog();
  const row = await readFilm('Lantern');
  await log.write(async (commit) => {
    await commit.save('films', { ...row, directors: [] });
    return null;
  });
  expect(await fillFilmFacts(lookUp, notify)).toBe(2);
  expect(await readFilm('Low Tide')).toMatchObject({ runtimeMinutes: 99, directors: ['Mara Quint'] });
  expect(await readFilm('Lantern')).toMatchObject({ runtimeMinutes: 101, directors: [] });
});

test('is no change of the user’s: no stamp changes, and what another device says wins', async () => {
  await keep(filmInput('Low Tide', 1971, 'imdb:tt0000071'));
  const before = await readFilm('Low Tide');
  await fillFilmFacts(lookUp, notify);
  const after = await readFilm('Low Tide');
  expect(after.stamps).toEqual(before.stamps);
  // Made before the facts were filled in, and known only afterwards.
  const earlier = parseStamp(before.stamps.title ?? '')?.ms ?? 0;
  const stamp = formatStamp({ ms: earlier, counter: 99, device: 'zzzzzzzz' });
  const theirs = { ...before, runtimeMinutes: 120, stamps: { ...before.stamps, runtimeMinutes: stamp } };
  expect(mergeRows<'films'>(after, theirs).runtimeMinutes).toBe(120);
});

test('goes through a log of any length, and survives a reading of it again', async () => {
  const many = Array.from({ length: 1030 }, (_, at) => filmInput(`Harbour ${at}`, 1960));
  await keep(...many.slice(0, 500), filmInput('Low Tide', 1971, 'imdb:tt0000071'), ...many.slice(500));
  expect(await fillFilmFacts(lookUp, notify)).toBe(1);
  expect((await (await getLog()).checkHealth()).state).toBe('ok');
});
