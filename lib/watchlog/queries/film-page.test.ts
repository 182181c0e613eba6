import { expect, test } from 'vitest';
import {
  deleteEntry,
  editFilms,
  logEntry,
  purgeTrash,
  rateFilm,
  restoreTrash,
} from '../commands/commands.ts';
import { createLogFixture } from '../testing/fixture.ts';
import { findRemovedFilm } from './film-page.ts';

const heat = { title: 'Heat', year: 1995, refs: [] };

/** A log in which a film was rated, logged twice, and taken out after one of the entries was deleted by itself. */
async function takeOut() {
  const { log, clock } = await createLogFixture();
  const entry = { watchedOn: '2024-01-02', rewatch: false };
  await log.write(rateFilm({ film: heat, value: 8 }));
  const { filmId } = await log.write(logEntry({ film: heat, entry, origin: 'log' }));
  const second = await log.write(logEntry({ film: heat, entry, origin: 'log' }));
  await log.write(deleteEntry({ id: second.changes.entries?.[0]?.after.id ?? '' }));
  const id = filmId ?? '';
  clock.ms += 1000;
  const find = () => log.read((db) => findRemovedFilm(db, id));
  const before = await find();
  await log.write(editFilms({ ids: [id], edit: { isDeleted: true } }));
  return { log, find, id, before, removedAt: clock.ms };
}

test('finds a film that was taken out with the rows that were deleted with it', async () => {
  const { log, find, before, removedAt } = await takeOut();
  expect(before).toBeNull();
  const film = await find();
  expect(film).toMatchObject({ title: 'Heat', year: 1995, removedAt });
  expect(film?.rows.map(({ store }) => store)).toEqual(['entries', 'ratings']);
  await log.write(restoreTrash({ rows: film?.rows ?? [] }));
  expect(await find()).toBeNull();
  log.close();
});

test('has no rows to bring back after the trash was emptied, and knows no film of an unknown id', async () => {
  const { log, find } = await takeOut();
  await log.write(purgeTrash({ rows: (await find())?.rows ?? [] }, () => undefined));
  expect(await find()).toMatchObject({ title: 'Heat', rows: [] });
  expect(await log.read((db) => findRemovedFilm(db, 'nobody'))).toBeNull();
  log.close();
});
