import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  preferredScore,
  badgesOn,
  hasBadgesOn,
  hidesScores,
  hideScoresUntilSeen,
  loadSettings,
  blockedHosts,
  saveSettings,
  setBadgesOnSite,
  watchSettings,
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

test('what is changed is kept, and nothing else', async () => {
  const before = await loadSettings();
  await saveSettings({ badgeSource: 'imdb', scoreScale: 'hundred' });
  expect(await loadSettings()).toEqual({ ...before, badgeSource: 'imdb', scoreScale: 'hundred' });
});

test('a site switched off and on again leaves the others as they were', async () => {
  await setBadgesOnSite('a.example', false);
  await setBadgesOnSite('b.example', false);
  await setBadgesOnSite('b.example', false);
  await setBadgesOnSite('a.example', true);
  expect(await blockedHosts.getValue()).toEqual(['b.example']);
});

test.each([
  [{ badgesOn: true, blockedHosts: [] }, true],
  [{ badgesOn: true, blockedHosts: ['films.example'] }, false],
  [{ badgesOn: true, blockedHosts: ['other.example'] }, true],
  [{ badgesOn: false, blockedHosts: [] }, false],
])('%j gives badges on films.example: %s', (settings, shown) => {
  expect(hasBadgesOn(settings, 'films.example')).toBe(shown);
});

test('each setting tells of its change, and of none after the watch has ended', async () => {
  const onChange = vi.fn();
  const stop = watchSettings(onChange);
  await badgesOn.setValue(false);
  await preferredScore.setValue('audience');
  await hideScoresUntilSeen.setValue(true);
  await setBadgesOnSite('a.example', false);
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(4));
  stop();
  await badgesOn.setValue(true);
  expect(onChange).toHaveBeenCalledTimes(4);
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
