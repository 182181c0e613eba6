import { expect, test } from 'vitest';
import { deleteEntry, editFilms, logEntry, rateFilm } from '../commands/commands.ts';
import { createLogFixture, filmInput, her, melancholia } from '../testing/fixture.ts';
import { readVisible } from '../testing/visible.ts';
import type { Log } from '../log.ts';
import { goBack, previewGoBack } from './go-back.ts';
import { undoImport } from './undo-import.ts';

const info = { id: 'restore-1', name: 'Backup' };

/** A log with a backup; later a rating was changed, an entry deleted, and a film with a rating and an entry added. */
async function createChangedLog() {
  const fixture = await createLogFixture();
  const { log } = fixture;
  await log.write(rateFilm({ film: her, value: 8 }));
  await log.write(logEntry({ film: melancholia, entry: { note: 'mine' }, origin: 'log' }));
  await log.backUp();
  const before = await log.read(readVisible);
  fixture.clock.ms += 60_000;
  await log.write(rateFilm({ film: her, value: 2 }));
  const [entry] = await log.read((db) => db.getAll('entries'));
  await log.write(deleteEntry({ id: entry?.id ?? '' }));
  await log.write(rateFilm({ film: filmInput('Later', 2020), value: 5 }));
  await log.write(logEntry({ film: filmInput('Later', 2020), entry: {}, origin: 'log' }));
  const [kept] = await log.listKept();
  const rows = await log.readKept(kept?.id ?? '');
  return { ...fixture, before, after: await log.read(readVisible), kept, rows };
}

const undo = (log: Log): Promise<unknown> => log.write(undoImport({ importId: info.id }));

test('a kept backup is listed as the log was when it was made', async () => {
  const { kept, log } = await createChangedLog();
  expect(kept).toMatchObject({ films: 2, ratings: 1, entries: 1 });
  expect(await log.listKept()).toHaveLength(1);
});

test('the preview counts what comes back, changes and goes, and names films', async () => {
  const { log, rows } = await createChangedLog();
  const before = await log.read(readVisible);
  const { counts, samples } = await log.read((db) => previewGoBack(db, rows));
  expect(counts).toEqual([
    { store: 'films', added: 0, changed: 0, removed: 1 },
    { store: 'ratings', added: 0, changed: 1, removed: 1 },
    { store: 'entries', added: 1, changed: 0, removed: 1 },
  ]);
  expect(samples).toContainEqual({ kind: 'added', store: 'entries', title: 'Melancholia', year: 2011 });
  expect(samples).toContainEqual({ kind: 'removed', store: 'ratings', title: 'Later', year: 2020 });
  expect(await log.read(readVisible)).toEqual(before);
});

test('going back makes the log what it was, and its undo what it was before that', async () => {
  const { log, rows, before, after, reopen } = await createChangedLog();
  await log.write(goBack(info, rows, 'back'));
  const { imports: _record, ...restored } = await log.read(readVisible);
  const { imports: _none, ...wanted } = before;
  expect(withoutStamps(restored)).toEqual(withoutStamps(wanted));
  await undo(log);
  const { imports: _undone, ...undone } = await log.read(readVisible);
  const { imports: _former, ...former } = after;
  expect(withoutStamps(undone)).toEqual(withoutStamps(former));
  expect((await reopen()).health()).toEqual({ state: 'ok' });
});

test('bringing back what is missing changes and removes nothing else', async () => {
  const { log, rows, after } = await createChangedLog();
  await log.write(goBack(info, rows, 'missing'));
  const restored = await log.read(readVisible);
  expect(restored.entries).toHaveLength(2);
  expect(withoutStamps({ ratings: restored.ratings ?? [] })).toEqual(
    withoutStamps({ ratings: after.ratings ?? [] }),
  );
});

test('a log that is the same as the backup is not changed', async () => {
  const { log } = await createLogFixture();
  await log.write(rateFilm({ film: her, value: 8 }));
  await log.backUp();
  const [kept] = await log.listKept();
  const rows = await log.readKept(kept?.id ?? '');
  expect((await log.read((db) => previewGoBack(db, rows))).counts).toEqual([]);
  const { sequence } = await log.write(goBack(info, rows, 'back'));
  expect(sequence).toBe(1);
  expect(await log.read((db) => db.count('imports'))).toBe(0);
});

test('a film that was edited since gets its former tags and likes back', async () => {
  const { log } = await createLogFixture();
  await log.write(rateFilm({ film: her, value: 8 }));
  await log.backUp();
  const [film] = await log.read((db) => db.getAll('films'));
  await log.write(editFilms({ ids: [film?.id ?? ''], edit: { addTags: ['new'], liked: true } }));
  const rows = await log.readKept((await log.listKept())[0]?.id ?? '');
  await log.write(goBack(info, rows, 'back'));
  const [restored] = await log.read((db) => db.getAll('films'));
  expect(restored).toMatchObject({ tags: [], liked: false });
});

test('a backup of which a part cannot be read is refused', async () => {
  const { log, storage, kept } = await createChangedLog();
  const part = [...storage.values.keys()].find((key) => key.includes(':backup:')) ?? '';
  storage.values.set(part, 'damaged');
  await expect(log.readKept(kept?.id ?? '')).rejects.toMatchObject({ code: 'bad-backup' });
});

/** Rows without what tells when they were written. */
function withoutStamps(visible: Record<string, unknown[]>): unknown {
  return Object.fromEntries(
    Object.entries(visible).map(([store, rows]) => [
      store,
      rows.map((row) => ({ ...(row as object), stamps: null, importId: null })),
    ]),
  );
}
