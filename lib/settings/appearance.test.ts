import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followAppearance, loadAppearance, saveAppearance } from './appearance.ts';
import { keepShownAppearance, loadShownAppearance } from './shown-appearance.ts';

const style = { colorScheme: '' };
const kept = new Map<string, string>();

beforeEach(() => {
  fakeBrowser.reset();
  kept.clear();
  style.colorScheme = '';
  vi.stubGlobal('document', { documentElement: { style } });
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('a choice is saved, shown at once, and kept for the next page', async () => {
  await saveAppearance({ theme: 'dark' });
  expect(style.colorScheme).toBe('dark');
  await saveAppearance({ language: 'de' });
  expect(await loadAppearance()).toEqual({ theme: 'dark', language: 'de' });
  expect(loadShownAppearance()).toEqual({ theme: 'dark', language: 'de' });
  await saveAppearance({ theme: 'system' });
  expect(style.colorScheme).toBe('');
});

test.each(['no JSON', '[]', 'null', '{"theme":"pink","language":7}'])(
  'damaged memory is the default: %s',
  (text) => {
    kept.set('marquee-appearance', text);
    expect(loadShownAppearance()).toEqual({ theme: 'system', language: '' });
  },
);

test('a page without any memory shows the default', () => {
  vi.stubGlobal('localStorage', undefined);
  keepShownAppearance({ theme: 'dark', language: '' });
  expect(loadShownAppearance()).toEqual({ theme: 'system', language: '' });
});

test('a page follows a choice made on another one, and what its own memory has lost', async () => {
  await saveAppearance({ theme: 'dark' });
  kept.clear();
  style.colorScheme = '';
  followAppearance();
  await vi.waitFor(() => expect(style.colorScheme).toBe('dark'));
  await fakeBrowser.storage.local.set({ theme: 'light' });
  await vi.waitFor(() => expect(style.colorScheme).toBe('light'));
  expect(loadShownAppearance().theme).toBe('light');
});
