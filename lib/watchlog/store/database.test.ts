import { deleteDB, openDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { rateFilm, setWatchlist } from '../commands/commands.ts';
import { openDatabase } from './database.ts';
import { first } from '../migrations/0001-first.ts';
import { migrations } from '../migrations/registry.ts';
import { findNewestVersion, runMigrations, upgradeRow } from '../migrations/run.ts';
import type { Migration } from '../migrations/types.ts';
import { countAll, findOwnRecords } from '../testing/own-records.ts';
import { openLogForReading } from '../queries/reading.ts';
import { logStores } from './schema.ts';
import { version1 } from '../migrations/fixtures/version-1.ts';
import { createLogFixture, her } from '../testing/fixture.ts';
import { createMemoryStorage } from '../testing/memory-storage.ts';

let number = 0;
function nameDatabase(): string {
  number += 1;
  return `database-${number}`;
}

function refusePoison(row: unknown): unknown {
  if (JSON.stringify(row).includes('poison')) throw new Error('poison');
  return row;
}

/** A migration to a later version: a rating states who gave it. A row with "poison" cannot be read. */
const later: Migration = {
  version: findNewestVersion(migrations) + 1,
  changeStores: (db) => {
    db.createObjectStore('friends', { keyPath: 'id' });
  },
  changeRow: {
    ratings: (row) => ({ ...(row as object), by: 'me' }),
    entries: refusePoison,
    watchlist: refusePoison,
  },
};

async function createVersion1(name: string): Promise<void> {
  const db = await openDB(name, 1, { upgrade: (opened, _old, _new, tx) => first.changeStores(opened, tx) });
  for (const [store, rows] of Object.entries(version1)) for (const row of rows) await db.put(store, row);
  db.close();
}

afterEach(() => vi.useRealTimers());

test('the migrations are numbered from 1 without gaps', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, at) => at + 1));
  expect(findNewestVersion(migrations)).toBe(migrations.length);
});

test('a new database has every store, with indexes by deletion and import', async () => {
  const { db, newer } = await openDatabase({ name: nameDatabase() });
  expect(newer).toBe(false);
  expect([...db.objectStoreNames].sort()).toEqual([...logStores, 'meta', 'quarantine'].sort());
  for (const store of logStores) {
    const names = [...db.transaction(store).store.indexNames];
    expect(names).toEqual(expect.arrayContaining(['byDeletion', 'byImport']));
  }
  db.close();
});

test('a log written by version 1 opens with all its rows, and accepts writes', async () => {
  const name = nameDatabase();
  await createVersion1(name);
  const { log } = await createLogFixture({ name });
  expect(log.health()).toEqual({ state: 'ok' });
  expect(await log.read(countAll)).toMatchObject({
    films: 1,
    ratings: 1,
    entries: 1,
    watchlist: 1,
    corrections: 1,
  });
  const own = await log.read((db) => findOwnRecords(db, ['imdb:tt1798709']));
  expect(own.get('imdb:tt1798709')).toMatchObject({ rating: 9, lastWatchedOn: '2014-02' });
  expect(await log.read((db) => db.getAll('films'))).toMatchObject([{ title: 'Her', liked: true, tags: [] }]);
  expect(await log.write(rateFilm({ film: her, value: 8 }))).toMatchObject({ sequence: 7 });
});

const pastVersions = migrations.slice(0, -1).map(({ version }) => version);

/** Creates a database of a past version, with the rows of the first version and what the migrations since made of them. */
async function createVersion(name: string, version: number): Promise<void> {
  await createVersion1(name);
  if (version === 1) return;
  const until = migrations.filter((one) => one.version <= version);
  const db = await openDB(name, version, {
    upgrade: (opened, old, _new, tx) => void runMigrations(opened, tx, until, old, 0),
  });
  db.close();
}

/** All rows of a database, by store. */
async function readStores(name: string): Promise<Record<string, unknown[]>> {
  const db = await openDB(name);
  const stores = [...db.objectStoreNames];
  const rows = await Promise.all(stores.map((store) => db.getAll(store) as Promise<unknown[]>));
  db.close();
  return Object.fromEntries(stores.map((store, at) => [store, rows[at] ?? []]));
}

/** The migrations, of which the steps after a version are counted; the one with the given number ends it. */
function endAt(last: number, after: number): { migrations: Migration[]; steps: () => number } {
  let steps = 0;
  const step = <Given extends unknown[], Result>(task: (...given: Given) => Result) => {
    return (...given: Given): Result => {
      steps += 1;
      if (steps === last) throw new DOMException('ended', 'QuotaExceededError');
      return task(...given);
    };
  };
  const counted = migrations.map((one): Migration => {
    if (one.version <= after) return one;
    const rows = Object.entries(one.changeRow ?? {}).map(([store, change]) => [
      store,
      change && step(change),
    ]);
    return {
      ...one,
      changeStores: step(one.changeStores),
      changeState: step(one.changeState ?? ((state) => state)),
      changeRow: Object.fromEntries(rows) as object,
    };
  });
  return { migrations: counted, steps: () => steps };
}

test.each(pastVersions)(
  'a log of version %i is the same after a migration that ends at any step',
  async (version) => {
    const whole = nameDatabase();
    await createVersion(whole, version);
    const former = await readStores(whole);
    const { db } = await openDatabase({ name: whole, migrations });
    db.close();
    const wanted = await readStores(whole);
    const counted = endAt(Infinity, version);
    const name = nameDatabase();
    await createVersion(name, version);
    (await openDatabase({ name, migrations: counted.migrations })).db.close();
    expect(counted.steps()).toBeGreaterThan(0);
    for (let last = 1; last <= counted.steps(); last += 1) {
      const ended = nameDatabase();
      await createVersion(ended, version);
      const broken = endAt(last, version).migrations;
      await expect(openDatabase({ name: ended, migrations: broken, retryAfterMs: [] })).rejects.toMatchObject(
        {
          code: 'storage-full',
        },
      );
      expect(await readStores(ended), `ended at step ${last}`).toEqual(former);
      (await openDatabase({ name: ended, migrations })).db.close();
      expect(await readStores(ended), `ended at step ${last}`).toEqual(wanted);
    }
  },
);

test('a migration changes every row, and moves those it cannot read to the quarantine', async () => {
  const name = nameDatabase();
  await createVersion1(name);
  const poisoned = await openDB(name);
  await poisoned.put('entries', { id: 'bad', deleted: null, note: 'poison' });
  poisoned.close();
  const { db } = await openDatabase({ name, migrations: [...migrations, later], now: () => 7 });
  expect(await db.getAll('ratings')).toMatchObject([{ value: 9, by: 'me' }]);
  expect(await db.count('entries')).toBe(1);
  const [row] = await db.getAll('quarantine');
  expect(row).toMatchObject({ store: 'entries', row: { id: 'bad' }, reason: 'Error: poison', foundAt: 7 });
  db.close();
});

test('a migration in steps processes each of many rows once', async () => {
  const name = nameDatabase();
  await createVersion1(name);
  const old = await openDB(name);
  const tx = old.transaction('entries', 'readwrite');
  const ids = Array.from({ length: 1203 }, (_, at) => `many-${String(at).padStart(5, '0')}`);
  for (const [at, id] of ids.entries())
    await tx.store.put({ id, deleted: null, note: at % 500 === 499 ? 'poison' : '', count: 0 });
  await tx.done;
  old.close();
  const counting: Migration = {
    ...later,
    changeRow: {
      entries: (row) => ({ ...(refusePoison(row) as object), count: (row as { count: number }).count + 1 }),
    },
  };
  const { db } = await openDatabase({ name, migrations: [...migrations, counting] });
  const counts = (await db.getAll('entries')).map((row) => Reflect.get(row, 'count') as number);
  expect(counts.filter((count) => count === 1)).toHaveLength(1201);
  expect(await db.count('quarantine')).toBe(2);
  db.close();
});

test('a migrated log is complete, has a backup in the new shape, and accepts writes', async () => {
  const name = nameDatabase();
  const fixture = await createLogFixture({ name });
  await fixture.log.write(rateFilm({ film: her, value: 9 }));
  await fixture.log.write(setWatchlist({ film: her, listed: true, reason: 'poison' }));
  const log = await fixture.reopen({ migrations: [...migrations, later] });
  expect(log.health()).toEqual({ state: 'ok' });
  expect(await log.read((db) => db.getAll('ratings'))).toMatchObject([{ by: 'me' }]);
  expect(await log.read((db) => db.getAll('quarantine'))).toMatchObject([
    { store: 'watchlist', counted: false },
  ]);
  const [backup] = await log.listBackups();
  expect(backup).toMatchObject({ ratings: 1, films: 1 });
  await log.write(rateFilm({ film: her, value: 8 }));
  expect((await fixture.reopen({ migrations: [...migrations, later] })).health()).toEqual({ state: 'ok' });
});

test('a loss is detected even if a migration has changed the rows since', async () => {
  const name = nameDatabase();
  const fixture = await createLogFixture({ name });
  await fixture.log.write(rateFilm({ film: her, value: 9 }));
  const db = await openDB(name);
  await db.clear('ratings');
  db.close();
  const log = await fixture.reopen({ migrations: [...migrations, later] });
  expect(log.health()).toMatchObject({ state: 'damaged', promisedRows: 2, foundRows: 1 });
});

test('a row of an old backup passes through the same migrations', () => {
  expect(upgradeRow([...migrations, later], 1, 'ratings', { value: 9 })).toEqual({ value: 9, by: 'me' });
  expect(upgradeRow([...migrations, later], later.version, 'ratings', { value: 9 })).toEqual({ value: 9 });
});

const rowsOfVersion1 = Object.entries(version1).flatMap(([store, rows]) =>
  store === 'meta' ? [] : rows,
).length;
const ends = ['QuotaExceededError', 'UnknownError'].flatMap((fault) =>
  Array.from({ length: rowsOfVersion1 }, (_, at): [string, number] => [fault, at + 1]),
);

test.each(ends)(
  'a migration ended by %s at row %i loses nothing and starts again',
  async (fault, lastRow) => {
    const name = nameDatabase();
    await createVersion1(name);
    let rows = 0;
    const [first] = migrations;
    if (first === undefined) throw new Error('There is no first version');
    const broken: Migration = {
      ...later,
      version: 2,
      changeRow: Object.fromEntries(
        logStores
          .filter((store) => version1[store] !== undefined)
          .map((store) => [
            store,
            (row: unknown) => {
              rows += 1;
              if (rows === lastRow) throw new DOMException('ended', fault);
              return later.changeRow?.[store]?.(row) ?? row;
            },
          ]),
      ),
    };
    const code = fault === 'QuotaExceededError' ? 'storage-full' : 'unreadable';
    const opening = openDatabase({ name, migrations: [first, broken], retryAfterMs: [] });
    await expect(opening).rejects.toMatchObject({ code });
    const old = await openDB(name);
    expect(old.version).toBe(1);
    expect(await old.getAll('ratings')).toEqual(version1.ratings);
    old.close();
    const { db } = await openDatabase({ name, migrations: [...migrations, later] });
    expect(await db.getAll('ratings')).toMatchObject([{ by: 'me' }]);
    db.close();
  },
);

test('a newer database can be read, but is never written to or deleted', async () => {
  const name = nameDatabase();
  await createVersion1(name);
  (await openDatabase({ name, migrations: [...migrations, later] })).db.close();
  const { log } = await createLogFixture({ name });
  expect(log.health()).toEqual({ state: 'newer', version: later.version });
  expect(await log.read(countAll)).toMatchObject({ films: 1, ratings: 1 });
  for (const refused of [log.write(rateFilm({ film: her, value: 8 })), log.acceptLoss()]) {
    await expect(refused).rejects.toMatchObject({ code: 'newer' });
  }
  expect((await openDB(name)).version).toBe(later.version);
});

test('an older page closes the database when a newer version needs it', async () => {
  const name = nameDatabase();
  const closed: string[] = [];
  const { db } = await openDatabase({ name, onClosed: (reason) => closed.push(reason) });
  const newer = await openDatabase({ name, migrations: [...migrations, later] });
  expect(closed).toEqual(['outdated']);
  expect(() => db.transaction('films')).toThrow();
  newer.db.close();
});

test('an upgrade that an older page blocks fails with a message, and blocks nobody later', async () => {
  const name = nameDatabase();
  await createVersion1(name);
  const stubborn = await openDB(name);
  const opening = openDatabase({ name, migrations: [...migrations, later], blockedTimeoutMs: 20 });
  await expect(opening).rejects.toMatchObject({ code: 'blocked' });
  stubborn.close();
  await deleteDB(name);
});

test('a database of the right version without its stores is not opened as the log', async () => {
  const name = nameDatabase();
  (
    await openDB(name, findNewestVersion(migrations), { upgrade: (db) => void db.createObjectStore('films') })
  ).close();
  await expect(openDatabase({ name })).rejects.toMatchObject({ code: 'unreadable' });
  const { log } = await createLogFixture({ name, storage: createMemoryStorage() });
  expect(log.health()).toMatchObject({ state: 'unreadable' });
});

test('a reader reopens the database after an upgrade closed it', async () => {
  const name = nameDatabase();
  await createVersion1(name);
  const reader = openLogForReading({ name });
  expect(await reader.read(countAll)).toMatchObject({ films: 1 });
  (await openDatabase({ name, migrations: [...migrations, later] })).db.close();
  expect(await reader.read(countAll)).toMatchObject({ films: 1 });
  reader.close();
});

test('tries again to open files that the browser cannot open for a moment, and gives up after that', async () => {
  const name = 'for-a-moment';
  const openReal = indexedDB.open.bind(indexedDB);
  let failures = 2;
  vi.spyOn(indexedDB, 'open').mockImplementation((asked, version) => {
    failures -= 1;
    if (failures >= 0) throw new DOMException('Internal error opening backing store', 'UnknownError');
    return openReal(asked, version);
  });
  const { db } = await openDatabase({ name, retryAfterMs: [0, 0] });
  db.close();
  failures = 2;
  await expect(openDatabase({ name, retryAfterMs: [0] })).rejects.toMatchObject({ code: 'unreadable' });
  vi.restoreAllMocks();
});
