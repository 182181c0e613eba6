import { beforeEach, expect, test } from 'vitest';
import { cleanFilmInput } from '../films/film-input.ts';
import {
  changeEntry,
  correctMatch,
  deleteEntry,
  editFilms,
  logEntry,
  rateFilm,
  setWatchlist,
  undoWrite,
} from '../commands/commands.ts';
import type { Log } from '../log.ts';
import { createLogFixture, her, melancholia, filmInput } from '../testing/fixture.ts';
import type { EntryFields, FilmInput } from '../types.ts';
import { findCorrections, findFilmByRefs, findOwnRecordsOfFilms, listEntriesOfFilm } from './queries.ts';

let log: Log;
let clock: { ms: number };

beforeEach(async () => {
  ({ log, clock } = await createLogFixture());
});

const view = (film: FilmInput, entry: EntryFields) => log.write(logEntry({ film, entry, origin: 'log' }));
const findOwn = async (film: FilmInput) => (await log.read((db) => findOwnRecordsOfFilms(db, [film])))[0];
const deleteFilm = (id: string | null) =>
  log.write(editFilms({ ids: [id ?? ''], edit: { isDeleted: true } }));

test('what is the user’s own of a film is read from its rows that are not deleted', async () => {
  const { filmId } = await view(her, { watchedOn: '2023-05-01', finished: false });
  await view(her, { watchedOn: '2021', finished: true, rating: 4 });
  expect(await findOwn(her)).toEqual({
    filmId,
    rating: 4,
    isRated: false,
    criteria: {},
    watchedCount: 2,
    finished: true,
    lastWatchedOn: '2023-05-01',
    onWatchlist: false,
    liked: false,
  });
  await log.write(setWatchlist({ film: her, listed: true }));
  const { changes } = await log.write(rateFilm({ film: her, value: 9, criteria: { Story: 8 } }));
  const rated = { rating: 9, isRated: true, criteria: { Story: 8 }, onWatchlist: true };
  expect(await findOwn(her)).toMatchObject(rated);
  await log.write(undoWrite(changes));
  await log.write(setWatchlist({ film: her, listed: false }));
  const unrated = { rating: 4, isRated: false, criteria: {}, onWatchlist: false };
  expect(await findOwn(her)).toMatchObject(unrated);
  const entries = await log.read((db) => listEntriesOfFilm(db, filmId ?? ''));
  for (const { id, finished } of entries) if (finished) await log.write(deleteEntry({ id }));
  expect(await findOwn(her)).toMatchObject({ rating: null, watchedCount: 1, finished: false });
});

test('own records come in the order of the films, null where the log has no such film', async () => {
  await log.write(rateFilm({ film: melancholia, value: 3 }));
  await log.write(rateFilm({ film: her, value: 9 }));
  const films = [her, null, filmInput('Nobody', 2001), melancholia];
  const own = await log.read((db) => findOwnRecordsOfFilms(db, films));
  expect(own.map((record) => record && record.rating)).toEqual([9, null, null, 3]);
});

test('a deleted film is not found', async () => {
  const { filmId } = await log.write(rateFilm({ film: her, value: 9 }));
  expect(await log.read((db) => findFilmByRefs(db, her.refs))).toMatchObject({ id: filmId });
  await deleteFilm(filmId);
  expect(await log.read((db) => findFilmByRefs(db, her.refs))).toBeNull();
  expect(await findOwn(her)).toBeNull();
});

test('an id finds a film before a name does', async () => {
  await log.write(rateFilm({ film: filmInput('The Double', 2013, 'imdb:tt0000111'), value: 2 }));
  await log.write(rateFilm({ film: filmInput('The Double', 2013, 'imdb:tt0000222'), value: 9 }));
  const found = await log.read((db) => findFilmByRefs(db, ['title:the double:2013', 'imdb:tt0000222']));
  expect(found?.refs).toContain('imdb:tt0000222');
});

test('the entries of a film are listed newest first, those of one day by when they were made', async () => {
  const days = ['2024-01-14', '2023', null, '2024-01-14', '2023-12', '2024-01-15', null, '2023-12-31'];
  let filmId: string | null = null;
  for (const [at, watchedOn] of days.entries()) {
    clock.ms += 1;
    ({ filmId } = await view(her, { watchedOn, note: String(at) }));
  }
  await view(melancholia, { watchedOn: '2024-02-01' });
  const list = async () =>
    (await log.read((db) => listEntriesOfFilm(db, filmId ?? ''))).map(({ note }) => note);
  expect(await list()).toEqual(['5', '3', '0', '7', '4', '1', '6', '2']);
  const entries = await log.read((db) => listEntriesOfFilm(db, filmId ?? ''));
  await log.write(deleteEntry({ id: entries[0]?.id ?? '' }));
  await log.write(changeEntry({ id: entries[1]?.id ?? '', changes: { watchedOn: null } }));
  expect(await list()).toEqual(['0', '7', '4', '1', '6', '3', '2']);
});

test('corrections are found by their keys while they and their films are there', async () => {
  const find = async (): Promise<unknown[]> => {
    const found = await log.read((db) => findCorrections(db, ['title:her', 'title:ran', 'title:him']));
    return [...found].map(([key, { row, film }]) => [key, row.key, film?.title ?? null]).sort();
  };
  expect(await find()).toEqual([]);
  const { filmId } = await log.write(correctMatch({ keys: ['title:her'], film: cleanFilmInput(her) }));
  const none = await log.write(correctMatch({ keys: ['title:ran'], film: null }));
  expect(await find()).toEqual([
    ['title:her', 'title:her', 'Her'],
    ['title:ran', 'title:ran', null],
  ]);
  await log.write(undoWrite(none.changes));
  expect(await find()).toEqual([['title:her', 'title:her', 'Her']]);
  await deleteFilm(filmId);
  expect(await find()).toEqual([]);
});

test('a correction whose film is missing is left out', async () => {
  const { filmId } = await log.write(correctMatch({ keys: ['title:her'], film: cleanFilmInput(her) }));
  await log.write(async ({ tx }) => {
    await tx.objectStore('films').delete(filmId ?? '');
    return null;
  });
  expect(await log.read((db) => findCorrections(db, ['title:her']))).toEqual(new Map());
});
