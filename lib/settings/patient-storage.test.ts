import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type * as PatientStorage from './patient-storage.ts';
import type * as ReadItem from './read-item.ts';
import type * as SettingsModule from './settings.ts';

let localArea: typeof PatientStorage.localArea;
let readItem: typeof ReadItem.readItem;
let { loadSettings, saveSettings } = {} as typeof SettingsModule;

const never = (): Promise<never> => new Promise(() => undefined);

beforeEach(async () => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  // A storage area that did not answer is remembered until the background ends.
  vi.resetModules();
  ({ localArea } = await import('./patient-storage.ts'));
  ({ readItem } = await import('./read-item.ts'));
  ({ loadSettings, saveSettings } = await import('./settings.ts'));
});
afterEach(() => {
  vi.useRealTimers();
  // Other test files of this worker would find a storage area that does not answer.
  vi.resetModules();
});

test('a storage area that answers is read and written', async () => {
  await localArea.set({ one: 1, two: 2 });
  await localArea.remove(['two']);
  expect(await localArea.get(['one', 'two'])).toEqual({ one: 1 });
});

test('a storage area that never answers rejects in time, then at once, and is tried again later', async () => {
  const get = vi.spyOn(browser.storage.local, 'get').mockReturnValue(never() as never);
  const first = expect(localArea.get(['one'])).rejects.toThrow('does not answer');
  await vi.advanceTimersByTimeAsync(5000);
  await first;
  await expect(localArea.get(['one'])).rejects.toThrow('does not answer');
  await expect(localArea.set({ one: 1 })).rejects.toThrow('does not answer');
  expect(get).toHaveBeenCalledTimes(1);
  get.mockRestore();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await localArea.get(['one'])).toEqual({});
});

test('a request for many values may take longer, by their number', async () => {
  const keys = Array.from({ length: 100 }, (_, at) => `key ${at}`);
  await localArea.set({ 'key 7': 7 });
  const get = fakeBrowser.storage.local.get.bind(fakeBrowser.storage.local) as unknown as (
    keys: string[],
  ) => Promise<unknown>;
  vi.spyOn(browser.storage.local, 'get').mockImplementation((async (asked: string[]) => {
    await new Promise((resolve) => setTimeout(resolve, Array.isArray(asked) ? 60_000 : 0));
    return get(asked);
  }) as never);
  const reading = localArea.get(keys);
  await vi.advanceTimersByTimeAsync(70_000);
  expect(await reading).toEqual({ 'key 7': 7 });
});

test('a storage area that does not answer rejects with a `TimeoutError`', async () => {
  vi.spyOn(browser.storage.local, 'get').mockReturnValue(never() as never);
  const first = expect(localArea.get(['one'])).rejects.toMatchObject({ name: 'TimeoutError' });
  await vi.advanceTimersByTimeAsync(5000);
  await first;
  await expect(localArea.get(['one', 'two'])).rejects.toMatchObject({ name: 'TimeoutError' });
});

test('a storage area in which nothing can be read is not asked again for a while', async () => {
  const get = vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('IO error'));
  await expect(Promise.all([localArea.get(['one']), localArea.get(['two'])])).rejects.toThrow();
  await expect(localArea.get(['one'])).rejects.toThrow('does not answer');
  expect(get).toHaveBeenCalledTimes(1);
});

test('a rejection is passed on, and the next request is made', async () => {
  await localArea.get(['one']);
  vi.spyOn(browser.storage.local, 'get').mockRejectedValueOnce(new Error('Corruption'));
  await expect(localArea.get(['one'])).rejects.toThrow('Corruption');
  expect(await localArea.get(['one'])).toEqual({});
});

test('settings that cannot be read in time are as they last were', async () => {
  await saveSettings({ badgesOn: false, preferredScore: 'audience' });
  const item = { getValue: never, fallback: 'default' };
  const reading = readItem(item);
  await vi.advanceTimersByTimeAsync(5000);
  expect(await reading).toBe('default');
  expect(await loadSettings()).toMatchObject({ badgesOn: false, preferredScore: 'audience' });
});
