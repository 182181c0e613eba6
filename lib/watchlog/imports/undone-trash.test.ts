import { expect, test } from 'vitest';
import { deleteEntry, logEntry, rateFilm, setWatchlist } from '../commands/commands.ts';
import type { Log } from '../log.ts';
import { countTrash, listOutdatedTrash, listTrash, trashKeptMs } from '../queries/trash.ts';
import { createLogFixture, her, melancholia } from '../testing/fixture.ts';
import { runImport, runUndoImport } from '../testing/run-import.ts';
import type { FilmInput } from '../types.ts';
import type { ImportStep } from './imports.ts';
import { undoImport } from './undo-import.ts';

const info = { id: 'i1', fileNames: ['diary.csv'], format: 'letterboxd' };

/** A step that imports one entry, a rating and a place on the watchlist. */
const stepOf = (film: FilmInput, note = ''): ImportStep => ({
  film,
  entries: [{ fields: { watchedOn: '2024-05-01', note }, loggedAt: null, sourceId: null }],
  changes: [],
  rating: { value: 8, criteria: {}, ratedAt: null },
  watchlist: { priority: 0, reason: '', addedAt: null },
  liked: false,
  tags: [],
});
const manySteps = (count: number): ImportStep[] =>
  Array.from({ length: count }, (_, at) => stepOf({ title: `Harbour ${at}`, year: 1960, refs: [] }));

async function readTrash(log: Log, now: number): Promise<{ texts: string[]; count: number }> {
  const { items } = await log.read((db) => listTrash(db, { now, limit: 100 }));
  return {
    texts: items.map(({ store, title, text }) => `${store} ${title} ${text}`.trim()),
    count: await log.read((db) => countTrash(db, now)),
  };
}

test('an undone import leaves the trash as it was, with what the user deleted before and after', async () => {
  const { log, clock } = await createLogFixture();
  const { filmId } = await log.write(logEntry({ film: her, entry: { note: 'mine' }, origin: 'log' }));
  const [id = ''] = (await log.read((db) => db.getAllKeys('entries'))).map(String);
  await log.write(deleteEntry({ id }));
  clock.ms += 1000;
  await runImport(log, info, [stepOf(melancholia, 'theirs'), ...manySteps(9)], { maxSteps: 2 });
  clock.ms += 1000;
  const entries = await log.read((db) => db.getAll('entries'));
  const imported = entries.find(({ note }) => note === 'theirs');
  await log.write(deleteEntry({ id: imported?.id ?? '' }));
  clock.ms += 1000;
  await runUndoImport(log, info.id);
  clock.ms += 1000;
  await log.write(rateFilm({ film: her, value: 3 }));
  await log.write(setWatchlist({ film: her, listed: true, reason: 'later' }));
  await log.write(setWatchlist({ film: her, listed: false }));
  expect(filmId).not.toBeNull();
  expect(await readTrash(log, clock.ms)).toEqual({
    texts: ['watchlist Her later', 'entries Melancholia theirs', 'entries Her mine'],
    count: 3,
  });
});

test('the trash continues page by page after an undone import', async () => {
  const { log, clock } = await createLogFixture();
  await log.write(logEntry({ film: her, entry: { note: 'old' }, origin: 'log' }));
  const [id = ''] = (await log.read((db) => db.getAllKeys('entries'))).map(String);
  await log.write(deleteEntry({ id }));
  await runImport(log, info, manySteps(4));
  clock.ms += 1000;
  await runUndoImport(log, info.id);
  clock.ms += 1000;
  await log.write(logEntry({ film: her, entry: { note: 'new' }, origin: 'log' }));
  const live = (await log.read((db) => db.getAll('entries'))).find(({ deleted }) => deleted === null);
  await log.write(deleteEntry({ id: live?.id ?? '' }));
  const first = await log.read((db) => listTrash(db, { now: clock.ms, limit: 1 }));
  expect(first.items.map(({ text }) => text)).toEqual(['new']);
  const second = await log.read((db) => listTrash(db, { now: clock.ms, limit: 1, after: first.next }));
  expect(second.items.map(({ text }) => text)).toEqual(['old']);
  expect(second.next).toBeNull();
});

test('a half undone import is not in the trash either, and its rows are emptied after 30 days', async () => {
  const { log, clock } = await createLogFixture();
  await runImport(log, info, manySteps(6), { maxSteps: 2 });
  clock.ms += 1000;
  await log.write(undoImport({ importId: info.id, maxChunks: 1 }));
  expect(await readTrash(log, clock.ms)).toEqual({ texts: [], count: 0 });
  const due = await log.read((db) => listOutdatedTrash(db, clock.ms + trashKeptMs + 1000, 100));
  expect(due).toHaveLength(6);
});

test('an import that was not undone hides nothing that the user deletes of it', async () => {
  const { log, clock } = await createLogFixture();
  await runImport(log, info, [stepOf(melancholia, 'theirs')]);
  const [id = ''] = (await log.read((db) => db.getAllKeys('entries'))).map(String);
  await log.write(deleteEntry({ id }));
  expect(await readTrash(log, clock.ms)).toMatchObject({ texts: ['entries Melancholia theirs'] });
});
