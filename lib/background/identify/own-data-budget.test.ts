import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type * as Budget from './own-data-budget.ts';

let budget: typeof Budget;

/** Starts the worker again: nothing in memory is left. */
async function startWorker(): Promise<void> {
  vi.resetModules();
  budget = await import('./own-data-budget.ts');
}

beforeEach(async () => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime('2026-11-28');
  await startWorker();
});

afterEach(() => {
  vi.useRealTimers();
});

let made = 0;
const makeFilms = (count: number) => Array.from({ length: count }, () => `film-${(made += 1)}`);

/** Asks for so many new films. Returns how many are given. */
async function take(count: number, tabId = 7, page = 'a'): Promise<number> {
  const sender = { tabId, page };
  return (await budget.takeFromBudget(sender, makeFilms(count))).filter(Boolean).length;
}

test('a tab gets the own data of 1,000 films, then of 120 a minute, whatever documents it loads', async () => {
  expect(await take(1500)).toBe(1000);
  expect(await take(10, 7, 'b')).toBe(0);
  vi.setSystemTime('2026-11-28T00:01:00');
  expect(await take(500, 7, 'c')).toBe(120);
});

test('many tabs together get that of 4,000 films', async () => {
  const given = [];
  for (let tab = 1; tab <= 6; tab += 1) given.push(await take(1000, tab));
  expect(given).toEqual([1000, 1000, 1000, 1000, 0, 0]);
});

test('a film that a document asks for again is not counted, and in another document it is', async () => {
  const sender = { tabId: 7, page: 'a' };
  const films = makeFilms(600);
  expect((await budget.takeFromBudget(sender, films)).every(Boolean)).toBe(true);
  expect((await budget.takeFromBudget(sender, films)).every(Boolean)).toBe(true);
  const other = await budget.takeFromBudget({ ...sender, page: 'b' }, films);
  expect(other.filter(Boolean)).toHaveLength(400);
});

test('what is left outlives the worker, and requests at the same time share it', async () => {
  expect(await Promise.all([take(600), take(600)])).toEqual([600, 400]);
  await startWorker();
  expect(await take(10)).toBe(0);
});

test('a film given to a document stays free for it after the worker ends', async () => {
  const sender = { tabId: 7, page: 'a' };
  const films = makeFilms(600);
  for (let round = 0; round < 3; round += 1) {
    expect((await budget.takeFromBudget(sender, films)).every(Boolean)).toBe(true);
    await startWorker();
  }
  expect(await take(500)).toBe(400);
});

test('a clock that was set back gives nothing, and one set ahead no more than at once', async () => {
  await take(1000);
  vi.setSystemTime('2020-01-01');
  expect(await take(10)).toBe(0);
  vi.setSystemTime('2036-01-01');
  expect(await take(5000)).toBe(1000);
});

test('a closed tab is forgotten, but not what all tabs were given', async () => {
  for (let tab = 1; tab <= 4; tab += 1) await take(1000, tab);
  await budget.forgetBudget(1);
  expect(await take(1000, 1)).toBe(0);
});
