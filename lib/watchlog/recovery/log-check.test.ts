import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { logEntry, rateFilm, setWatchlist } from '../commands/commands.ts';
import { listDiary } from '../queries/diary.ts';
import type { CheckReport } from '../commands/edit-types.ts';
import { createLogFixture, her, melancholia, type LogFixture } from '../testing/fixture.ts';

let fixture: LogFixture;

type Row = Record<string, unknown> & { id: string };

/** Changes rows without the log, as a fault of the disk or a program does. */
async function damage(store: string, change: (row: Row) => Row | null): Promise<void> {
  const db = await openDB(fixture.name);
  for (const row of (await db.getAll(store)) as Row[]) {
    const changed = change(row);
    if (changed === null) await db.delete(store, row.id);
    else await db.put(store, changed);
  }
  db.close();
}

async function add(store: string, row: Row): Promise<void> {
  const db = await openDB(fixture.name);
  await db.put(store, row);
  db.close();
}

const kinds = ({ problems }: CheckReport): string[] =>
  problems.map(({ kind, count, done }) => `${kind} ${count} ${done}`);
const read = async (store: 'films' | 'ratings' | 'entries'): Promise<Row[]> =>
  (await fixture.log.read((db) => db.getAll(store))).map((row) => ({ ...row }));

beforeEach(async () => {
  fixture = await createLogFixture();
  const { log } = fixture;
  await log.write(
    logEntry({ film: her, entry: { watchedOn: '2023-05-01', note: 'at home' }, origin: 'log' }),
  );
  await log.write(logEntry({ film: melancholia, entry: { watchedOn: '2023-06-01' }, origin: 'log' }));
  await log.write(rateFilm({ film: her, value: 9 }));
  await log.write(setWatchlist({ film: melancholia, listed: true }));
});

/** Expects a second check, and reopening the log, to find no problems. */
async function expectWhole(): Promise<void> {
  const again = await fixture.log.check();
  expect(again.problems.filter(({ kind }) => kind !== 'quarantined')).toEqual([]);
  expect((await fixture.reopen()).health()).toEqual({ state: 'ok' });
}

test('a complete log has no problems and is not changed', async () => {
  const before = await fixture.log.read((db) => db.get('meta', 'state'));
  expect(await fixture.log.check()).toEqual({
    checkedAt: fixture.clock.ms,
    rows: 6,
    problems: [],
    health: { state: 'ok' },
  });
  expect(await fixture.log.read((db) => db.get('meta', 'state'))).toEqual(before);
});

test('restores a broken row from the journal', async () => {
  const before = await read('entries');
  await damage('entries', (row) => ({ ...row, tags: 'not a list', note: 7 }));
  const report = await fixture.log.check();
  expect(kinds(report)).toContain('broken-row 2 from-backup');
  expect(await read('entries')).toEqual(before);
  await expectWhole();
});

test('moves a broken row that no backup has to the quarantine, and does not count it as lost', async () => {
  await damage('ratings', (row) => ({ ...row, value: 77 }));
  for (const key of [...fixture.storage.values.keys()])
    if (key.includes('journal')) fixture.storage.values.delete(key);
  const report = await fixture.log.check();
  expect(kinds(report)).toContain('broken-row 1 quarantined');
  expect(await read('ratings')).toEqual([]);
  expect(await fixture.log.read((db) => db.getAll('quarantine'))).toMatchObject([
    { store: 'ratings', row: { value: 77 } },
  ]);
  await expectWhole();
});

test('a film whose row is gone is a loss; after it is accepted, a check restores the film', async () => {
  await damage('films', (row) => (row.title === 'Her' ? null : row));
  const lost = await fixture.log.check();
  expect(lost).toMatchObject({
    health: { state: 'damaged' },
    problems: [{ kind: 'missing-rows', count: 1 }],
  });
  await fixture.log.acceptLoss();
  const report = await fixture.log.check();
  expect(kinds(report)).toEqual(['missing-film 1 from-backup']);
  expect((await read('films')).map(({ title }) => title).sort()).toEqual(['Her', 'Melancholia']);
  await expectWhole();
});

test('creates a placeholder for a film that no backup has, so that its entries are visible', async () => {
  await damage('films', (row) => (row.title === 'Her' ? null : row));
  await fixture.log.acceptLoss();
  await fixture.log.flush();
  for (const key of [...fixture.storage.values.keys()])
    if (key.includes('journal') || key.includes('backup')) fixture.storage.values.delete(key);
  const report = await fixture.log.check();
  expect(kinds(report)).toEqual(['missing-film 1 repaired']);
  const { items } = await fixture.log.read((db) => listDiary(db, { limit: 10 }));
  expect(items.map(({ film, entry }) => [film.title.slice(0, 12), entry.note])).toContainEqual([
    'Unknown film',
    'at home',
  ]);
  await expectWhole();
});

test('restores a deleted film that has live rows', async () => {
  await damage('films', (row) => ({ ...row, deleted: '000000001-000-device00' }));
  expect(kinds(await fixture.log.check())).toContain('deleted-film 2 repaired');
  expect((await read('films')).map(({ deleted }) => deleted)).toEqual([null, null]);
  await expectWhole();
});

test('keeps the newer of two ratings of one film', async () => {
  const [rating] = await read('ratings');
  const older = { ...rating, id: '0', value: 2, stamps: { value: '000000001-000-device00' } };
  await add('ratings', older);
  const report = await fixture.log.check();
  expect(kinds(report)).toEqual(
    expect.arrayContaining([
      'double-rating 2 repaired',
      'wrong-counts 1 repaired',
      'wrong-checksum 1 repaired',
    ]),
  );
  const live = (await read('ratings')).filter(({ deleted }) => deleted === null);
  expect(live.map(({ value }) => value)).toEqual([9]);
  await expectWhole();
});

test('moves an entry that the diary shows on a wrong day, or not at all, to its day', async () => {
  await damage('entries', ({ diaryKey: _diaryKey, ...row }) => row);
  expect((await fixture.log.read((db) => listDiary(db, { limit: 10 }))).items).toEqual([]);
  expect(kinds(await fixture.log.check())).toContain('wrong-order 2 repaired');
  expect((await fixture.log.read((db) => listDiary(db, { limit: 10 }))).items).toHaveLength(2);
  await expectWhole();
});

test('joins two films with one id', async () => {
  const [film] = (await read('films')).filter(({ title }) => title === 'Her');
  await add('films', { ...film, id: 'zz' });
  expect(kinds(await fixture.log.check())).toContain('double-ref 1 repaired');
  expect((await read('films')).filter(({ deleted }) => deleted === null)).toHaveLength(2);
  await expectWhole();
});

test('detects changed but valid text by its checksum, and the log stays usable', async () => {
  await damage('entries', (row) => ({ ...row, note: 'changed' }));
  expect(kinds(await fixture.log.check())).toEqual(['wrong-checksum 1 repaired']);
  await expectWhole();
});
