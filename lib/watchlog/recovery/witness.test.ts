// A witness reports a log that vanished with its copy, or is older than it was.
import { expect, test } from 'vitest';
import { rateFilm } from '../commands/commands.ts';
import type { Command } from '../store/commit.ts';
import { changeDatabase, wipeDatabase } from '../testing/damage.ts';
import { createLogFixture, filmInput, type LogFixture } from '../testing/fixture.ts';
import { readAllRows } from '../store/read-all-rows.ts';
import { logStores } from '../store/schema.ts';
import type { RatingValue } from '../types.ts';

const day = 86_400_000;

const rate = (number: number): Command =>
  rateFilm({ film: filmInput(`Film ${number}`, 2000), value: (1 + (number % 10)) as RatingValue });

async function createRatedLog(films = 3): Promise<LogFixture> {
  const fixture = await createLogFixture();
  for (let number = 1; number <= films; number += 1) await fixture.log.write(rate(number));
  return fixture;
}

async function loseBoth(fixture: LogFixture): Promise<void> {
  fixture.log.close();
  await wipeDatabase(fixture.name);
  fixture.storage.values.clear();
}

test('a log that vanished with its copy is not taken for a new one if a file was saved', async () => {
  const fixture = await createRatedLog();
  await fixture.log.noteFileBackup();
  const savedAt = fixture.clock.ms;
  await loseBoth(fixture);
  fixture.clock.ms += 9 * day;
  const log = await fixture.reopen();
  expect(log.health()).toMatchObject({
    state: 'damaged',
    promisedRows: 6,
    foundRows: 0,
    backups: [],
    witness: { kind: 'file', at: savedAt, films: 3, ratings: 3, entries: 0 },
  });
  await expect(log.write(rate(1))).rejects.toMatchObject({ code: 'read-only' });
  expect(await log.acceptLoss()).toEqual({ state: 'ok' });
  await log.write(rate(1));
  expect((await fixture.reopen()).health()).toEqual({ state: 'ok' });
});

test('a witness reports a log that vanished even if no file was ever saved', async () => {
  const fixture = await createRatedLog();
  await fixture.reopen();
  await loseBoth(fixture);
  expect((await fixture.reopen()).health()).toMatchObject({ state: 'damaged', witness: { kind: 'log' } });
});

test('a new log is a new log', async () => {
  const { log } = await createLogFixture();
  expect(log.health()).toEqual({ state: 'ok' });
  expect(await log.checkHealth()).toEqual({ state: 'ok' });
});

test('a log whose copies are both older than a saved file says of which day it is', async () => {
  const fixture = await createRatedLog(2);
  const old = {
    rows: await fixture.log.read(readAllRows),
    state: await fixture.log.read((db) => db.get('meta', 'state')),
    values: structuredClone([...fixture.storage.values]),
    at: fixture.clock.ms,
  };
  fixture.clock.ms += 5 * day;
  await fixture.log.write(rate(3));
  await fixture.log.noteFileBackup();
  fixture.log.close();
  await changeDatabase(fixture, (tx, stores) => {
    for (const store of stores) tx.objectStore(store).clear();
    for (const store of logStores) for (const row of old.rows[store]) tx.objectStore(store).put(row);
    tx.objectStore('meta').put(old.state);
  });
  fixture.storage.values.clear();
  for (const [key, value] of old.values) fixture.storage.values.set(key, value);
  fixture.clock.ms += day;
  const log = await fixture.reopen();
  const older = { changedAt: old.at, witness: { kind: 'file', at: old.at + 5 * day, ratings: 3 } };
  expect(log.health()).toMatchObject({ state: 'ok', older });
  await log.write(rate(4));
  expect((await fixture.reopen()).health()).toMatchObject({ state: 'ok' });
});

test('what a witness says of an old log can be dismissed', async () => {
  const fixture = await createRatedLog(4);
  await fixture.log.noteFileBackup();
  fixture.log.close();
  await changeDatabase(fixture, (tx) => {
    const request = tx.objectStore('meta').get('state');
    request.addEventListener('success', () =>
      tx.objectStore('meta').put({ ...(request.result as object), sequence: 2 }),
    );
  });
  const witness = fixture.storage.values.get('marquee-log:witness');
  fixture.storage.values.clear();
  fixture.storage.values.set('marquee-log:witness', witness);
  const log = await fixture.reopen();
  expect(log.health()).toMatchObject({ state: 'ok', older: { witness: { sequence: 4 } } });
  expect(await log.acceptLoss()).toEqual({ state: 'ok' });
  expect((await fixture.reopen()).health()).toEqual({ state: 'ok' });
});
