import { expect, test } from 'vitest';
import { writeList, type WrittenList } from './list-file.ts';

const list: WrittenList = {
  name: 'Best of 2013 / 14',
  description: 'With *stars*',
  isRanked: true,
  films: [
    {
      title: 'Her',
      year: 2013,
      refs: ['imdb:tt1798709', 'tmdb:152601', 'letterboxd:her', 'title:her:2013'],
      note: 'The "voice"',
    },
    { title: '=cmd', year: null, refs: ['title:cmd'], note: '' },
  ],
};

test.each([
  [
    'csv',
    'best-of-2013-14.csv',
    'Position,Title,Year,imdbID,tmdbID,Note\r\n1,Her,2013,tt1798709,152601,"The ""voice"""\r\n2," =cmd",,,,\r\n',
  ],
  [
    'letterboxd',
    'best-of-2013-14-letterboxd.csv',
    'LetterboxdURI,tmdbID,imdbID,Title,Year,Review\r\nhttps://letterboxd.com/film/her/,152601,tt1798709,Her,2013,The “voice”\r\n,,," =cmd",,\r\n',
  ],
  [
    'markdown',
    'best-of-2013-14.md',
    '# Best of 2013 / 14\n\nWith \\*stars\\*\n\n1. Her (2013): The "voice"\n2. =cmd\n\n<!-- marquee-list 1 -->\n',
  ],
] as const)('writes %s', (format, name, text) => {
  expect(writeList(list, format)).toMatchObject({ name, text });
});

test('the own format has everything but the refs made of titles', () => {
  expect(JSON.parse(writeList(list, 'json').text)).toEqual({
    format: 'marquee-list',
    version: 1,
    name: list.name,
    description: list.description,
    ranked: true,
    films: [
      {
        title: 'Her',
        year: 2013,
        refs: ['imdb:tt1798709', 'tmdb:152601', 'letterboxd:her'],
        note: 'The "voice"',
      },
      { title: '=cmd', year: null, refs: [], note: '' },
    ],
  });
});

test('a list without ranking has no numbers in Markdown, and any name makes a file name', () => {
  expect(writeList({ ...list, name: '???', isRanked: false }, 'markdown')).toMatchObject({
    name: 'list.md',
    text: expect.stringContaining('\n- Her (2013)') as string,
  });
});
