import { expect, test } from 'vitest';
import {
  deleteEntry,
  editFilms,
  logEntry,
  purgeTrash,
  rateFilm,
  restoreTrash,
  setWatchlist,
} from '../commands/commands.ts';
import { inOneCommit } from '../testing/in-one-commit.ts';
import { createLogFixture, her, melancholia } from '../testing/fixture.ts';
import { readVisible } from '../testing/visible.ts';
import { countTrash, listOutdatedTrash, listTrash, trashKeptMs, type TrashCursor } from './trash.ts';

const day = 86_400_000;

test('lists deleted rows, newest first, page by page, each once', async () => {
  const { log, clock } = await createLogFixture();
  await log.write(
    inOneCommit(
      Array.from({ length: 25 }, (_, at) =>
        logEntry({ film: her, entry: { note: `note ${at}`, watchedOn: '2023' }, origin: 'log' }),
      ),
    ),
  );
  const ids = (await log.read((db) => db.getAllKeys('entries'))).map(String);
  await log.write(inOneCommit(ids.slice(0, 20).map((id) => deleteEntry({ id }))));
  for (const id of ids.slice(20)) {
    clock.ms += 1000;
    await log.write(deleteEntry({ id }));
  }
  const seen: string[] = [];
  let after: TrashCursor | null = null;
  do {
    const page = await log.read((db) => listTrash(db, { now: clock.ms, limit: 7, after }));
    seen.push(...page.items.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  expect(seen).toEqual([...ids].reverse());
  const { items } = await log.read((db) => listTrash(db, { now: clock.ms, limit: 1 }));
  expect(items).toMatchObject([
    { store: 'entries', title: 'Her', year: 2013, text: 'note 24', deletedAt: clock.ms },
  ]);
  expect(await log.read((db) => countTrash(db, clock.ms))).toBe(25);
});

test('restores a row unchanged, together with its film', async () => {
  const { log, clock } = await createLogFixture();
  await log.write(logEntry({ film: her, entry: { note: 'again' }, origin: 'log' }));
  await log.write(rateFilm({ film: her, value: 9 }));
  await log.write(setWatchlist({ film: her, listed: true, reason: 'soon' }));
  const before = await log.read(readVisible);
  const filmIds = (await log.read((db) => db.getAllKeys('films'))).map(String);
  await log.write(editFilms({ ids: filmIds, edit: { isDeleted: true } }));
  const { items } = await log.read((db) => listTrash(db, { now: clock.ms, limit: 10 }));
  expect(items.map(({ store }) => store).sort()).toEqual(['entries', 'ratings', 'watchlist']);
  expect(new Set(items.map(({ stamp }) => stamp)).size).toBe(1);
  await log.write(restoreTrash({ rows: items.map(({ store, id }) => ({ store, id })) }));
  expect(await log.read(readVisible)).toEqual(before);
});

test('does not restore an old rating over a new one', async () => {
  const { log, clock } = await createLogFixture();
  const { filmId } = await log.write(rateFilm({ film: her, value: 9 }));
  await log.write(editFilms({ ids: [filmId ?? ''], edit: { isDeleted: true } }));
  const { items } = await log.read((db) => listTrash(db, { now: clock.ms, limit: 10 }));
  await log.write(rateFilm({ film: her, value: 4 }));
  await expect(log.write(restoreTrash({ rows: items }))).rejects.toMatchObject({ code: 'not-found' });
  expect((await log.read(readVisible)).ratings).toMatchObject([{ value: 4 }]);
});

test('purges rows permanently, and the log still counts as complete', async () => {
  const fixture = await createLogFixture();
  const { log, clock } = fixture;
  await log.write(
    logEntry({ film: her, entry: { note: 'a secret', watchedOn: '2023-01-01' }, origin: 'log' }),
  );
  await log.write(logEntry({ film: melancholia, entry: { note: 'kept' }, origin: 'log' }));
  const [first = '', second = ''] = (await log.read((db) => db.getAllKeys('entries'))).map(String);
  await log.write(deleteEntry({ id: first }));
  let purged = 0;
  const rows = [
    { store: 'entries' as const, id: first },
    { store: 'entries' as const, id: second },
  ];
  await log.write(purgeTrash({ rows }, (count) => (purged = count)));
  expect(purged).toBe(1);
  expect(JSON.stringify(await log.read((db) => db.get('entries', first)))).not.toMatch(/secret|2023/);
  expect((await log.read(readVisible)).entries).toMatchObject([{ note: 'kept' }]);
  expect((await log.read((db) => listTrash(db, { now: clock.ms, limit: 10 }))).items).toEqual([]);
  await expect(log.write(restoreTrash({ rows }))).rejects.toMatchObject({ code: 'not-found' });
  const reopened = await fixture.reopen();
  expect(reopened.health()).toEqual({ state: 'ok' });
});

test('drops a row from the trash after 30 days, and lists it for purging', async () => {
  const { log, clock } = await createLogFixture();
  await log.write(logEntry({ film: her, entry: {}, origin: 'log' }));
  const [id = ''] = (await log.read((db) => db.getAllKeys('entries'))).map(String);
  await log.write(deleteEntry({ id }));
  const due = (now: number) => log.read((db) => listOutdatedTrash(db, now, 1000));
  expect(await due(clock.ms + trashKeptMs - day)).toEqual([]);
  expect(await due(clock.ms + trashKeptMs + day)).toEqual([{ store: 'entries', id }]);
  expect(
    (await log.read((db) => listTrash(db, { now: clock.ms + trashKeptMs + day, limit: 5 }))).items,
  ).toEqual([]);
  await log.write(purgeTrash({ rows: await due(clock.ms + trashKeptMs + day) }, () => undefined));
  expect(await due(clock.ms + trashKeptMs + day)).toEqual([]);
});
