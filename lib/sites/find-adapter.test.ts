import { expect, test } from 'vitest';
import { findAdapter, findPage, isMatch } from './find-adapter.ts';
import type { SiteAdapter } from './types.ts';

test.each([
  ['*://*.imdb.com/*', 'https://www.imdb.com/title/tt1/', true],
  ['*://*.imdb.com/*', 'http://imdb.com/', true],
  ['*://*.imdb.com/*', 'https://notimdb.com/', false],
  ['*://*.imdb.com/*', 'https://imdb.com.evil.example/', false],
  ['*://*.imdb.com/*', 'ftp://www.imdb.com/', false],
  ['https://mubi.com/*', 'http://mubi.com/films/her', false],
  ['https://mubi.com/*', 'https://www.mubi.com/films/her', false],
  ['*://www.google.de/search*', 'https://www.google.de/search?q=her', true],
  ['*://www.google.de/search*', 'https://www.google.de/maps?q=search', false],
  ['*://*/film/*/reviews', 'https://a.example/film/her/reviews', true],
  ['*://*/film/*/reviews', 'https://a.example/film/reviews', false],
  ['*://www.theguardian.com/film', 'https://www.theguardian.com/film', true],
  ['*://www.theguardian.com/film', 'https://www.theguardian.com/film/her', false],
  ['*://a.*.example/*', 'https://a.b.example/', false],
  ['imdb.com', 'https://imdb.com/', false],
])('whether %s matches %s: %s', (pattern, url, expected) => {
  expect(isMatch(pattern, new URL(url))).toBe(expected);
});

const site: SiteAdapter = {
  id: 'a',
  name: 'A',
  matches: ['*://a.example/*'],
  pages: [
    { kind: 'search', path: /^\/\?q=/ },
    { kind: 'list', path: /^\// },
  ],
};

test('finds the adapter whose pattern matches the address, and null for other addresses', () => {
  expect(findAdapter(new URL('https://a.example/x'), [site])).toBe(site);
  expect(findAdapter(new URL('https://b.example/x'), [site])).toBeNull();
});

test('finds the first page whose path matches the path and query of the address', () => {
  expect(findPage(new URL('https://a.example/?q=her'), site)?.kind).toBe('search');
  expect(findPage(new URL('https://a.example/'), site)?.kind).toBe('list');
  expect(findPage(new URL('https://a.example/'), { ...site, pages: [] })).toBeNull();
});
