import { openDB, unwrap } from 'idb';
import { expect, test, vi } from 'vitest';
import { logEntry, rateFilm, setLiked } from './commands/commands.ts';
import type { Command } from './store/commit.ts';
import type { StorageBuckets } from './store/database-location.ts';
import type { Log } from './log.ts';
import { countAll, findOwnRecords } from './testing/own-records.ts';
import { openLogForReading } from './queries/reading.ts';
import { logStores } from './store/schema.ts';
import { createLogFixture, her, melancholia, filmInput, type LogFixture } from './testing/fixture.ts';
import { createMemoryStorage } from './testing/memory-storage.ts';
import { readVisible } from './testing/visible.ts';
import type { RatingValue } from './types.ts';

function rate(number: number, value: number): Command {
  const film = filmInput(`Film ${number}`, 2000, `imdb:tt${String(number).padStart(7, '0')}`);
  return rateFilm({ film, value: value as RatingValue });
}

async function fill(log: Log, films: number): Promise<void> {
  for (let number = 1; number <= films; number += 1) await log.write(rate(number, 1 + (number % 10)));
}

/** Changes the database without the log, as damage to the browser's files does. */
async function damage(
  { name }: LogFixture,
  change: (store: string) => IDBKeyRange | 'all' | null,
): Promise<void> {
  const db = await openDB(name);
  for (const store of [...logStores, 'meta']) {
    const range = change(store);
    if (range === 'all') await db.clear(store);
    else if (range !== null) await db.delete(store, range);
  }
  db.close();
}

async function deleteFirst({ name }: LogFixture, store: string): Promise<void> {
  const db = await openDB(name);
  const [first] = await db.getAllKeys(store);
  if (first !== undefined) await db.delete(store, first);
  db.close();
}

test('keeps what was written after the worker has ended', async () => {
  const fixture = await createLogFixture();
  await fixture.log.write(rateFilm({ film: her, value: 9 }));
  const log = await fixture.reopen();
  expect(log.health()).toEqual({ state: 'ok' });
  const own = await log.read((db) => findOwnRecords(db, ['imdb:tt1798709']));
  expect(own.get('imdb:tt1798709')).toMatchObject({ rating: 9 });
  expect(await log.write(setLiked({ film: her, liked: true }))).toMatchObject({ sequence: 2 });
});

test('a page that only reads gets what was written', async () => {
  const fixture = await createLogFixture();
  await fixture.log.write(rateFilm({ film: her, value: 9 }));
  const reader = openLogForReading({ name: fixture.name });
  expect(await reader.read(countAll)).toMatchObject({ films: 1, ratings: 1 });
  reader.close();
});

const losses: [what: string, lose: (fixture: LogFixture) => Promise<void>][] = [
  ['one rating', (fixture) => deleteFirst(fixture, 'ratings')],
  ['one film', (fixture) => deleteFirst(fixture, 'films')],
  ['all rows, but not the state', (fixture) => damage(fixture, (store) => (store === 'meta' ? null : 'all'))],
  ['the state', (fixture) => damage(fixture, (store) => (store === 'meta' ? 'all' : null))],
  ['everything', (fixture) => damage(fixture, () => 'all')],
  [
    'the whole database, recreated empty',
    async ({ name }) => {
      const request = indexedDB.deleteDatabase(name);
      await new Promise((resolve) => request.addEventListener('success', resolve));
    },
  ],
];

test.each(losses)('detects the loss of %s, rejects all writes, and restores it', async (_what, lose) => {
  const fixture = await createLogFixture();
  await fill(fixture.log, 5);
  await fixture.log.write(logEntry({ film: her, entry: { watchedOn: '2024-01-14' }, origin: 'popup' }));
  const before = await fixture.log.read(readVisible);
  fixture.log.close();
  await lose(fixture);
  const log = await fixture.reopen();
  const health = log.health();
  expect(health.state).toBe('damaged');
  if (health.state !== 'damaged') return;
  expect(health.backups).toMatchObject([{ films: 6, ratings: 5, entries: 1 }]);
  await expect(log.write(rateFilm({ film: her, value: 1 }))).rejects.toMatchObject({ code: 'read-only' });
  expect(await log.restoreBackup(health.backups[0]?.id ?? '')).toEqual({ state: 'ok' });
  expect(await log.read(readVisible)).toEqual(before);
  await log.write(rateFilm({ film: melancholia, value: 1 }));
  expect((await fixture.reopen()).health()).toEqual({ state: 'ok' });
});

test('detects a database that went back to an older commit with as many rows, and restores it', async () => {
  const fixture = await createLogFixture();
  await fill(fixture.log, 3);
  const { log, name } = fixture;
  const old = await log.read(async (db) => ({
    ratings: await db.getAll('ratings'),
    meta: await db.getAll('meta'),
  }));
  await log.write(rate(1, 10));
  const before = await log.read(readVisible);
  log.close();
  const db = await openDB(name);
  for (const row of old.ratings) await db.put('ratings', row);
  for (const row of old.meta) await db.put('meta', row);
  db.close();
  const reopened = await fixture.reopen();
  expect(reopened.health()).toMatchObject({ state: 'damaged', promisedRows: 6, foundRows: 6 });
  const [backup] = await reopened.listBackups();
  expect(await reopened.restoreBackup(backup?.id ?? '')).toEqual({ state: 'ok' });
  expect(await reopened.read(readVisible)).toEqual(before);
});

test('restores a change made while the clock was a year back over the older one it replaced', async () => {
  const fixture = await createLogFixture();
  const { log, name, clock } = fixture;
  await log.write(rate(1, 9));
  const old = await log.read(async (db) => ({
    ratings: await db.getAll('ratings'),
    meta: await db.getAll('meta'),
  }));
  clock.ms -= 365 * 86_400_000;
  await log.write(rate(1, 5));
  clock.ms += 365 * 86_400_000;
  log.close();
  const db = await openDB(name);
  for (const row of old.ratings) await db.put('ratings', row);
  for (const row of old.meta) await db.put('meta', row);
  db.close();
  const reopened = await fixture.reopen();
  await reopened.restoreBackup('journal');
  expect(await reopened.read((opened) => opened.getAll('ratings'))).toMatchObject([{ value: 5 }]);
});

test('detects a loss while the worker runs at the next write', async () => {
  const fixture = await createLogFixture();
  await fill(fixture.log, 3);
  await damage(fixture, () => 'all');
  await expect(fixture.log.write(rate(1, 2))).rejects.toMatchObject({ code: 'read-only' });
  expect(fixture.log.health()).toMatchObject({ state: 'damaged', promisedRows: 6, foundRows: 0 });
});

test('accepting a loss keeps what is there and the backups, and allows writes again', async () => {
  const fixture = await createLogFixture();
  await fill(fixture.log, 3);
  await deleteFirst(fixture, 'ratings');
  const log = await fixture.reopen();
  expect(await log.acceptLoss()).toEqual({ state: 'ok' });
  expect(await log.read(countAll)).toMatchObject({ films: 3, ratings: 2 });
  expect(await log.write(rate(4, 4))).toMatchObject({ sequence: 5 });
  expect((await fixture.reopen()).health()).toEqual({ state: 'ok' });
  const backups = await fixture.log.listBackups();
  expect(backups.map(({ ratings }) => ratings)).toEqual([3, 3]);
  await fixture.log.restoreBackup('journal');
  expect(await fixture.log.read(countAll)).toMatchObject({ films: 4, ratings: 4 });
});

test('a restore keeps rows that the damaged log has and the backup lacks', async () => {
  const fixture = await createLogFixture();
  await fill(fixture.log, 2);
  const early = structuredClone([...fixture.storage.values]);
  await fixture.log.write(logEntry({ film: her, entry: {}, origin: 'popup' }));
  fixture.storage.values.clear();
  for (const [key, value] of early) fixture.storage.values.set(key, value);
  await deleteFirst(fixture, 'ratings');
  const log = await fixture.reopen();
  expect(log.health()).toMatchObject({ state: 'damaged' });
  await log.restoreBackup('journal');
  expect(await log.read(countAll)).toMatchObject({ films: 3, ratings: 2, entries: 1 });
});

test('refills an emptied storage area from the database', async () => {
  const fixture = await createLogFixture();
  await fill(fixture.log, 3);
  fixture.storage.values.clear();
  expect((await fixture.reopen()).health()).toEqual({ state: 'ok' });
  const before = await fixture.log.read(readVisible);
  await damage(fixture, () => 'all');
  const log = await fixture.reopen();
  const [backup] = await log.listBackups();
  await log.restoreBackup(backup?.id ?? '');
  expect(await log.read(readVisible)).toEqual(before);
});

test('recreates an unreadable integrity marker if the log is complete', async () => {
  const fixture = await createLogFixture();
  await fill(fixture.log, 2);
  fixture.storage.values.set('marquee-log:canary', 'scrambled');
  expect((await fixture.reopen()).health()).toEqual({ state: 'ok' });
  await damage(fixture, () => 'all');
  expect((await fixture.reopen()).health()).toMatchObject({ state: 'damaged' });
});

test('acknowledges writes while the storage area is full, reports the fault, and updates the copy later', async () => {
  const fixture = await createLogFixture();
  fixture.storage.beforeChange = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  await fill(fixture.log, 3);
  expect(fixture.log.health()).toMatchObject({ state: 'ok', backupFault: 'storage-full' });
  fixture.storage.beforeChange = () => undefined;
  await fixture.log.write(rate(4, 4));
  expect(fixture.log.health()).toEqual({ state: 'ok' });
  const before = await fixture.log.read(readVisible);
  await damage(fixture, () => 'all');
  const log = await fixture.reopen();
  const [backup] = await log.listBackups();
  await log.restoreBackup(backup?.id ?? '');
  expect(await log.read(readVisible)).toEqual(before);
});

test('a full disk rejects the write, keeps the log, and accepts the next write', async () => {
  const { log } = await createLogFixture();
  await log.write(rate(1, 1));
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(log.write(rate(1, 2))).rejects.toMatchObject({ code: 'storage-full' });
  put.mockRestore();
  expect(await log.read((db) => db.getAll('ratings'))).toMatchObject([{ value: 1 }]);
  expect(await log.write(rate(1, 3))).toMatchObject({ sequence: 2 });
});

test('rejects the write if the disk turns out to be full only at the commit', async () => {
  const { log } = await createLogFixture();
  await log.write(rate(1, 1));
  const fillDisk: Command = async (commit) => {
    const filmId = await rate(1, 2)(commit);
    const fault = new DOMException('full', 'QuotaExceededError');
    Object.defineProperty(unwrap(commit.tx), 'error', { get: () => fault });
    commit.tx.abort();
    return filmId;
  };
  await expect(log.write(fillDisk)).rejects.toMatchObject({ code: 'storage-full' });
  expect(await log.read((db) => db.getAll('ratings'))).toMatchObject([{ value: 1 }]);
});

test('does not acknowledge a transaction that the browser aborts at its end', async () => {
  const { log } = await createLogFixture();
  await log.write(rate(1, 1));
  const abortAtEnd: Command = async (commit) => {
    await rate(2, 2)(commit);
    commit.tx.abort();
    return null;
  };
  await expect(log.write(abortAtEnd)).rejects.toThrow();
  expect(await log.read(countAll)).toMatchObject({ films: 1, ratings: 1 });
  expect(await log.write(rate(3, 3))).toMatchObject({ sequence: 2 });
});

test('reopens a connection that the browser ended for the next write', async () => {
  const { log } = await createLogFixture();
  await log.write(rate(1, 1));
  await log.read((db) => Promise.resolve(db.close()));
  expect(await log.write(rate(2, 2))).toMatchObject({ sequence: 2 });
  expect(await log.read(countAll)).toMatchObject({ films: 2 });
});

test('keeps five backups, and removes the journal that two of them cover', async () => {
  const fixture = await createLogFixture({ commitsPerBackup: 10 });
  const { log, storage } = fixture;
  for (let number = 1; number <= 105; number += 1) {
    await log.write(rate(number % 7, 1 + (number % 10)));
    await log.flush();
  }
  const backups = await log.listBackups();
  expect(backups).toHaveLength(5);
  const journal = [...storage.values.keys()].filter((key) => key.includes(':journal:'));
  expect(journal).toHaveLength(15);
  const parts = [...storage.values.keys()].filter((key) => key.includes(':backup:'));
  expect(parts).toHaveLength(10);
  const before = await log.read(readVisible);
  await damage(fixture, () => 'all');
  const reopened = await fixture.reopen();
  await reopened.restoreBackup(backups[0]?.id ?? '');
  expect(await reopened.read(readVisible)).toEqual(before);
});

test('while more of an import follows, backups wait; its last part makes one, and all is there after a loss', async () => {
  const fixture = await createLogFixture({ commitsPerBackup: 3 });
  const { log } = fixture;
  await log.write(rate(0, 5));
  await log.backUp();
  const count = async (): Promise<number> => (await log.listKept()).length;
  const before = await count();
  for (let number = 1; number <= 10; number += 1) {
    await log.write(rate(number, 4), { moreFollows: true });
    await log.flush();
  }
  expect(await count()).toBe(before);
  await log.write(rate(11, 4));
  await log.flush();
  expect(await count()).toBe(before + 1);
  await log.write(rate(12, 4), { moreFollows: true });
  const visible = await log.read(readVisible);
  await damage(fixture, () => 'all');
  const reopened = await fixture.reopen();
  await reopened.restoreBackup((await reopened.listBackups())[0]?.id ?? '');
  expect(await reopened.read(readVisible)).toEqual(visible);
});

test('an import that never ends is backed up too', async () => {
  const { log } = await createLogFixture({ commitsPerBackup: 2 });
  await log.write(rate(0, 5));
  await log.backUp();
  const before = (await log.listKept()).length;
  for (let number = 1; number <= 17; number += 1) await log.write(rate(number, 4), { moreFollows: true });
  await log.flush();
  expect((await log.listKept()).length).toBeGreaterThan(before);
});

/** A log with three backups and a change since. Its storage area then rejects the parts of a new one. */
async function createBackedUpLog(fault: () => Error): Promise<LogFixture> {
  const fixture = await createLogFixture({ commitsPerBackup: 2 });
  for (let number = 1; number <= 6; number += 1) {
    await fixture.log.write(rate(number, 4));
    await fixture.log.flush();
  }
  await fixture.log.write(rate(7, 4));
  const { set } = fixture.storage;
  fixture.storage.set = (items) =>
    Object.keys(items).some((key) => key.startsWith('marquee-log:backup:'))
      ? Promise.reject(fault())
      : set(items);
  return fixture;
}

test('a new backup that fails for another reason than room removes none', async () => {
  const fixture = await createBackedUpLog(() => new DOMException('does not answer', 'TimeoutError'));
  const before = await fixture.log.listKept();
  expect(before).toHaveLength(3);
  await fixture.log.backUp();
  expect(fixture.log.health()).toMatchObject({ backupFault: 'failed' });
  expect(await fixture.log.listKept()).toEqual(before);
});

test('the last whole backup stays if there is no room for a new one, however old it is', async () => {
  const fixture = await createBackedUpLog(() => new DOMException('full', 'QuotaExceededError'));
  const [newest, middle, oldest] = await fixture.log.listKept();
  for (const damaged of [newest, middle])
    fixture.storage.values.set(`marquee-log:backup:${damaged?.id ?? ''}:0`, 'scrambled');
  await fixture.log.backUp();
  expect(fixture.log.health()).toMatchObject({ backupFault: 'storage-full' });
  expect(await fixture.log.listKept()).toEqual([oldest]);
  expect((await fixture.log.readKept(oldest?.id ?? '')).ratings).toHaveLength(2);
});

test('removes older backups if there is no room for a new one', async () => {
  const fixture = await createLogFixture({ commitsPerBackup: 10 });
  const { log, storage } = fixture;
  const countParts = (): number =>
    [...storage.values.keys()].filter((key) => key.includes(':backup:')).length;
  const { set } = storage;
  storage.set = async (items) => {
    const isPart = Object.keys(items).some((key) => key.includes(':backup:'));
    if (isPart && countParts() >= 4) throw new DOMException('full', 'QuotaExceededError');
    return set(items);
  };
  for (let number = 1; number <= 65; number += 1) {
    await log.write(rate(number % 7, 1 + (number % 10)));
    await log.flush();
  }
  expect(log.health()).toEqual({ state: 'ok' });
  expect(countParts()).toBe(4);
  const before = await log.read(readVisible);
  await damage(fixture, () => 'all');
  const reopened = await fixture.reopen();
  const [newest, ...older] = await reopened.listBackups();
  expect(older).toHaveLength(1);
  await reopened.restoreBackup(newest?.id ?? '');
  expect(await reopened.read(readVisible)).toEqual(before);
});

test('restores everything from the previous backup and the journal if the newest backup is damaged', async () => {
  const fixture = await createLogFixture({ commitsPerBackup: 20 });
  const { log, storage } = fixture;
  for (let number = 1; number <= 45; number += 1) {
    await log.write(rate(number % 7, 1 + (number % 10)));
    await log.flush();
  }
  const before = await log.read(readVisible);
  const [newest] = await log.listBackups();
  storage.values.set(`marquee-log:backup:${newest?.id ?? ''}:0`, 'scrambled');
  await damage(fixture, () => 'all');
  const reopened = await fixture.reopen();
  expect(await reopened.restoreBackup(newest?.id ?? '')).toEqual({ state: 'ok' });
  expect(await reopened.read(readVisible)).toEqual(before);
});

test(
  'writes a whole backup after a command that changes more rows than the journal takes',
  { tags: 'slow' },
  async () => {
    const fixture = await createLogFixture();
    const { log, storage } = fixture;
    const correctMany: Command = async (commit) => {
      for (let at = 0; at < 2001; at += 1) {
        const row = {
          id: `c${at}`,
          stamps: {},
          deleted: null,
          importId: null,
          key: `imdb:tt${at}` as const,
          filmId: null,
        };
        await commit.save('corrections', row);
      }
      return null;
    };
    await log.write(correctMany);
    await log.write(rate(1, 1));
    expect([...storage.values.keys()].filter((key) => key.includes(':backup:'))).toHaveLength(2);
    await damage(fixture, () => 'all');
    const reopened = await fixture.reopen();
    const [backup] = await reopened.listBackups();
    await reopened.restoreBackup(backup?.id ?? '');
    expect(await reopened.read(countAll)).toMatchObject({ corrections: 2001, films: 1, ratings: 1 });
  },
);

test('a database that cannot be opened is reported, rejects writes, and is restored into a new one', async () => {
  const fixture = await createLogFixture();
  await fill(fixture.log, 3);
  const before = await fixture.log.read(readVisible);
  fixture.log.close();
  const openReal = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    if (name === fixture.name) throw new DOMException('Internal error opening backing store', 'UnknownError');
    return openReal(name, version);
  });
  const log = await fixture.reopen();
  expect(log.health()).toMatchObject({ state: 'unreadable', backups: [{ id: 'journal', ratings: 3 }] });
  await expect(log.write(rate(1, 1))).rejects.toMatchObject({ code: 'unreadable' });
  await expect(log.read(countAll)).rejects.toMatchObject({ code: 'unreadable' });
  expect(await log.restoreBackup('journal')).toEqual({ state: 'ok' });
  expect(await log.read(readVisible)).toEqual(before);
});

/** Storage buckets in memory. */
function createBuckets(): StorageBuckets {
  const factories = new Map<string, IDBFactory>();
  return {
    keys: () => Promise.resolve([...factories.keys()]),
    open: (name) => {
      const factory = factories.get(name) ?? new IDBFactory();
      factories.set(name, factory);
      return Promise.resolve({ indexedDB: factory });
    },
    delete: (name) => {
      factories.delete(name);
      return Promise.resolve();
    },
  };
}

test.each([
  ['moves to a storage bucket', createBuckets()],
  ['is read out of its backup', null],
])('a log whose location can neither open nor delete a database %s', async (_what, buckets) => {
  const fixture = await createLogFixture({ buckets });
  await fill(fixture.log, 3);
  const before = await fixture.log.read(readVisible);
  const breakPlace = (): never => {
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  };
  vi.spyOn(indexedDB, 'open').mockImplementation(breakPlace);
  vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(breakPlace);
  const log = await fixture.reopen();
  expect(log.health()).toMatchObject({ state: 'unreadable', backups: [{ id: 'journal' }] });
  expect((await log.readBackup('journal')).ratings).toHaveLength(3);
  if (buckets === null) {
    await expect(log.restoreBackup('journal')).rejects.toMatchObject({ code: 'unreadable' });
    return;
  }
  expect(await log.restoreBackup('journal')).toEqual({ state: 'ok' });
  expect(await log.read(readVisible)).toEqual(before);
  await log.write(rate(4, 4));
  const reader = openLogForReading({ name: fixture.name, buckets });
  expect(await reader.read(countAll)).toMatchObject({ films: 4 });
  reader.close();
  expect((await fixture.reopen()).health()).toEqual({ state: 'ok' });
});

test('accepts writes as soon as a log can be opened again', async () => {
  const fixture = await createLogFixture();
  await fill(fixture.log, 1);
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('refused', 'InvalidStateError');
  });
  const log = await fixture.reopen();
  expect(log.health()).toMatchObject({ state: 'unreadable' });
  open.mockRestore();
  expect(await log.write(rate(2, 2))).toMatchObject({ sequence: 2 });
  expect(log.health()).toEqual({ state: 'ok' });
});

test('does not write if the storage area cannot be read', async () => {
  const storage = createMemoryStorage();
  storage.get = () => Promise.reject(new Error('out of order'));
  const { log } = await createLogFixture({ storage });
  expect(log.health()).toMatchObject({ state: 'unreadable', backups: [] });
  await expect(log.write(rate(1, 1))).rejects.toMatchObject({ code: 'unreadable' });
});
