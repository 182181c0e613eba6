import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { sightedHintSchema } from '../messages/message-schemas.ts';
import { findFilmInMenu, formatSuggestion, parseFilmText, parseSuggestion } from './parse-film-text.ts';

test.each([
  ['Her (2013)', 'Her', 2013],
  ['  The Tree of\n Life ', 'The Tree of Life', null],
  ['Review: Melancholia (2011)', 'Melancholia', 2011],
])('the marked text %j names %s', (text, title, year) => {
  expect(parseFilmText(text)?.hint).toMatchObject({ title, year, refs: [] });
});

test.each(['', ' \n', '\u200b'])('%j names no film', (text) => {
  expect(parseFilmText(text)).toBeNull();
});

test.each<[string, Parameters<typeof findFilmInMenu>[0], object | null]>([
  [
    'a link with an id and its words',
    { linkUrl: 'https://www.imdb.com/title/tt1798709/', linkText: 'Her (2013)' },
    { title: 'Her', year: 2013, refs: ['imdb:tt1798709'], kind: 'film' },
  ],
  [
    'a link whose address has the words',
    { linkUrl: 'https://letterboxd.com/film/the-tree-of-life/' },
    { title: 'the tree of life', refs: ['letterboxd:the-tree-of-life'] },
  ],
  [
    'a link whose address has an id alone',
    { linkUrl: 'https://www.imdb.com/title/tt1798709/' },
    { refs: ['imdb:tt1798709'] },
  ],
  [
    'a marked text in a link goes before the link’s own words',
    { linkUrl: 'https://www.imdb.com/title/tt1798709/', linkText: 'here', selectionText: 'Her' },
    { title: 'Her', refs: ['imdb:tt1798709'] },
  ],
  [
    'a link that names no film, with a marked text',
    { linkUrl: 'https://news.example/a', selectionText: 'Her (2013)' },
    { title: 'Her', year: 2013, refs: [] },
  ],
  ['a link that names no film', { linkUrl: 'https://news.example/a' }, null],
  ['a link that is no web address', { linkUrl: 'javascript:alert(1)' }, null],
  ['nothing', {}, null],
])('the context menu on %s', (_name, info, expected) => {
  const found = findFilmInMenu(info);
  if (expected === null) expect(found).toBeNull();
  else expect(found?.hint).toMatchObject(expected);
});

test.each([
  [{ title: 'Her', year: 2013, refs: ['imdb:tt1798709' as const] }, 'Her (2013) [imdb:tt1798709]'],
  [{ title: 'Her', year: null, refs: ['title:her' as const] }, 'Her'],
])('a suggestion is text that is read back: %#', (film, text) => {
  expect(formatSuggestion(film)).toBe(text);
  const { title, year } = film;
  const refs = film.refs.filter((ref) => !ref.startsWith('title:'));
  expect(parseSuggestion(text)?.hint).toMatchObject({ title, year, refs });
});

test('whatever is marked or typed is a hint that a message may carry, or none', { tags: 'slow' }, () => {
  const text = fc.oneof(fc.string({ maxLength: 600 }), fc.string({ unit: 'grapheme', maxLength: 300 }));
  fc.assert(
    fc.property(text, fc.option(fc.webUrl(), { nil: undefined }), (words, linkUrl) => {
      for (const hint of [
        parseFilmText(words),
        parseSuggestion(words),
        findFilmInMenu({ selectionText: words, linkUrl }),
      ])
        if (hint !== null) expect(v.is(sightedHintSchema, hint)).toBe(true);
    }),
  );
});
