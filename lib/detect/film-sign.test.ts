import { expect, test } from 'vitest';
import { hasFilmSign } from './film-sign.ts';
import { readPageFacts } from './page.ts';

function hasSign(html: string, url = 'https://a.example/'): boolean {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const page = readPageFacts(document, url);
  if (!page) throw new Error('No page.');
  return hasFilmSign(page, page.root);
}

test.each([
  ['its title', '<title>A short film</title>'],
  ['its description', '<meta name="description" content="Lo último del Cine">'],
  ['a link', '<a href="/movies/her">Her</a>'],
  ['its text', '<p>Spike Jonze directed it.</p>'],
  ['a text in Russian', '<p>Премьера фильма</p>'],
  ['a text in Japanese', '<p>映画</p>'],
])('a word of film in %s is a sign', (_place, html) => {
  expect(hasSign(html)).toBe(true);
});

test('a word of film in the address is a sign', () => {
  expect(hasSign('<p>Her</p>', 'https://kino.example/')).toBe(true);
});

test('a page about bread has none', () => {
  expect(hasSign('<title>Bread</title><h1>Bread</h1><p>Let it rise for two hours.</p>')).toBe(false);
});
