import { readFile } from 'node:fs/promises';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeCatalogueAnswer } from '../../reviews/answers.ts';
import type { FilmScores } from '../../messaging/log-protocol.ts';
import { removeAllListeners } from '../../messaging/messages.ts';
import { maxRowsPerEdit, type CheckReport, type LogChanges } from '../../watchlog/commands/edit-types.ts';
import { purgeTrash } from '../../watchlog/commands/commands.ts';
import { listTrash } from '../../watchlog/queries/trash.ts';
import { deleteDatabases } from '../../watchlog/testing/delete-databases.ts';
import { her, melancholia } from '../../watchlog/testing/fixture.ts';
import type { WriteReceipt } from '../../watchlog/types.ts';
import { registerBrowserCommands } from '../popup/browser-commands.ts';
import { closeLog, getLog } from '../messages/log-access.ts';
import { registerToLog } from './log-messages.ts';
import { makeScore } from '../testing/films.ts';

const page = { id: browser.runtime.id, url: browser.runtime.getURL('/log.html') };
const content = { id: browser.runtime.id, url: 'https://films.example/', frameId: 0, tab: { id: 7 } };
const notify = vi.fn();

async function send(type: string, data: unknown, sender: unknown = page): Promise<unknown> {
  return await new Promise((resolve, reject) => {
    void fakeBrowser.runtime.onMessage.trigger(
      { id: 1, type, data, timestamp: 0 },
      sender as never,
      ((answer: { res: unknown; err?: { message: string } }) =>
        answer.err ? reject(new Error(answer.err.message)) : resolve(answer.res)) as never,
    );
  });
}

beforeEach(async () => {
  fakeBrowser.reset();
  removeAllListeners();
  await closeLog();
  await deleteDatabases();
  const log = await getLog();
  await log.acceptLoss();
  const lookUp = {
    find: (lists: readonly (readonly string[])[]) =>
      Promise.resolve(
        lists.map((keys) => {
          const isHer = keys.includes('imdb:tt1798709');
          const film = { ...emptyFilm, title: 'Her', year: 2013, refs: ['imdb:tt1798709' as const] };
          const films = isHer ? [{ film, scores: [makeScore(95)] }] : [];
          return [makeCatalogueAnswer({ id: 'starter', name: 'Starter' }, films)];
        }),
      ),
  };
  const readLog = async (): Promise<null> => Promise.resolve(null);
  registerToLog({
    write: async (command) => ({ ...(await log.write(command)), undo: '' }),
    purge: async (rows) => {
      let purged = 0;
      await log.write(purgeTrash({ rows }, (count) => (purged = count)));
      return purged;
    },
    notify,
    lookUp,
    ratings: { findScores: (lists) => Promise.resolve(lists.map(() => null)) },
  });
  registerBrowserCommands({ readLog, lookUp, findTitles: () => Promise.resolve([]) });
});

const emptyFilm = {
  originalTitle: null,
  alternativeTitles: [],
  releases: [],
  directors: [],
  writers: [],
  cast: [],
  runtimeMinutes: null,
  genres: [],
  countries: [],
  languages: [],
};

async function like(film = her): Promise<WriteReceipt> {
  return (await send('setLiked', { film, liked: true })) as WriteReceipt;
}

async function logOnce(): Promise<string> {
  const log = await getLog();
  const { logEntry } = await import('../../watchlog/commands/commands.ts');
  await log.write(logEntry({ film: her, entry: { tags: ['a'] }, origin: 'log' }));
  return String((await log.read((db) => db.getAllKeys('entries'))).sort().at(-1));
}

test('films are liked, rated by criterion, put right and edited together', async () => {
  const { filmId } = await like();
  await send('rateCriteria', { film: her, criteria: { Story: 8, Acting: 9 } });
  await send('changeFilm', { id: filmId, changes: { runtimeMinutes: 126 } });
  await send('editFilms', { ids: [filmId], edit: { listed: true, priority: 3 } });
  const log = await getLog();
  // Other tests of the same process may have written to this log before.
  const id = filmId ?? '';
  expect(await log.read((db) => db.get('films', id))).toMatchObject({ liked: true, runtimeMinutes: 126 });
  const ratings = await log.read((db) => db.getAllFromIndex('ratings', 'byFilm', id));
  expect(ratings).toMatchObject([{ value: 9, criteria: { Story: 8 } }]);
  const listed = await log.read((db) => db.getAllFromIndex('watchlist', 'byFilm', id));
  expect(listed).toMatchObject([{ priority: 3, deleted: null }]);
});

test('films are merged and split again, and ids moved to another film', async () => {
  const one = await like();
  const other = await like(melancholia);
  const log = await getLog();
  await send('mergeFilms', { into: one.filmId, from: other.filmId, ratingOf: one.filmId });
  expect(await log.read((db) => db.get('films', other.filmId ?? ''))).toMatchObject({ refs: [] });
  await send('splitFilm', { id: other.filmId });
  expect(await log.read((db) => db.get('films', other.filmId ?? ''))).toMatchObject({ deleted: null });
  const move = {
    id: one.filmId,
    entries: [],
    refs: her.refs,
    film: { title: 'Other', year: 2001, refs: [] },
  };
  const { filmId } = (await send('moveToFilm', move)) as WriteReceipt;
  expect(await log.read((db) => db.get('films', filmId ?? ''))).toMatchObject({ year: 2001 });
});

test('entries are edited, moved, put in the trash, taken out of it, and purged', async () => {
  const id = await logOnce();
  const log = await getLog();
  await send('editEntries', { ids: [id], edit: { addTags: ['b'], set: { place: 'Odeon' } } });
  await send('reassignEntry', { id, film: melancholia });
  expect(await log.read((db) => db.get('entries', id))).toMatchObject({ tags: ['a', 'b'], place: 'Odeon' });
  await send('editEntries', { ids: [id], edit: { isDeleted: true } });
  const { items } = await log.read((db) => listTrash(db, { now: Date.now(), limit: 5 }));
  expect(items).toMatchObject([{ id, title: 'Melancholia' }]);
  await send('restoreTrash', { rows: [{ store: 'entries', id }] });
  expect(await log.read((db) => db.get('entries', id))).toMatchObject({ deleted: null });
  expect(await send('purgeTrash', { rows: [{ store: 'entries', id }] })).toEqual({ purged: 0 });
  await send('editEntries', { ids: [id], edit: { isDeleted: true } });
  expect(await send('purgeTrash', { rows: [{ store: 'entries', id }] })).toEqual({ purged: 1 });
});

test('an open page gets what has changed since it looked', async () => {
  const { sequence } = await like();
  const { filmId } = await like(melancholia);
  const changes = (await send('listLogChanges', { since: sequence })) as LogChanges;
  expect(changes.rows.films.map(({ id }) => id)).toEqual([filmId]);
  expect(await send('listLogChanges', { since: changes.sequence + 5 })).toBeNull();
});

test('the scores of films of the log are told, and films without one are left out', async () => {
  const [one, other] = [await like(), await like(melancholia)];
  const found = (await send('findFilmScores', { ids: [one.filmId, other.filmId, 'gone'] })) as FilmScores[];
  expect(found).toMatchObject([{ filmId: one.filmId, scores: [{ value: 95 }] }]);
});

test('a check of the log notifies all pages', async () => {
  await like();
  const report = (await send('checkLog', undefined)) as CheckReport;
  expect(report).toMatchObject({ problems: [], health: { state: 'ok' } });
  expect(notify).toHaveBeenCalled();
});

test.each<[string, unknown]>([
  ['setLiked', { film: her }],
  ['rateCriteria', { film: her, criteria: { Story: 11 } }],
  ['reassignEntry', { id: 5, film: her }],
  ['changeFilm', { id: 'x', changes: { title: '' } }],
  ['mergeFilms', { into: 'x' }],
  ['mergeFilms', { into: 'x', from: ['y'] }],
  ['splitFilm', {}],
  ['moveToFilm', { id: 'x', entries: [1], refs: [], film: her }],
  ['moveToFilm', { id: 'x', entries: [], refs: ['evil:1'], film: her }],
  ['moveToFilm', { id: 'x', entries: [], refs: [], film: { title: '' } }],
  ['editEntries', { ids: [], edit: {} }],
  ['editEntries', { ids: Array.from({ length: maxRowsPerEdit + 1 }, String), edit: {} }],
  ['editEntries', { ids: ['x'], edit: { isDeleted: false } }],
  ['editFilms', { ids: ['x'], edit: { priority: 4 } }],
  ['restoreTrash', { rows: [{ store: 'films', id: 'x' }] }],
  ['purgeTrash', { rows: [] }],
  ['listLogChanges', { since: -1 }],
  ['findFilmScores', { ids: Array.from({ length: 501 }, String) }],
  ['switchFileBackup', {}],
  ['showFilm', { film: { title: '', year: null, refs: [] } }],
])('%s that is not of its shape is refused: %#', async (type, data) => {
  await expect(send(type, data)).rejects.toThrow('message malformed');
});

test('every message of the log’s protocol is answered to our pages alone', async () => {
  const source = await readFile(new URL('../../messaging/log-protocol.ts', import.meta.url), 'utf8');
  const listed = source.slice(source.indexOf('interface LogProtocol'));
  const names = [...listed.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(15);
  // The background sends this one, to the page in which a backup is made.
  for (const name of names.filter((known) => known !== 'makeBackupFile'))
    await expect(send(name, null, content), name).rejects.toThrow('message refused');
});
