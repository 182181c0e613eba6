import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  closeStorageToPages,
  saveSourceKey,
  saveSourceOn,
  sourceKeys,
  sourcesOn,
  watchSources,
} from './source-settings.ts';

beforeEach(() => fakeBrowser.reset());

test('no source is on and no key is kept before the user says so', async () => {
  expect(await sourcesOn.getValue()).toEqual([]);
  expect(await sourceKeys.getValue()).toEqual({});
});

test('a source is switched on once, and off again', async () => {
  await saveSourceOn('omdb', true);
  await saveSourceOn('omdb', true);
  await saveSourceOn('tmdb', true);
  expect(await sourcesOn.getValue()).toEqual(['omdb', 'tmdb']);
  await saveSourceOn('omdb', false);
  expect(await sourcesOn.getValue()).toEqual(['tmdb']);
});

test('a key is kept for its service, and gone when it is taken away', async () => {
  await saveSourceKey('omdb', 'abc');
  await saveSourceKey('tmdb', 'def');
  await saveSourceKey('omdb', null);
  expect(await sourceKeys.getValue()).toEqual({ tmdb: 'def' });
});

test('whoever watches hears of a switch', async () => {
  const onChange = vi.fn();
  const stop = watchSources(onChange);
  await saveSourceOn('wikidata', true);
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled());
  stop();
});

test('content scripts are shut out of the storage where the browser can', async () => {
  const close = vi.fn(() => Promise.resolve());
  const area = browser.storage.local;
  vi.spyOn(browser.storage, 'local', 'get').mockReturnValue({ ...area, setAccessLevel: close });
  expect(await closeStorageToPages()).toBe(true);
  expect(close).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
});
