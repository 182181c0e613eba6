import { deleteDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { createLogFixture, her, melancholia } from '../../watchlog/testing/fixture.ts';
import { rateFilm } from '../../watchlog/commands/commands.ts';
import type { WriteChanges } from '../../watchlog/types.ts';
import { createCache, type UseCache } from '../cache/cache-database.ts';
import { createUndoStore, type UndoStore } from './undo-store.ts';

const name = 'undo-cache';
const day = 86_400_000;
let clock: number;
let changes: WriteChanges;

/** The store as a worker that has just started has it: with the cache alone. */
const start = (use: UseCache = createCache(name)): UndoStore => createUndoStore({ use, now: () => clock });
const echo = (given: WriteChanges): Promise<WriteChanges> => Promise.resolve(given);
const gone = { code: 'undo-gone' };

beforeEach(async () => {
  await deleteDB(name);
  clock = Date.UTC(2026, 0, 1);
  const { log } = await createLogFixture();
  ({ changes } = await log.write(rateFilm({ film: her, value: 9 })));
});

test('a token outlives the worker that gave it, and is good for one undo', async () => {
  const token = await start().keep(changes);
  expect(await start().use(token, echo)).toEqual(changes);
  await expect(start().use(token, echo)).rejects.toMatchObject(gone);
});

test('a token that nobody gave is refused by a code', async () => {
  await expect(start().use('none', echo)).rejects.toMatchObject(gone);
});

test('an undo that fails leaves its token good', async () => {
  const store = start();
  const token = await store.keep(changes);
  const fault = new Error('read-only');
  await expect(store.use(token, () => Promise.reject(fault))).rejects.toBe(fault);
  expect(await store.use(token, echo)).toEqual(changes);
});

test('a token is used once, though it is asked for twice at a time', async () => {
  const store = start();
  const token = await store.keep(changes);
  const answers = await Promise.allSettled([store.use(token, echo), store.use(token, echo)]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
});

test('a token is good for a day, and what it stood for is then deleted', async () => {
  const store = start();
  const token = await store.keep(changes);
  clock += day - 1;
  await store.prune();
  expect(await createCache(name)((db) => db.count('undo'))).toBe(1);
  clock += 1;
  await expect(store.use(token, echo)).rejects.toMatchObject(gone);
  await store.prune();
  expect(await createCache(name)((db) => db.count('undo'))).toBe(0);
});

test('the newest 300 writes are kept', async () => {
  const store = start();
  const tokens: string[] = [];
  for (let at = 0; at < 303; at += 1) {
    clock += 1;
    tokens.push(await store.keep({}));
  }
  expect(await createCache(name)((db) => db.count('undo'))).toBe(300);
  await expect(store.use(tokens[2] ?? '', echo)).rejects.toMatchObject(gone);
  expect(await store.use(tokens[3] ?? '', echo)).toEqual({});
});

test('a row that is emptied permanently is in no undo any more', async () => {
  const { log } = await createLogFixture();
  const other = await log.write(rateFilm({ film: melancholia, value: 2 }));
  const store = start();
  const [token, kept] = [await store.keep(changes), await store.keep(other.changes)];
  await store.forget([changes.ratings?.[0]?.after.id ?? '']);
  await expect(store.use(token, echo)).rejects.toMatchObject(gone);
  expect(await store.use(kept, echo)).toEqual(other.changes);
});

test('where the cache cannot be had, a token lasts as long as the worker', async () => {
  vi.stubGlobal('console', { ...console, warn: vi.fn() });
  const noCache: UseCache = () => Promise.reject(new Error('no cache'));
  const store = start(noCache);
  const token = await store.keep(changes);
  const forgotten = await store.keep(changes);
  expect(await store.use(token, echo)).toEqual(changes);
  await expect(store.use(token, echo)).rejects.toMatchObject(gone);
  await store.forget([changes.ratings?.[0]?.after.id ?? '']);
  await expect(store.use(forgotten, echo)).rejects.toMatchObject(gone);
});
