import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const shown = { documentElement: { lang: '', dir: '' }, title: '' };
const load = vi.fn<(address: string) => Promise<Response>>();

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('document', shown);
  vi.stubGlobal('fetch', load);
  load.mockImplementation((address) => {
    const [, tag = ''] = /_locales\/(\w+)\//.exec(address) ?? [];
    return Promise.resolve(new Response(readFileSync(`public/_locales/${tag}/messages.json`, 'utf8')));
  });
});
afterEach(() => vi.unstubAllGlobals());

/** Prepares a page with fresh modules: messages are kept from the first use on. */
async function prepare(language: string) {
  const { prepareOwnPage } = await import('./own-page.ts');
  await prepareOwnPage('logTitle', language);
  return import('./messages.ts');
}

test.each(['', 'en'])('loads nothing for the language that the browser has: "%s"', async (language) => {
  const { t } = await prepare(language);
  expect(load).not.toHaveBeenCalled();
  expect(t('logDiary')).toBe('Diary');
  expect(shown.documentElement).toEqual({ lang: 'en-GB', dir: 'ltr' });
});

test('shows a page in the chosen language, with its numbers and its forms of counts', async () => {
  const { t, tCount, formatNumber } = await prepare('de');
  expect(shown.documentElement).toEqual({ lang: 'de', dir: 'ltr' });
  expect(shown.title).toBe('Marquee: dein Filmtagebuch');
  expect([t('logWith', 'Ada'), tCount('logFilms', 1), tCount('logFilms', 1284), formatNumber(8, 1)]).toEqual([
    'mit Ada',
    '1 Film',
    '1.284 Filme',
    '8,0',
  ]);
});

test.each(['fr', '../../secret', 'constructor'])(
  'stays as it is for a language that is not shipped: %s',
  async (tag) => {
    const { t } = await prepare(tag);
    expect(load).not.toHaveBeenCalled();
    expect(t('logDiary')).toBe('Diary');
  },
);

test('stays as it is if the messages cannot be read', async () => {
  load.mockRejectedValue(new TypeError('Failed to fetch'));
  const { t } = await prepare('de');
  expect(t('logDiary')).toBe('Diary');
});
