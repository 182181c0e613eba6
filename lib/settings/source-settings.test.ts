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

test('a fresh install has no source switched on and no key', async () => {
  expect(await sourcesOn.getValue()).toEqual([]);
  expect(await sourceKeys.getValue()).toEqual({});
});

test('a source can be switched on once, and off again', async () => {
  await saveSourceOn('omdb', true);
  await saveSourceOn('omdb', true);
  await saveSourceOn('tmdb', true);
  expect(await sourcesOn.getValue()).toEqual(['omdb', 'tmdb']);
  await saveSourceOn('omdb', false);
  expect(await sourcesOn.getValue()).toEqual(['tmdb']);
});

test('a key is saved for its service, and removed with null', async () => {
  await saveSourceKey('omdb', 'abc');
  await saveSourceKey('tmdb', 'def');
  await saveSourceKey('omdb', null);
  expect(await sourceKeys.getValue()).toEqual({ tmdb: 'def' });
});

test('watchers are called when a source is switched', async () => {
  const onChange = vi.fn();
  const stop = watchSources(onChange);
  await saveSourceOn('wikidata', true);
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled());
  stop();
});

test('content scripts cannot read the storage in browsers that allow it', async () => {
  const close = vi.fn(() => Promise.resolve());
  const area = browser.storage.local;
  vi.spyOn(browser.storage, 'local', 'get').mockReturnValue({ ...area, setAccessLevel: close });
  expect(await closeStorageToPages()).toBe(true);
  expect(close).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
});
