// @module-tag slow
// Ends the worker at every step of every rebuild: the former log or the new one must be there, whole.
import { deleteDB, unwrap } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { logEntry, rateFilm } from '../commands/commands.ts';
import type { Command } from '../store/commit.ts';
import { findPlace, type Place, type StorageBuckets } from '../store/database-location.ts';
import { openLogForReading } from '../queries/reading.ts';
import { readAllRows } from '../store/read-all-rows.ts';
import { scanLog } from './scan.ts';
import type { Log } from '../log.ts';
import { changeDatabase, damageRows } from '../testing/damage.ts';
import { createLogFixture, filmInput, her, type LogFixture } from '../testing/fixture.ts';
import { armKillSwitch } from '../testing/kill-switch.ts';
import { createMemoryBuckets, type MemoryBuckets } from '../testing/memory-buckets.ts';
import { createMemoryStorage } from '../testing/memory-storage.ts';
import { readVisible } from '../testing/visible.ts';
import type { LogHealth, RatingValue } from '../types.ts';

afterEach(() => vi.restoreAllMocks());

const rate = (number: number): Command =>
  rateFilm({ film: filmInput(`Film ${number}`, 2000), value: (1 + (number % 10)) as RatingValue });

interface Case {
  harm: (fixture: LogFixture, buckets: StorageBuckets | null) => Promise<void>;
  rebuild: (log: Log) => Promise<unknown>;
}

const restore: Case['rebuild'] = async (log) => log.restoreBackup((await log.listBackups())[0]?.id ?? '');

const cases: [what: string, each: Case][] = [
  [
    'a restore of lost rows',
    {
      harm: ({ name }, buckets) =>
        changeDatabase({ name, buckets }, (tx) => {
          tx.objectStore('ratings').clear();
        }),
      rebuild: restore,
    },
  ],
  [
    'a restore of a lost database',
    {
      harm: ({ name }, buckets) =>
        changeDatabase({ name, buckets }, (tx, stores) => {
          for (const store of stores) tx.objectStore(store).clear();
        }),
      rebuild: restore,
    },
  ],
  [
    '"continue without"',
    {
      harm: ({ name }, buckets) =>
        changeDatabase({ name, buckets }, (tx) => {
          tx.objectStore('entries').clear();
        }),
      rebuild: (log) => log.acceptLoss(),
    },
  ],
  [
    'the repair of a check',
    {
      harm: ({ name }, buckets) =>
        changeDatabase({ name, buckets }, (tx) => {
          const request = tx.objectStore('entries').openCursor();
          request.addEventListener('success', () => {
            const { result: cursor } = request;
            cursor?.update({ ...(cursor.value as object), tags: 7 });
          });
        }),
      rebuild: (log) => log.check(),
    },
  ],
];

/** Counts the steps of an armed kill switch that buckets and flags take too. */
function killAt(
  fixture: LogFixture,
  buckets: MemoryBuckets | null,
  at: number,
): ReturnType<typeof armKillSwitch> {
  const kill = armKillSwitch(fixture.storage, at);
  if (buckets !== null)
    buckets.beforeChange = () => (kill.takeStep() ? new Promise<never>(() => undefined) : undefined);
  const openReal = indexedDB.open.bind(indexedDB);
  if (buckets === null)
    vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
      const isSwitch = name.endsWith('-place') && version !== undefined;
      return isSwitch && kill.takeStep() ? openReal('never', 1) : openReal(name, version);
    });
  return kill;
}

const countRows = (visible: Record<string, unknown[]>): number =>
  Object.values(visible).reduce((sum, rows) => sum + rows.length, 0);

const places: [string, () => MemoryBuckets | null][] = [
  ['in storage buckets', createMemoryBuckets],
  ['without storage buckets', () => null],
];

/** Runs a rebuild until its nth step. Returns what must be there then: the rows before, and those of a whole rebuild. */
async function runUntilKilled(
  { harm, rebuild }: Case,
  buckets: MemoryBuckets | null,
  at: number,
): Promise<{ fixture: LogFixture; before: number; whole: number; wasKilled: boolean }> {
  const fixture = await createLogFixture({ buckets });
  for (let number = 1; number <= 4; number += 1) await fixture.log.write(rate(number));
  await fixture.log.write(logEntry({ film: her, entry: { note: 'mine' }, origin: 'log' }));
  await fixture.log.flush();
  const whole = countRows(await fixture.log.read(readVisible));
  // The log has been rebuilt before, so that its place is not the first.
  await fixture.log.acceptLoss();
  await fixture.log.flush();
  fixture.log.close();
  await harm(fixture, buckets);
  const log = await fixture.reopen();
  const before = countRows(await log.read(readVisible));
  const kill = killAt(fixture, buckets, at);
  await Promise.race([rebuild(log), kill.killed]);
  await new Promise((resolve) => setTimeout(resolve));
  kill.release();
  vi.restoreAllMocks();
  if (buckets !== null) buckets.beforeChange = () => undefined;
  log.close();
  return { fixture, before, whole, wasKilled: kill.isDead() };
}

async function expectEitherLog(
  { fixture, before, whole }: Awaited<ReturnType<typeof runUntilKilled>>,
  buckets: StorageBuckets | null,
  note: string,
): Promise<void> {
  const storage = createMemoryStorage(fixture.storage.values);
  const after = await createLogFixture({ name: fixture.name, storage, buckets });
  const { state } = after.log.health();
  const rows = countRows(await after.log.read(readVisible));
  expect([before, whole], note).toContain(rows);
  const scan = await after.log.read(scanLog);
  if (state === 'ok' && scan.broken.length === 0) expect(scan.checksum, note).toBe(scan.state?.checksum);
  if (state !== 'ok') expect(await restore(after.log), note).toMatchObject({ state: 'ok' });
  await after.log.check();
  await after.log.write(rate(9));
  after.log.close();
}

for (const [where, createPlaces] of places)
  test.each(cases)(
    `%s that is killed at any step leaves the former log or the new one, whole (${where})`,
    async (_what, each) => {
      let kills = 0;
      for (let at = 1; ; at += 1) {
        const buckets = createPlaces();
        const killed = await runUntilKilled(each, buckets, at);
        await expectEitherLog(killed, buckets, `step ${at}`);
        if (!killed.wasKilled) break;
        kills += 1;
      }
      expect(kills).toBeGreaterThan(10);
    },
  );

test.each(places)(
  'the former database stays until the next clean start, and is then deleted (%s)',
  async (_where, create) => {
    const buckets = create();
    const fixture = await createLogFixture({ buckets });
    for (let number = 1; number <= 3; number += 1) await fixture.log.write(rate(number));
    const former = await findPlace(buckets, fixture.name);
    await fixture.log.acceptLoss();
    const current = await findPlace(buckets, fixture.name);
    expect(current.generation).toBeGreaterThan(former.generation);
    const readPlace = async (place: Place): Promise<number> => {
      const reader = openLogForReading({ place });
      const rows = await reader.read(readAllRows);
      reader.close();
      return rows.ratings.length;
    };
    expect(await readPlace(former)).toBe(3);
    await fixture.log.removeFormer();
    expect(await readPlace(former)).toBe(0);
    expect(await readPlace(current)).toBe(3);
    expect((await fixture.reopen()).health()).toEqual({ state: 'ok' });
  },
);

/** Rebuilds a log of three ratings, so that its first database is the former one. */
async function createRebuiltLog(
  buckets: MemoryBuckets | null,
): Promise<{ fixture: LogFixture; former: Place }> {
  const fixture = await createLogFixture({ buckets });
  for (let number = 1; number <= 3; number += 1) await fixture.log.write(rate(number));
  const former = await findPlace(buckets, fixture.name);
  await fixture.log.acceptLoss();
  await fixture.log.flush();
  return { fixture, former };
}

const listRatings = async (place: Place): Promise<string[]> => {
  const reader = openLogForReading({ place });
  const ids = await reader.read((db) => db.getAllKeys('ratings'));
  reader.close();
  return ids;
};

/** Changes the ratings in a place without the log. */
async function changeRatings(place: Place, change: (store: IDBObjectStore) => void): Promise<void> {
  const reader = openLogForReading({ place });
  await reader.read(async (db) => {
    const tx = db.transaction('ratings', 'readwrite');
    change(unwrap(tx.store));
    await tx.done;
  });
  reader.close();
}

for (const [where, create] of places) {
  test(`the former database stays if a row of the new one has changed without the log (${where})`, async () => {
    const buckets = create();
    const { fixture, former } = await createRebuiltLog(buckets);
    const current = await findPlace(buckets, fixture.name);
    const [id = ''] = await listRatings(current);
    await changeRatings(current, (store) => store.put({ id, stamps: {}, deleted: null, value: 1 }));
    await fixture.log.removeFormer();
    expect(await listRatings(former)).toHaveLength(3);
  });

  test(`a former database with a row that the new one lacks stays (${where})`, async () => {
    const buckets = create();
    const { fixture, former } = await createRebuiltLog(buckets);
    await changeRatings(former, (store) => {
      const request = store.openCursor();
      request.addEventListener('success', () => {
        const row: unknown = request.result?.value;
        if (typeof row === 'object') store.put({ ...row, id: 'only-here' });
      });
    });
    await fixture.log.removeFormer();
    expect(await listRatings(former)).toContain('only-here');
  });
}

test('the former database stays if a row of the new one cannot be read', async () => {
  const { fixture, former } = await createRebuiltLog(null);
  const current = await findPlace(null, fixture.name);
  const ids = { ratings: (await listRatings(current)).slice(0, 1) };
  damageRows({ database: current.name, ids });
  await fixture.log.removeFormer();
  vi.restoreAllMocks();
  expect(await listRatings(former)).toHaveLength(3);
  await fixture.log.removeFormer();
  expect(await listRatings(former)).toHaveLength(0);
});

test('a former database that never opens stays, and does not keep the log from being written', async () => {
  const { fixture, former } = await createRebuiltLog(null);
  const open = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) =>
    name === former.name && version !== undefined ? new IDBOpenDBRequest() : open(name, version),
  );
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let isWritten = false;
  const writing = Promise.all([fixture.log.removeFormer(), fixture.log.write(rate(4))]).then(() => {
    isWritten = true;
  });
  // What comes before the opening and after it takes its time in real tasks.
  for (let left = 1000; left > 0 && !isWritten; left -= 1) {
    await new Promise(setImmediate);
    await vi.advanceTimersByTimeAsync(100);
  }
  vi.useRealTimers();
  await writing;
  vi.restoreAllMocks();
  expect(await listRatings(former)).toHaveLength(3);
});

test('a log that the browser forgot is not deleted as a former one', async () => {
  const { fixture } = await createRebuiltLog(null);
  const log = await findPlace(null, fixture.name);
  fixture.log.close();
  await deleteDB(`${fixture.name}-place`);
  await deleteDB(fixture.name);
  await deleteDB(`${fixture.name}-copy`);
  fixture.storage.values.clear();
  const empty = await fixture.reopen();
  expect(empty.health()).toEqual({ state: 'ok' });
  await empty.removeFormer();
  expect(await listRatings(log)).toHaveLength(3);
});

test('a rebuilt log is beside all databases that the browser cannot open', async () => {
  const { fixture } = await createRebuiltLog(null);
  const current = await findPlace(null, fixture.name);
  await fixture.log.acceptLoss();
  await fixture.log.flush();
  fixture.log.close();
  await deleteDB(`${fixture.name}-place`);
  const openReal = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    if (name === current.name) throw new DOMException('', 'UnknownError');
    return openReal(name, version);
  });
  const log = await fixture.reopen();
  await log.acceptLoss();
  expect((await findPlace(null, fixture.name)).generation).toBeGreaterThan(current.generation);
});

test('no database is deleted while none can be opened', async () => {
  const { fixture } = await createRebuiltLog(null);
  const drop = vi.spyOn(indexedDB, 'deleteDatabase');
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  });
  const log = await fixture.reopen();
  await expect(log.acceptLoss()).rejects.toMatchObject({ code: 'unreadable' });
  expect(drop).not.toHaveBeenCalled();
});

test('a rebuilt log that the browser no longer finds is restored beside it', async () => {
  const fixture = await createLogFixture();
  for (let number = 1; number <= 3; number += 1) await fixture.log.write(rate(number));
  await fixture.log.acceptLoss();
  await fixture.log.flush();
  const lost = await findPlace(null, fixture.name);
  fixture.log.close();
  // Firefox empties a database whose file is damaged.
  await deleteDB(`${fixture.name}-place`);
  vi.spyOn(indexedDB, 'databases').mockRejectedValue(new DOMException('', 'UnknownError'));
  const log = await fixture.reopen();
  expect(log.health()).toMatchObject({ state: 'damaged' });
  expect(await restore(log)).toEqual({ state: 'ok' });
  expect((await log.read(readVisible)).ratings).toHaveLength(3);
  expect((await findPlace(null, fixture.name)).generation).toBeGreaterThan(lost.generation);
});

test('a new database that does not have all rows is not used', async () => {
  const fixture = await createLogFixture();
  for (let number = 1; number <= 3; number += 1) await fixture.log.write(rate(number));
  const put = Reflect.get(IDBObjectStore.prototype, 'put') as (row: unknown) => IDBRequest<IDBValidKey>;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row: unknown) {
    if (this.name === 'ratings') this.clear();
    return put.call(this, row);
  });
  await expect(fixture.log.acceptLoss()).rejects.toMatchObject({ code: 'unreadable' });
  vi.restoreAllMocks();
  const log = await fixture.reopen();
  expect(log.health()).toEqual({ state: 'ok' });
  expect((await log.read(readVisible)).ratings).toHaveLength(3);
});

test('a page that reads the log reads the new database after a rebuild', async () => {
  const fixture = await createLogFixture();
  await fixture.log.write(rate(1));
  const reader = openLogForReading({ name: fixture.name });
  expect((await reader.read(readAllRows)).ratings).toHaveLength(1);
  await fixture.log.acceptLoss();
  await fixture.log.write(rate(2));
  expect((await reader.read(readAllRows)).ratings).toHaveLength(2);
  reader.close();
});

test('a database that cannot be opened for a moment is not deleted by a restore', async () => {
  const fixture = await createLogFixture();
  await fixture.log.write(rate(1));
  const openReal = indexedDB.open.bind(indexedDB);
  const drop = vi.spyOn(indexedDB, 'deleteDatabase');
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    if (name === fixture.name) throw new DOMException('Internal error opening backing store', 'UnknownError');
    return openReal(name, version);
  });
  const log = await fixture.reopen();
  expect(log.health()).toMatchObject({ state: 'unreadable' } satisfies Partial<LogHealth>);
  expect(await restore(log)).toEqual({ state: 'ok' });
  expect(drop).not.toHaveBeenCalledWith(fixture.name);
});
