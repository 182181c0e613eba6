import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
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

beforeEach(() => fakeBrowser.reset());

test('a fresh install shows badges everywhere, critics first, and hides no score', async () => {
  expect(await loadSettings()).toEqual({
    badgesOn: true,
    blockedHosts: [],
    preferredScore: 'critics',
    badgeSource: '',
    scoreScale: 'own',
    hideScoresUntilSeen: false,
  });
});

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
