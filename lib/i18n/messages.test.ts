import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { polishPart } from '../../tests/locales/polish-sample.ts';
import { formatNumber, t, tCount } from './messages.ts';

test('fills the placeholders of a message', () => {
  expect(t('statusNotSaved', 'disk full')).toBe('Not saved. disk full');
});

test('asks the browser once for a message without placeholders, and every time for the others', () => {
  // Another test of the same process may have asked for it before.
  t('logDiary');
  const ask = vi.spyOn(fakeBrowser.i18n, 'getMessage');
  expect([t('logDiary'), t('logDiary')]).toEqual(['Diary', 'Diary']);
  expect([t('logWith', 'Ada'), t('logWith', 'Bo')]).toEqual(['with Ada', 'with Bo']);
  expect(ask.mock.calls.map(([key]) => key)).toEqual(['logWith', 'logWith']);
  ask.mockRestore();
});

test('throws for a key that no locale has', () => {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('');
  expect(() => t('logWith', 'Ada')).toThrow('logWith');
});

test.each([
  [0, '0 films'],
  [1, '1 film'],
  [2, '2 films'],
  [1284, '1,284 films'],
])('the form of a message follows the number: %d', (count, text) => {
  expect(tCount('logFilms', count)).toBe(text);
});

test.each([
  [1, '1 film'],
  [2, '2 filmy'],
  [5, '5 filmów'],
  [22, '22 filmy'],
  [112, '112 filmów'],
])('in Polish the form of a message follows the number as Polish has it: %d', async (count, text) => {
  vi.resetModules();
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key: string, values) =>
    (polishPart[key]?.message ?? '').replace('$1', String([values ?? []].flat()[0])),
  );
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('pl');
  const fresh = await import('./messages.ts');
  expect(fresh.tCount('logFilms', count)).toBe(text);
  expect(fresh.t(fresh.findPluralKey('logFilms', 1.5), '1,5')).toBe('1,5 filmu');
});

test('numbers have the given number of decimals', () => {
  expect(formatNumber(8, 1)).toBe('8.0');
  expect(formatNumber(261439)).toBe('261,439');
});

test.each([
  ['de', 'de-AT', '8,0'],
  ['de', 'fr', '8,0'],
  ['en', 'en-GB', '8.0'],
])(
  'numbers follow the language of the messages (%s) where the browser speaks %s',
  async (ours, browsers, text) => {
    vi.resetModules();
    vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue(ours);
    vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue(browsers);
    const fresh = await import('./messages.ts');
    expect(fresh.formatNumber(8, 1)).toBe(text);
  },
);
