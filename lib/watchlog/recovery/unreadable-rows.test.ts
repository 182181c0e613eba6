// A row that the browser cannot read takes no other row with it, and what is missing is said.
import { afterEach, expect, test, vi } from 'vitest';
import { logEntry, rateFilm } from '../commands/commands.ts';
import type { Command } from '../store/commit.ts';
import type { Log } from '../log.ts';
import { readAllRows } from '../store/read-all-rows.ts';
import { readReadable } from '../store/read-readable.ts';
import { damageRows } from '../testing/damage.ts';
import { createLogFixture, filmInput, her, type LogFixture } from '../testing/fixture.ts';
import { inOneCommit } from '../testing/in-one-commit.ts';
import { countAll } from '../testing/own-records.ts';
import { readVisible } from '../testing/visible.ts';
import type { LogStore, RatingValue } from '../types.ts';

afterEach(() => vi.restoreAllMocks());

const rate = (number: number): Command =>
  rateFilm({ film: filmInput(`Film ${number}`, 2000), value: (1 + (number % 10)) as RatingValue });

async function createFilledLog(films: number): Promise<LogFixture> {
  const fixture = await createLogFixture();
  await fixture.log.write(inOneCommit(Array.from({ length: films }, (_, at) => rate(at))));
  await fixture.log.write(logEntry({ film: her, entry: { note: 'mine' }, origin: 'log' }));
  await fixture.log.flush();
  return fixture;
}

/** Makes a row of the log unreadable; returns its id. */
async function damage(
  { log, name }: LogFixture,
  store: LogStore,
  { at, hasKeyDamage = false }: { at: number; hasKeyDamage?: boolean },
): Promise<string> {
  const rows = await log.read(readAllRows);
  const id = rows[store].at(at)?.id ?? '';
  damageRows({ database: name, ids: { [store]: [id] }, hasKeyDamage });
  return id;
}

const loseCopies = ({ storage }: LogFixture): void => {
  for (const key of [...storage.values.keys()])
    if (key.includes(':journal:') || key.includes(':backup')) storage.values.delete(key);
};

const restore = async (log: Log): Promise<unknown> =>
  log.restoreBackup((await log.listBackups())[0]?.id ?? '');

const places: [where: string, at: number][] = [
  ['first', 0],
  ['in the middle', 250],
  ['last', -1],
];

test.each(places)(
  '"continue without" keeps all rows but the %s, which cannot be read',
  async (_where, at) => {
    const fixture = await createFilledLog(500);
    await damage(fixture, 'ratings', { at });
    const missing = { rows: [{ store: 'ratings', count: 1 }], commits: 0, since: null, until: null };
    expect(await fixture.log.acceptLoss()).toEqual({ state: 'incomplete', missing });
    expect(await fixture.log.read(countAll)).toMatchObject({ films: 501, ratings: 499, entries: 1 });
    expect((await fixture.reopen()).health()).toEqual({ state: 'incomplete', missing });
  },
);

test.each(places)(
  'the ids around one that cannot be read (%s) are found from both ends',
  async (_where, at) => {
    const fixture = await createFilledLog(500);
    await damage(fixture, 'films', { at, hasKeyDamage: true });
    const { rows, unreadable } = await fixture.log.read((db) => readReadable(db, 'films'));
    expect(rows).toHaveLength(500);
    expect(unreadable).toEqual([null]);
    expect(await fixture.log.acceptLoss()).toMatchObject({
      state: 'incomplete',
      missing: { rows: [{ store: 'films', count: 1 }] },
    });
  },
);

test('rows that cannot be read in several stores are counted by store', async () => {
  const fixture = await createFilledLog(5);
  const { ratings, entries } = await fixture.log.read(readAllRows);
  const ids = { ratings: ratings.slice(1, 3).map(({ id }) => id), entries: entries.map(({ id }) => id) };
  damageRows({ database: fixture.name, ids });
  expect(await fixture.log.acceptLoss()).toMatchObject({
    state: 'incomplete',
    missing: {
      rows: [
        { store: 'ratings', count: 2 },
        { store: 'entries', count: 1 },
      ],
    },
  });
});

test('a restore brings a row back that the database cannot read', async () => {
  const fixture = await createFilledLog(20);
  const before = await fixture.log.read(readVisible);
  await damage(fixture, 'ratings', { at: 3 });
  expect(await restore(fixture.log)).toEqual({ state: 'ok' });
  expect(await fixture.log.read(readVisible)).toEqual(before);
});

test('a check brings a row back that the database cannot read', async () => {
  const fixture = await createFilledLog(20);
  const before = await fixture.log.read(readVisible);
  const id = await damage(fixture, 'ratings', { at: 3 });
  const { problems, health } = await fixture.log.check();
  expect(problems).toContainEqual({
    kind: 'broken-row',
    store: 'ratings',
    count: 1,
    ids: [id],
    done: 'from-backup',
  });
  expect(health).toEqual({ state: 'ok' });
  expect(await fixture.log.read(readVisible)).toEqual(before);
});

test('a check says which rows neither the database nor a backup can give', async () => {
  const fixture = await createFilledLog(20);
  loseCopies(fixture);
  await fixture.reopen();
  const id = await damage(fixture, 'ratings', { at: 3 });
  const { problems, health } = await fixture.log.check();
  expect(problems).toContainEqual({
    kind: 'missing-rows',
    store: 'ratings',
    count: 1,
    ids: [id],
    done: 'none',
  });
  expect(health).toMatchObject({ state: 'incomplete', missing: { rows: [{ store: 'ratings', count: 1 }] } });
  expect(await fixture.log.read(countAll)).toMatchObject({ films: 21, ratings: 19, entries: 1 });
  expect((await fixture.log.check()).problems).toEqual([]);
});

test('a connection that is lost while rows are read does not count as damage', async () => {
  const fixture = await createFilledLog(3);
  let isFirst = true;
  const reading = fixture.log.read(async (db) => {
    if (isFirst) db.close();
    isFirst = false;
    return readReadable(db, 'ratings');
  });
  expect(await reading).toMatchObject({ rows: { length: 3 }, unreadable: [] });
});
