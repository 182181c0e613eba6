// What happens to writes and their copy while the storage area is broken or full.
import { beforeEach, expect, test } from 'vitest';
import { rateFilm } from '../commands/commands.ts';
import type { Command } from '../store/commit.ts';
import { storageKeys } from '../store/storage.ts';
import { wipeDatabase } from '../testing/damage.ts';
import { createLogFixture, filmInput, type LogFixture } from '../testing/fixture.ts';
import { createMemoryBuckets } from '../testing/memory-buckets.ts';
import { readVisible } from '../testing/visible.ts';
import type { RatingValue } from '../types.ts';
import { createDatabaseArea } from './copy-area.ts';

const rate = (number: number): Command =>
  rateFilm({ film: filmInput(`Film ${number}`, 2000), value: (1 + (number % 10)) as RatingValue });

let fixture: LogFixture;

beforeEach(async () => {
  fixture = await createLogFixture();
  for (let number = 1; number <= 5; number += 1) await fixture.log.write(rate(number));
});

const refuse = (): Promise<never> => Promise.reject(new Error('IO error: MANIFEST: No such file'));

/** Breaks the storage area; returns a function that repairs it with what it had. */
function breakStorage({ storage }: LogFixture, ...methods: ('get' | 'set' | 'remove')[]): () => void {
  const working = { ...storage };
  for (const method of methods) storage[method] = refuse;
  return () => Object.assign(storage, working);
}

const restoreNewest = async (): Promise<unknown> =>
  fixture.log.restoreBackup((await fixture.log.listBackups())[0]?.id ?? '');

const ways: [string, ('get' | 'set' | 'remove')[]][] = [
  ['cannot be used at all', ['get', 'set', 'remove']],
  ['cannot be read', ['get']],
  ['cannot be written', ['set', 'remove']],
];

test.each(ways)(
  'with a storage area that %s the log opens, is written, and has a second copy that brings all of it back',
  async (_how, methods) => {
    breakStorage(fixture, ...methods);
    const log = await fixture.reopen();
    expect(await log.write(rate(6))).not.toHaveProperty('notBackedUp');
    expect(log.health()).toEqual({ state: 'ok', backupFault: 'storage-broken' });
    if (methods.includes('get')) expect(await log.checkHealth()).toEqual(log.health());
    const again = await fixture.reopen();
    await again.write(rate(7));
    expect(again.health()).toEqual({ state: 'ok', backupFault: 'storage-broken' });
    const before = await again.read(readVisible);
    expect(before.ratings).toHaveLength(7);
    again.close();
    await wipeDatabase(fixture.name);
    expect((await fixture.reopen()).health()).toMatchObject({ state: 'damaged', promisedRows: 14 });
    expect(await restoreNewest()).toEqual({ state: 'ok' });
    expect(await fixture.log.read(readVisible)).toEqual(before);
  },
);

test('the second copy has a storage bucket of its own where the browser has buckets', async () => {
  const buckets = createMemoryBuckets();
  fixture = await createLogFixture({ buckets });
  await fixture.log.write(rate(1));
  breakStorage(fixture, 'get', 'set', 'remove');
  const log = await fixture.reopen();
  await log.write(rate(2));
  expect([...buckets.factories.keys()]).toEqual(['marquee-log-copy']);
});

test('a storage area that works again gets everything that was written meanwhile', async () => {
  const repairStorage = breakStorage(fixture, 'get', 'set', 'remove');
  await fixture.reopen();
  for (let number = 6; number <= 9; number += 1) await fixture.log.write(rate(number));
  repairStorage();
  const log = await fixture.reopen();
  expect(log.health()).toEqual({ state: 'ok' });
  const before = await log.read(readVisible);
  log.close();
  await wipeDatabase(fixture.name);
  await fixture.reopen();
  expect(await restoreNewest()).toEqual({ state: 'ok' });
  expect(await fixture.log.read(readVisible)).toEqual(before);
});

test('a copy that went back to an older day gets everything written since', async () => {
  const old = structuredClone([...fixture.storage.values]);
  for (let number = 6; number <= 9; number += 1) await fixture.log.write(rate(number));
  const before = await fixture.log.read(readVisible);
  fixture.storage.values.clear();
  for (const [key, value] of old) fixture.storage.values.set(key, value);
  expect((await fixture.reopen()).health()).toEqual({ state: 'ok' });
  fixture.log.close();
  await wipeDatabase(fixture.name);
  await fixture.reopen();
  expect(await restoreNewest()).toEqual({ state: 'ok' });
  expect(await fixture.log.read(readVisible)).toEqual(before);
});

test('an empty database beside a broken storage area is never taken for a new log', async () => {
  breakStorage(fixture, 'get', 'set', 'remove');
  fixture.log.close();
  await wipeDatabase(fixture.name);
  const log = await fixture.reopen();
  expect(log.health()).toMatchObject({ state: 'damaged', foundRows: 0, witness: { kind: 'log' } });
  await expect(log.write(rate(1))).rejects.toMatchObject({ code: 'read-only' });
});

test('the second copy is emptied once the storage area has everything', async () => {
  const buckets = createMemoryBuckets();
  fixture = await createLogFixture({ buckets });
  await fixture.log.write(rate(1));
  const repairStorage = breakStorage(fixture, 'set', 'remove');
  await fixture.log.write(rate(2));
  repairStorage();
  await fixture.reopen();
  const second = createDatabaseArea(buckets, fixture.name);
  expect(await second.listKeys()).toEqual([storageKeys.witness]);
});

test.each([
  ['of a database', new DOMException('full', 'QuotaExceededError')],
  ['of Chromium’s storage area', new Error('IO error: /x/000003.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE)')],
])(
  'a write whose copy finds no room, in words %s, is acknowledged as not backed up, until it is',
  async (_whose, full) => {
    fixture.storage.beforeChange = () => {
      throw full;
    };
    expect(await fixture.log.write(rate(6))).toMatchObject({ notBackedUp: 'storage-full' });
    const log = await fixture.reopen();
    expect(log.health()).toEqual({ state: 'ok', backupFault: 'storage-full' });
    expect(await log.write(rate(7))).toMatchObject({ notBackedUp: 'storage-full' });
    fixture.storage.beforeChange = () => undefined;
    expect(await log.checkHealth()).toEqual({ state: 'ok' });
    expect(await log.write(rate(8))).not.toHaveProperty('notBackedUp');
  },
);

test('no rating that was acknowledged as backed up is lost when the disk fills and the database is emptied', async () => {
  let room = 20;
  fixture.storage.beforeChange = () => {
    room -= 1;
    if (room < 0 && room % 3 !== 0) throw new DOMException('full', 'QuotaExceededError');
  };
  const acknowledged = new Set<string>();
  for (let number = 6; number <= 53; number += 1) {
    const { notBackedUp } = await fixture.log.write(rate(number));
    if (notBackedUp === undefined) acknowledged.add(`Film ${number}`);
    // What an earlier write lacked is in the copy once a later one is.
    if (notBackedUp === undefined) for (let at = 1; at <= number; at += 1) acknowledged.add(`Film ${at}`);
  }
  await fixture.log.flush();
  fixture.log.close();
  await wipeDatabase(fixture.name);
  fixture.storage.beforeChange = () => undefined;
  await fixture.reopen();
  expect(await restoreNewest()).toEqual({ state: 'ok' });
  const films = await fixture.log.read((db) => db.getAll('films'));
  expect(films.map(({ title }) => title)).toEqual(expect.arrayContaining([...acknowledged]));
  expect(acknowledged.size).toBeGreaterThan(40);
});
