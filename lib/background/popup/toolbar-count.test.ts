import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SightedHint } from '../../films/types.ts';
import { onMessage } from '../../messaging/messages.ts';
import { countsPageFilms } from '../../settings/toolbar-count.ts';
import { createToolbarCount } from './toolbar-count.ts';

const setBadgeText = vi.fn<(details: { tabId: number; text: string }) => Promise<void>>();
const count = vi.fn<(hints: SightedHint[]) => Promise<number>>();
let updated: (tabId: number, change: { status?: string; url?: string }) => void = () => undefined;

let stopAnswering = (): void => undefined;

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
  setBadgeText.mockResolvedValue();
  count.mockResolvedValue(12);
  Object.assign(fakeBrowser.action, { setBadgeText });
  Object.assign(fakeBrowser.tabs, {
    sendMessage: (_tab: number, message: object) => fakeBrowser.runtime.sendMessage(message),
    query: () => Promise.resolve([{ id: 4 }, { id: 5 }]),
    onUpdated: { addListener: (listener: typeof updated) => (updated = listener) },
  });
  stopAnswering = onMessage('readTab', () => ({ films: [{}, {}] }) as never);
});
afterEach(() => {
  stopAnswering();
  vi.useRealTimers();
});

const start = () => {
  const toolbar = createToolbarCount({ count });
  toolbar.register();
  return toolbar;
};
const wait = () => vi.advanceTimersByTimeAsync(1000);

test('shows nothing until it is switched on', async () => {
  start().pageAsked(4, false);
  await wait();
  expect(setBadgeText).not.toHaveBeenCalled();
  expect(count).not.toHaveBeenCalled();
});

test('shows the number of films of a page, counted once for all its requests', async () => {
  await countsPageFilms.setValue(true);
  const toolbar = start();
  toolbar.pageAsked(4, false);
  toolbar.pageAsked(4, false);
  await wait();
  expect(count).toHaveBeenCalledOnce();
  expect(setBadgeText.mock.calls).toEqual([[{ tabId: 4, text: '12' }]]);
});

test('a page without films has no number', async () => {
  await countsPageFilms.setValue(true);
  count.mockResolvedValue(0);
  start().pageAsked(4, false);
  await wait();
  expect(setBadgeText.mock.calls).toEqual([[{ tabId: 4, text: '' }]]);
});

test('a navigation clears it, and the page that was left is not counted', async () => {
  await countsPageFilms.setValue(true);
  start().pageAsked(4, false);
  updated(4, { status: 'loading' });
  await wait();
  expect(count).not.toHaveBeenCalled();
  expect(setBadgeText.mock.calls).toEqual([[{ tabId: 4, text: '' }]]);
});

test('switched off, it is cleared everywhere', async () => {
  await countsPageFilms.setValue(true);
  start();
  await countsPageFilms.setValue(false);
  await wait();
  expect(setBadgeText.mock.calls.map(([{ tabId, text }]) => [tabId, text])).toEqual([
    [4, ''],
    [5, ''],
  ]);
});
