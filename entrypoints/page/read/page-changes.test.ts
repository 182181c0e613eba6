import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPage, type PageChangeHandlers, type Quietly } from './page-changes.ts';

/** The calls of the handlers, in order. */
let told: string[];
let controller: AbortController;
let quietly: Quietly;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  controller = new AbortController();
  const handlers: PageChangeHandlers = {
    onTouch: (touched) => void told.push(`touch ${touched.size}`),
    onChange: (roots) =>
      void told.push(roots ? `change ${roots.map(({ localName }) => localName).join()}` : 'page'),
    onRoute: () => void told.push('route'),
    onReturn: () => void told.push('return'),
  };
  quietly = watchPage(handlers, controller.signal);
});
afterEach(() => {
  controller.abort();
  vi.useRealTimers();
  document.body.replaceChildren();
  history.replaceState(null, '', '/');
});

const add = (name = 'div') => document.body.append(document.createElement(name));
const listChanges = () => told.filter((one) => !one.startsWith('touch'));

test('reports touched nodes at once, and gathers changes before they are read', async () => {
  add();
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual(['touch 1']);
  add('section');
  await vi.advanceTimersByTimeAsync(119);
  expect(listChanges()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(listChanges()).toEqual(['change div,section']);
});

test('reads a page that keeps changing less and less often, up to every two seconds', async () => {
  const waits: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    told = [];
    add();
    const begun = performance.now();
    for (let ms = 0; listChanges().length === 0; ms += 10) await vi.advanceTimersByTimeAsync(10);
    waits.push(Math.round((performance.now() - begun) / 10) * 10);
  }
  expect(waits[0]).toBe(120);
  expect(waits.at(-1)).toBe(2000);
  expect(waits.toSorted((one, other) => one - other)).toEqual(waits);
  // After a quiet period it is read soon again.
  await vi.advanceTimersByTimeAsync(10_000);
  add();
  await vi.advanceTimersByTimeAsync(2000);
  told = [];
  await vi.advanceTimersByTimeAsync(10_000);
  add();
  await vi.advanceTimersByTimeAsync(120);
  expect(listChanges()).toEqual(['change div']);
});

test('reads the whole page after changes in very many places', async () => {
  for (let at = 0; at < 70; at += 1) add();
  await vi.advanceTimersByTimeAsync(0);
  for (const box of document.querySelectorAll('div')) box.append(document.createElement('p'));
  await vi.advanceTimersByTimeAsync(120);
  expect(listChanges()).toEqual(['page']);
});

test('does not report our own changes', async () => {
  quietly(() => add());
  await vi.advanceTimersByTimeAsync(5000);
  expect(told).toEqual([]);
});

test('another address is another page, but another fragment is not', async () => {
  history.pushState(null, '', '/her');
  add();
  await vi.advanceTimersByTimeAsync(120);
  expect(listChanges()).toEqual(['route']);
  history.pushState(null, '', '/her#cast');
  add();
  await vi.advanceTimersByTimeAsync(5000);
  expect(listChanges()).toEqual(['route', 'change div']);
});

test('reports nothing after the end', async () => {
  add();
  await vi.advanceTimersByTimeAsync(0);
  controller.abort();
  add();
  await vi.advanceTimersByTimeAsync(5000);
  expect(listChanges()).toEqual([]);
});
