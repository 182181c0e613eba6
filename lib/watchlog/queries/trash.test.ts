import { expect, test } from 'vitest';
import {
  deleteEntry,
  editFilms,
  keepReview,
  logEntry,
  purgeTrash,
  rateFilm,
  restoreTrash,
  setWatchlist,
} from '../commands/commands.ts';
import { inOneCommit } from '../testing/in-one-commit.ts';
import { createLogFixture, her, melancholia } from '../testing/fixture.ts';
import { makeReview } from '../testing/review.ts';
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
  for (let pages = 4; pages > 0; pages -= 1) {
    const page = await log.read((db) => listTrash(db, { now: clock.ms, limit: 7, after }));
    seen.push(...page.items.map(({ id }) => id));
    after = page.next;
  }
  expect(after).toBeNull();
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

test('a page that ends exactly with the last row is the last page', async () => {
  const { log, clock } = await createLogFixture();
  await log.write(
    inOneCommit(['a', 'b'].map((note) => logEntry({ film: her, entry: { note }, origin: 'log' }))),
  );
  const ids = (await log.read((db) => db.getAllKeys('entries'))).map(String);
  for (const id of ids) await log.write(deleteEntry({ id }));
  const list = (limit: number) => log.read((db) => listTrash(db, { now: clock.ms, limit }));
  expect(await list(2)).toMatchObject({ items: [{ text: 'b' }, { text: 'a' }], next: null });
  expect((await list(1)).next).toMatchObject({ id: ids[1] });
  expect(await list(0)).toEqual({ items: [], next: null });
});

test('the trash shows of each kind of row what it held', async () => {
  const { log, clock } = await createLogFixture();
  const entry = { watchedOn: '2023-05', rating: 7 as const, review: 'r'.repeat(201) };
  await log.write(logEntry({ film: her, entry, origin: 'log' }));
  await log.write(rateFilm({ film: her, value: 9 }));
  await log.write(setWatchlist({ film: her, listed: true, reason: 'soon' }));
  const reviews = [
    makeReview('https://a.example/', { headline: null, excerpt: null }),
    makeReview('https://b.example/', { headline: 'Headline', excerpt: 'Excerpt' }),
    makeReview('https://c.example/', { headline: null, excerpt: 'Excerpt' }),
  ];
  for (const review of reviews) await log.write(keepReview({ film: her, review }));
  const filmIds = (await log.read((db) => db.getAllKeys('films'))).map(String);
  await log.write(editFilms({ ids: filmIds, edit: { isDeleted: true } }));
  const { items } = await log.read((db) => listTrash(db, { now: clock.ms, limit: 10 }));
  expect(items.map((item) => [item.store, item.watchedOn, item.rating, item.text]).sort()).toEqual([
    ['entries', '2023-05', 7, 'r'.repeat(200)],
    ['keptReviews', null, null, ''],
    ['keptReviews', null, null, 'Excerpt'],
    ['keptReviews', null, null, 'Headline'],
    ['ratings', null, 9, ''],
    ['watchlist', null, null, 'soon'],
  ]);
});

test('a row whose film is missing has no title and no year', async () => {
  const { log, clock } = await createLogFixture();
  const { filmId } = await log.write(logEntry({ film: her, entry: {}, origin: 'log' }));
  const [id = ''] = (await log.read((db) => db.getAllKeys('entries'))).map(String);
  await log.write(deleteEntry({ id }));
  await log.write(async ({ tx }) => {
    await tx.objectStore('films').delete(filmId ?? '');
    return null;
  });
  const { items } = await log.read((db) => listTrash(db, { now: clock.ms, limit: 10 }));
  expect(items).toMatchObject([{ id, filmId, title: '', year: null }]);
});

test('the trash counts the rows of the last 30 days that have not been purged', async () => {
  const { log, clock } = await createLogFixture();
  await log.write(rateFilm({ film: her, value: 9 }));
  await log.write(
    inOneCommit(['a', 'b', 'c'].map((note) => logEntry({ film: her, entry: { note }, origin: 'log' }))),
  );
  const count = () => log.read((db) => countTrash(db, clock.ms));
  expect(await count()).toBe(0);
  const [first = '', second = '', third = ''] = (await log.read((db) => db.getAllKeys('entries'))).map(
    String,
  );
  await log.write(deleteEntry({ id: first }));
  clock.ms += trashKeptMs + 1;
  await log.write(deleteEntry({ id: second }));
  const [filmId = ''] = (await log.read((db) => db.getAllKeys('films'))).map(String);
  await log.write(editFilms({ ids: [filmId], edit: { isDeleted: true } }));
  expect(await count()).toBe(3);
  await log.write(purgeTrash({ rows: [{ store: 'entries', id: third }] }, () => undefined));
  expect(await count()).toBe(2);
});

test('rows that are due to be purged come oldest first, and no more than asked for', async () => {
  const { log, clock } = await createLogFixture();
  await log.write(
    inOneCommit(['a', 'b', 'c'].map((note) => logEntry({ film: her, entry: { note }, origin: 'log' }))),
  );
  const ids = (await log.read((db) => db.getAllKeys('entries'))).map(String).reverse();
  for (const id of ids) {
    await log.write(deleteEntry({ id }));
    clock.ms += 1;
  }
  const due = async (now: number, limit: number) =>
    (await log.read((db) => listOutdatedTrash(db, now, limit))).map(({ id }) => id);
  const first = clock.ms - 3;
  expect(await due(first + trashKeptMs, 9)).toEqual([]);
  expect(await due(first + trashKeptMs + 1, 9)).toEqual(ids.slice(0, 1));
  expect(await due(first + trashKeptMs + 3, 9)).toEqual(ids);
  expect(await due(first + trashKeptMs + 3, 2)).toEqual(ids.slice(0, 2));
});

test('rows of all kinds are in one order, the newest deletion first', async () => {
  const { log, clock } = await createLogFixture();
  const { filmId } = await log.write(setWatchlist({ film: her, listed: true }));
  await log.write(logEntry({ film: her, entry: {}, origin: 'log' }));
  await log.write(setWatchlist({ film: her, listed: false }));
  clock.ms += 1000;
  const [id = ''] = (await log.read((db) => db.getAllKeys('entries'))).map(String);
  await log.write(deleteEntry({ id }));
  clock.ms += 1000;
  await log.write(rateFilm({ film: her, value: 9 }));
  await log.write(editFilms({ ids: [filmId ?? ''], edit: { isDeleted: true } }));
  const { items } = await log.read((db) => listTrash(db, { now: clock.ms, limit: 10 }));
  expect(items.map(({ store }) => store)).toEqual(['ratings', 'entries', 'watchlist']);
});
