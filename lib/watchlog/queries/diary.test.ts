import { expect, test } from 'vitest';
import { deleteEntry, logEntry } from '../commands/commands.ts';
import { inOneCommit } from '../testing/in-one-commit.ts';
import { listDiary, type DiaryCursor } from './diary.ts';
import { createLogFixture, her, melancholia } from '../testing/fixture.ts';

const days = ['2024-01-14', '2023', null, '2024-01-14', '2023-12', '2024-01-15', null, '2023-12-31'];
const sorted = ['2024-01-15', '2024-01-14', '2024-01-14', '2023-12-31', '2023-12', '2023', null, null];

async function createDiary() {
  const { log } = await createLogFixture();
  const views = days.map((watchedOn, at) =>
    logEntry({
      film: at % 2 === 0 ? her : melancholia,
      entry: { watchedOn, note: String(at) },
      origin: 'log',
    }),
  );
  const { changes: undo } = await log.write(inOneCommit(views));
  return { log, ids: (undo.entries ?? []).map(({ after }) => after.id) };
}

test('sorts the diary by day, newest first, with partial dates after full ones and unknown ones last, each with its film', async () => {
  const { log } = await createDiary();
  const { items, next } = await log.read((db) => listDiary(db, { limit: 100 }));
  expect(items.map(({ entry }) => entry.watchedOn)).toEqual(sorted);
  expect(items.map(({ entry }) => entry.note).slice(1, 3)).toEqual(['3', '0']);
  expect(items.map(({ film }) => film.title).slice(0, 3)).toEqual(['Melancholia', 'Melancholia', 'Her']);
  expect(next).toBeNull();
});

test.each([1, 2, 3, 7, 8])('returns the same diary in pages of %i', async (limit) => {
  const { log } = await createDiary();
  const whole = await log.read((db) => listDiary(db, { limit: 100 }));
  const ids: string[] = [];
  let after: DiaryCursor | null = null;
  for (let pages = Math.ceil(days.length / limit); pages > 0; pages -= 1) {
    const page = await log.read((db) => listDiary(db, { limit, after }));
    expect(page.items.length).toBeLessThanOrEqual(limit);
    ids.push(...page.items.map(({ entry }) => entry.id));
    after = page.next;
  }
  expect(after).toBeNull();
  expect(ids).toEqual(whole.items.map(({ entry }) => entry.id));
});

test('returns the same pages in a browser that cannot read many rows backwards at once', async () => {
  const { log } = await createDiary();
  const at = (limit: number) => log.read((db) => listDiary(db, { limit }));
  const quick = [await at(3), await at(8)];
  const { prototype } = IDBIndex;
  const known = Object.getOwnPropertyDescriptor(prototype, 'getAllRecords');
  expect(known).toBeDefined();
  Reflect.deleteProperty(prototype, 'getAllRecords');
  try {
    expect([await at(3), await at(8)]).toEqual(quick);
  } finally {
    Object.defineProperty(prototype, 'getAllRecords', known ?? {});
  }
});

test('continues a page even if its last entry was deleted', async () => {
  const { log } = await createDiary();
  const first = await log.read((db) => listDiary(db, { limit: 2 }));
  await log.write(deleteEntry({ id: first.next?.id ?? '' }));
  const second = await log.read((db) => listDiary(db, { limit: 100, after: first.next }));
  expect(second.items.map(({ entry }) => entry.watchedOn)).toEqual(sorted.slice(2));
});
