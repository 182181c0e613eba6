import { expect, test } from 'vitest';
import { readAllRows } from '../store/read-all-rows.ts';
import { deleteEntry, editEntries, logEntry, rateFilm } from '../commands/commands.ts';
import { runLogMerge } from '../testing/run-import.ts';
import { previewMerge } from './merge-preview.ts';
import { createLogFixture, her, melancholia } from '../testing/fixture.ts';
import { readVisible } from '../testing/visible.ts';

test('counts no changes for a file of an empty log, and only additions for a file of another log', async () => {
  const [mine, other] = [await createLogFixture(), await createLogFixture()];
  await other.log.write(logEntry({ film: her, entry: {}, origin: 'log' }));
  const empty = await mine.log.read(readAllRows);
  const counts = Object.values(await other.log.read((db) => previewMerge(db, empty)));
  expect(counts.every((count) => Object.values(count).every((number) => number === 0))).toBe(true);
  const rows = await other.log.read(readAllRows);
  expect(await mine.log.read((db) => previewMerge(db, rows))).toMatchObject({
    films: { added: 1, changed: 0, same: 0 },
    entries: { added: 1 },
  });
});

test('restores nothing newer from an older backup, and says so beforehand', async () => {
  const { log, clock } = await createLogFixture();
  for (const film of [her, melancholia]) await log.write(logEntry({ film, entry: {}, origin: 'log' }));
  await log.write(rateFilm({ film: her, value: 4 }));
  const backup = await log.read(readAllRows);
  clock.ms += 1000;
  await log.write(rateFilm({ film: her, value: 9 }));
  const preview = await log.read((db) => previewMerge(db, backup));
  expect(preview.ratings).toEqual({ added: 0, changed: 0, revived: 0, deleted: 0, same: 1 });
  expect(preview.entries.same).toBe(2);
});

test('counts exactly what the merge then does', async () => {
  const [one, other] = [await createLogFixture(), await createLogFixture()];
  for (const film of [her, melancholia])
    await one.log.write(logEntry({ film, entry: { note: 'old' }, origin: 'log' }));
  const copy = await one.log.read(readAllRows);
  await runLogMerge(other.log, { id: 'copy', fileNames: [], format: 'marquee' }, copy);
  one.clock.ms += 1000;
  const [first = '', second = ''] = copy.entries.map(({ id }) => id);
  await one.log.write(editEntries({ ids: [first], edit: { set: { note: 'new' } } }));
  await one.log.write(deleteEntry({ id: second }));
  const rows = await one.log.read(readAllRows);
  const preview = await other.log.read((db) => previewMerge(db, rows));
  expect(preview.entries).toEqual({ added: 0, changed: 2, revived: 0, deleted: 1, same: 0 });
  other.clock.ms += 2000;
  await runLogMerge(other.log, { id: 'newer', fileNames: [], format: 'marquee' }, rows);
  const visible = await other.log.read(readVisible);
  expect(visible.entries).toMatchObject([{ note: 'new' }]);
  const after = await other.log.read((db) => previewMerge(db, rows));
  expect(after.entries).toEqual({ added: 0, changed: 0, revived: 0, deleted: 0, same: 2 });
});
