import { expect, test } from 'vitest';
import { deleteEntry, editFilms, logEntry, setWatchlist } from '../commands/commands.ts';
import { createLogFixture, her, melancholia } from '../testing/fixture.ts';
import { findLately } from './lately.ts';

test('lists the three newest entries with their films, last watched first', async () => {
  const { log } = await createLogFixture();
  for (const watchedOn of ['2024-01-12', '2024-01-15', null, '2024-01-14'])
    await log.write(logEntry({ film: her, entry: { watchedOn, rating: 8 }, origin: 'log' }));
  await log.write(logEntry({ film: melancholia, entry: { watchedOn: '2024-01-13' }, origin: 'log' }));
  const { entries, isLogEmpty } = await log.read(findLately);
  expect(entries.map(({ watchedOn, rating, film }) => [watchedOn, rating, film.title])).toEqual([
    ['2024-01-15', 8, her.title],
    ['2024-01-14', 8, her.title],
    ['2024-01-13', null, melancholia.title],
  ]);
  expect(entries[0]?.film.refs).toEqual(expect.arrayContaining(her.refs));
  expect(isLogEmpty).toBe(false);
});

test('a log is empty that has no film, seen or not, but those that were deleted', async () => {
  const { log } = await createLogFixture();
  expect(await log.read(findLately)).toEqual({ entries: [], isLogEmpty: true });
  const { filmId } = await log.write(setWatchlist({ film: her, listed: true }));
  expect(await log.read(findLately)).toEqual({ entries: [], isLogEmpty: false });
  await log.write(editFilms({ ids: [filmId ?? ''], edit: { isDeleted: true } }));
  expect(await log.read(findLately)).toEqual({ entries: [], isLogEmpty: true });
});

test('entries in the trash are left out', async () => {
  const { log } = await createLogFixture();
  await log.write(logEntry({ film: her, entry: { watchedOn: '2024-01-12' }, origin: 'log' }));
  const [id] = await log.read((db) => db.getAllKeys('entries'));
  await log.write(deleteEntry({ id: String(id) }));
  expect((await log.read(findLately)).entries).toEqual([]);
});
