import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { memory as settingsCopy } from './settings-copy.ts';
import {
  hasBadgesOn,
  hidesScores,
  loadSettings,
  saveSettings,
  setBadgesOnSite,
  settingItems,
  watchSettings,
  type Settings,
} from './settings.ts';

beforeEach(() => {
  fakeBrowser.reset();
  settingsCopy.known = {};
});

test('a fresh install shows badges everywhere, critics first, and hides no score', async () => {
  expect(await loadSettings()).toEqual({
    badgesOn: true,
    blockedHosts: [],
    preferredScore: 'critics',
    badgeSource: '',
    scoreScale: 'own',
    hideScoresUntilSeen: false,
    keepsSiteScores: true,
    badgesWithoutScore: true,
    keepsWatchlist: false,
    keepsCovers: true,
  });
});

test.each([
  ['badgesOn', 'yes', true],
  ['blockedHosts', 'films.example', []],
  ['blockedHosts', [1], []],
  ['preferredScore', 'users', 'critics'],
  ['badgeSource', 7, 'imdb'],
  ['scoreScale', 'ten', 'own'],
  ['hideScoresUntilSeen', 1, true],
  ['keepsSiteScores', {}, true],
  ['badgesWithoutScore', 'no', true],
  ['keepsWatchlist', 'yes', false],
  ['keepsCovers', 0, true],
] as const)(
  'a stored %s that is %j is as it last was, otherwise its default, and the others stay',
  async (name, stored, value) => {
    await saveSettings({ badgeSource: 'imdb', hideScoresUntilSeen: true });
    await (settingItems[name] as { setValue: (stored: unknown) => Promise<void> }).setValue(stored);
    const others = { badgeSource: 'imdb', hideScoresUntilSeen: true };
    expect(await loadSettings()).toMatchObject({ ...others, [name]: value });
    await setBadgesOnSite('a.example', false);
    expect((await loadSettings()).blockedHosts).toEqual(['a.example']);
  },
);

test('saving a change keeps it and leaves the other settings alone', async () => {
  const before = await loadSettings();
  await saveSettings({ badgeSource: 'imdb', scoreScale: 'hundred' });
  expect(await loadSettings()).toEqual({ ...before, badgeSource: 'imdb', scoreScale: 'hundred' });
});

test('switching a site off and on again leaves the other sites unchanged', async () => {
  await setBadgesOnSite('a.example', false);
  await setBadgesOnSite('b.example', false);
  await setBadgesOnSite('b.example', false);
  await setBadgesOnSite('a.example', true);
  expect((await loadSettings()).blockedHosts).toEqual(['b.example']);
});

test('a list of sites that cannot be read is not replaced', async () => {
  await setBadgesOnSite('a.example', false);
  const reading = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('broken'));
  await expect(setBadgesOnSite('b.example', false)).rejects.toThrow();
  reading.mockRestore();
  expect((await loadSettings()).blockedHosts).toEqual(['a.example']);
});

test.each([
  [{ badgesOn: true, blockedHosts: [] }, true],
  [{ badgesOn: true, blockedHosts: ['films.example'] }, false],
  [{ badgesOn: true, blockedHosts: ['other.example'] }, true],
  [{ badgesOn: false, blockedHosts: [] }, false],
])('%j gives badges on films.example: %s', (settings, shown) => {
  expect(hasBadgesOn(settings, 'films.example')).toBe(shown);
});

const changed: Settings = {
  badgesOn: false,
  blockedHosts: ['a.example'],
  preferredScore: 'audience',
  badgeSource: 'imdb',
  scoreScale: 'hundred',
  hideScoresUntilSeen: true,
  keepsSiteScores: false,
  badgesWithoutScore: false,
  keepsWatchlist: true,
  keepsCovers: false,
};
const names = Object.keys(settingItems) as (keyof Settings)[];

test.each(names)('%s is saved, loaded and watched', async (name) => {
  const before = await loadSettings();
  const onChange = vi.fn();
  const stop = watchSettings(onChange);
  await saveSettings({ [name]: changed[name] });
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
  expect(await loadSettings()).toEqual({ ...before, [name]: changed[name] });
  expect(before[name]).not.toEqual(changed[name]);
  stop();
  await saveSettings(before);
  expect(onChange).toHaveBeenCalledTimes(1);
});

test('the settings keep the keys under which earlier versions stored them', async () => {
  await saveSettings(changed);
  expect(await fakeBrowser.storage.local.get()).toMatchObject({
    badgesOn: false,
    offSites: ['a.example'],
    badgeFirst: 'audience',
    badgeSource: 'imdb',
    scoreScale: 'hundred',
    hideScoresUntilSeen: true,
  });
});

test.each([
  [null, true],
  [{ watchedCount: 0, rating: null }, true],
  [{ watchedCount: 1, rating: null }, false],
  [{ watchedCount: 0, rating: 7 as const }, false],
])('scores hidden until seen: with %j they are hidden is %s', (own, hidden) => {
  expect(hidesScores({ hideScoresUntilSeen: true }, own)).toBe(hidden);
  expect(hidesScores({ hideScoresUntilSeen: false }, own)).toBe(false);
});

const breaks: [what: string, harm: () => () => void][] = [
  [
    'cannot be read',
    () => {
      const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('IO error'));
      return () => get.mockRestore();
    },
  ],
  [
    'was damaged',
    () => {
      const damaged = { offSites: 'a.example', badgesOn: 'no', badgeFirst: 7 };
      const setting = fakeBrowser.storage.local.set(damaged);
      return () => void setting;
    },
  ],
  [
    'was emptied',
    () => {
      const clearing = fakeBrowser.storage.local.clear();
      return () => void clearing;
    },
  ],
];

test.each(breaks)('with a storage that %s every setting is as it last was', async (_what, harm) => {
  await saveSettings(changed);
  await setBadgesOnSite('b.example', false);
  const before = await loadSettings();
  const mend = harm();
  expect(await loadSettings()).toEqual(before);
  // Another script, or the same after the worker ended, reads the copy.
  settingsCopy.known = null;
  expect(await loadSettings()).toEqual(before);
  expect(hasBadgesOn({ ...(await loadSettings()), badgesOn: true }, 'b.example')).toBe(false);
  mend();
});

test('with a storage that cannot be read and was never read, no site has badges', async () => {
  const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('IO error'));
  const settings = await loadSettings();
  expect(settings).toMatchObject({ preferredScore: 'critics', hideScoresUntilSeen: false });
  expect(hasBadgesOn(settings, 'films.example')).toBe(false);
  get.mockRestore();
  expect(hasBadgesOn(await loadSettings(), 'films.example')).toBe(true);
});

test('a site that is switched off while the storage has lost the list keeps the others off', async () => {
  await setBadgesOnSite('a.example', false);
  await fakeBrowser.storage.local.clear();
  await setBadgesOnSite('b.example', false);
  expect((await loadSettings()).blockedHosts).toEqual(['a.example', 'b.example']);
});
