// What a restore brings back when a part of the backups cannot be read.
import { expect, test } from 'vitest';
import { logEntry, rateFilm } from '../commands/commands.ts';
import type { Command } from '../store/commit.ts';
import type { Log } from '../log.ts';
import { countAll } from '../testing/own-records.ts';
import { makeUnreadable, wipeDatabase } from '../testing/damage.ts';
import { createLogFixture, filmInput, her, type LogFixture } from '../testing/fixture.ts';
import { readVisible } from '../testing/visible.ts';
import type { RatingValue } from '../types.ts';

const hour = 3_600_000;

function rate(number: number, value = 1 + (number % 10)): Command {
  const film = filmInput(`Film ${number}`, 2000, `imdb:tt${String(number).padStart(7, '0')}`);
  return rateFilm({ film, value: value as RatingValue });
}

/** Rates films one hour apart, and loses the database. */
async function createLostLog(films: number, commitsPerBackup?: number): Promise<LogFixture> {
  const fixture = await createLogFixture(commitsPerBackup === undefined ? {} : { commitsPerBackup });
  for (let number = 1; number <= films; number += 1) {
    fixture.clock.ms += hour;
    await fixture.log.write(rate(number));
    await fixture.log.flush();
  }
  fixture.log.close();
  await wipeDatabase(fixture.name);
  return fixture;
}

const journalKey = (sequence: number): string => `marquee-log:journal:${sequence}`;

async function restoreNewest(log: Log): ReturnType<Log['restoreBackup']> {
  const [newest] = await log.listBackups();
  return log.restoreBackup(newest?.id ?? '');
}

const harms: [how: string, harm: (fixture: LogFixture, sequence: number) => void][] = [
  ['is missing', ({ storage }, at) => void storage.values.delete(journalKey(at))],
  ['is scrambled', ({ storage }, at) => void storage.values.set(journalKey(at), 'scrambled')],
  [
    'makes every request that includes it fail',
    ({ storage }, at) => makeUnreadable(storage, (key) => key === journalKey(at)),
  ],
];

test('a restore reads journal records with rows as objects, as versions up to 0.2.0 wrote them', async () => {
  const fixture = await createLostLog(5);
  for (let sequence = 1; sequence <= 5; sequence += 1) {
    const record = fixture.storage.values.get(journalKey(sequence)) as { rows: string };
    fixture.storage.values.set(journalKey(sequence), { ...record, rows: JSON.parse(record.rows) as unknown });
  }
  const log = await fixture.reopen();
  expect(await restoreNewest(log)).toEqual({ state: 'ok' });
  expect(await log.read(countAll)).toMatchObject({ films: 5, ratings: 5 });
});

test.each(harms)(
  'a restore of 60 ratings whose journal record %s gives 59, and says what is missing and of which time',
  async (_how, harm) => {
    for (const sequence of [1, 5, 60]) {
      const fixture = await createLostLog(60);
      harm(fixture, sequence);
      const log = await fixture.reopen();
      const health = await restoreNewest(log);
      expect(await log.read(countAll)).toMatchObject({ films: 59, ratings: 59 });
      const start = fixture.clock.ms - 60 * hour;
      const missing = {
        rows: [
          { store: 'films', count: 1 },
          { store: 'ratings', count: 1 },
        ],
        commits: 1,
        since: sequence === 1 ? null : start + (sequence - 1) * hour,
        until: sequence === 60 ? start + 60 * hour : start + (sequence + 1) * hour,
      };
      expect(health).toEqual({ state: 'incomplete', missing });
      expect(await (await fixture.reopen()).checkHealth()).toEqual({ state: 'incomplete', missing });
    }
  },
);

test('a log that a restore left incomplete can be written, and says so until the user dismisses it', async () => {
  const fixture = await createLostLog(6);
  fixture.storage.values.delete(journalKey(3));
  const log = await fixture.reopen();
  await restoreNewest(log);
  await log.write(rate(9));
  expect(log.health()).toMatchObject({ state: 'incomplete', missing: { commits: 1 } });
  expect(await log.acceptLoss()).toEqual({ state: 'ok' });
  expect((await fixture.reopen()).health()).toEqual({ state: 'ok' });
  expect(await fixture.log.read(countAll)).toMatchObject({ ratings: 6 });
});

test('a lost change of a rating is reported even if no row is missing', async () => {
  const fixture = await createLogFixture();
  for (const value of [3, 4, 5]) await fixture.log.write(rate(1, value));
  await fixture.log.write(logEntry({ film: her, entry: {}, origin: 'log' }));
  fixture.log.close();
  await wipeDatabase(fixture.name);
  fixture.storage.values.delete(journalKey(3));
  const log = await fixture.reopen();
  expect(await restoreNewest(log)).toMatchObject({ state: 'incomplete', missing: { rows: [], commits: 1 } });
  expect(await log.read((db) => db.getAll('ratings'))).toMatchObject([{ value: 4 }]);
});

test('a record that cannot be read does not undo what the database still has', async () => {
  const fixture = await createLogFixture();
  for (let number = 1; number <= 3; number += 1) await fixture.log.write(rate(number, 5));
  fixture.clock.ms += hour;
  await fixture.log.write(rate(2, 9));
  const before = await fixture.log.read(readVisible);
  fixture.storage.values.delete(journalKey(4));
  expect(await fixture.log.restoreBackup('journal')).toEqual({ state: 'ok' });
  expect(await fixture.log.read(readVisible)).toEqual(before);
});

const lostValues: [what: string, isLost: (key: string) => boolean][] = [
  ['the integrity marker', (key) => key === 'marquee-log:canary'],
  ['both integrity markers', (key) => key.startsWith('marquee-log:canary')],
  ['the list of backups', (key) => key === 'marquee-log:backups'],
  ['the newest backup', (key) => key.includes(':backup:')],
];

test.each(lostValues)('a restore without %s brings back everything', async (_what, isLost) => {
  const fixture = await createLogFixture({ commitsPerBackup: 20 });
  for (let number = 1; number <= 25; number += 1) await fixture.log.write(rate(number));
  await fixture.log.flush();
  const before = await fixture.log.read(readVisible);
  fixture.log.close();
  await wipeDatabase(fixture.name);
  makeUnreadable(fixture.storage, isLost);
  const log = await fixture.reopen();
  expect(log.health()).toMatchObject({ state: 'damaged' });
  expect(await restoreNewest(log)).toEqual({ state: 'ok' });
  expect(await log.read(readVisible)).toEqual(before);
});

test('a backup of which one part of several is damaged gives the others', async () => {
  const fixture = await createLostLog(50, 10);
  const [, , older] = await fixture.log.listBackups();
  fixture.storage.values.set(`marquee-log:backup:${older?.id ?? ''}:1`, 'scrambled');
  for (const key of fixture.storage.values.keys())
    if (key.includes(':backup:') && !key.includes(older?.id ?? '')) fixture.storage.values.delete(key);
  const log = await fixture.reopen();
  expect(await log.restoreBackup(older?.id ?? '')).toMatchObject({
    state: 'incomplete',
    missing: { rows: [{ store: 'ratings', count: 30 }], commits: 0 },
  });
  expect(await log.read(countAll)).toMatchObject({ films: 30, ratings: 0 });
});

test('a restore says so where only an older backup has the rows of a damaged part', async () => {
  const fixture = await createLogFixture({ commitsPerBackup: 10 });
  for (let number = 1; number <= 45; number += 1) {
    await fixture.log.write(rate(1 + (number % 5), 1 + (number % 9)));
    await fixture.log.flush();
  }
  fixture.log.close();
  await wipeDatabase(fixture.name);
  const backups = await (await fixture.reopen()).listBackups();
  // The two newest have lost a part each; the journal before them is gone.
  for (const { id } of backups.slice(0, 2))
    fixture.storage.values.set(`marquee-log:backup:${id}:1`, 'scrambled');
  expect(await restoreNewest(await fixture.reopen())).toMatchObject({
    state: 'incomplete',
    missing: { rows: [], commits: 20 },
  });
});

test.each([
  ['the parts of a backup', ':backup:'],
  ['the journal', ':journal:'],
])('a restore while the browser is too slow for %s says so, and works later', async (_what, part) => {
  const fixture = await createLogFixture({ commitsPerBackup: 10 });
  for (let number = 1; number <= 15; number += 1) await fixture.log.write(rate(number));
  await fixture.log.flush();
  fixture.log.close();
  await wipeDatabase(fixture.name);
  const log = await fixture.reopen();
  const { get } = fixture.storage;
  fixture.storage.get = (keys) =>
    keys.some((key) => key.includes(part))
      ? Promise.reject(new DOMException('does not answer', 'TimeoutError'))
      : get(keys);
  await expect(restoreNewest(log)).rejects.toMatchObject({ code: 'slow' });
  expect(log.health()).toMatchObject({ state: 'damaged' });
  fixture.storage.get = get;
  expect(await restoreNewest(log)).toEqual({ state: 'ok' });
  expect(await log.read(countAll)).toMatchObject({ ratings: 15 });
});

test('a list of backups that the browser does not give in time is not written again without them', async () => {
  const fixture = await createLogFixture({ commitsPerBackup: 5 });
  for (let number = 1; number <= 10; number += 1) {
    await fixture.log.write(rate(number));
    await fixture.log.flush();
  }
  const before = await fixture.log.listKept();
  expect(before).toHaveLength(2);
  await fixture.log.write(rate(11));
  const { get } = fixture.storage;
  fixture.storage.get = (keys) =>
    keys.includes('marquee-log:backups')
      ? Promise.reject(new DOMException('does not answer', 'TimeoutError'))
      : get(keys);
  await fixture.log.backUp();
  expect(fixture.log.health()).toMatchObject({ backupFault: 'failed' });
  fixture.storage.get = get;
  await fixture.log.backUp();
  expect((await fixture.log.listKept()).slice(1)).toEqual(before);
});

test('a backup of which nothing can be read is refused, and the log stays as it is', async () => {
  const fixture = await createLostLog(3);
  for (const number of [1, 2, 3]) fixture.storage.values.set(journalKey(number), 'scrambled');
  const log = await fixture.reopen();
  await expect(restoreNewest(log)).rejects.toMatchObject({ code: 'bad-backup' });
  expect(log.health()).toMatchObject({ state: 'damaged', promisedRows: 6 });
});
