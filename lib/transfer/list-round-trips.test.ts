import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLogFixture } from '../watchlog/testing/fixture.ts';
import { writeList, type ListFormat, type WrittenList } from './exports/list-file.ts';
import { readFiles } from './files/read-files.ts';
import { textFile } from './fixtures/load.ts';
import { readMarkdownList, writeMarkdownList } from './list-markdown.ts';
import { bringIn, timeZone, viewLog } from './testing/run-import.ts';

const list: WrittenList = {
  name: 'Courtrooms & other *rooms*',
  description: '1. Not a film, but what the list is about',
  isRanked: true,
  films: [
    { title: 'Dune: Part Two', year: 2024, refs: ['imdb:tt15239678'], note: 'sand: (2021) was first' },
    { title: 'Her (again)', year: 2013, refs: ['letterboxd:her', 'tmdb:152601'], note: '' },
    { title: 'Alien: Resurrection', year: null, refs: [], note: 'no year' },
    { title: '#Alive', year: 2020, refs: [], note: '- dash, [brackets] \\ and <b>' },
    { title: '3.14', year: null, refs: [], note: '' },
  ],
};
const read = (format: ListFormat, written: WrittenList) => {
  const { name, text } = writeList(written, format);
  return readFiles([textFile(name, text)], { timeZone });
};
const listFilms = (reading: ReturnType<typeof read>) =>
  [...(reading.lists[0]?.items ?? [])]
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
    .map(({ film: { title, year }, note }) => ({ title, year, note }));

describe('a list that was saved', () => {
  test.each(['csv', 'letterboxd', 'markdown', 'json'] as const)(
    'as %s is read as a list, with its order and notes, and says of no film that it was seen',
    (format) => {
      const reading = read(format, list);
      const { entries, watchlist, skipped, lists } = reading;
      expect({ entries, watchlist, skipped }).toEqual({ entries: [], watchlist: [], skipped: [] });
      expect(lists).toHaveLength(1);
      expect(lists[0]?.items.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
      expect(listFilms(reading)).toEqual(list.films.map(({ title, year, note }) => ({ title, year, note })));
    },
  );

  test('for Letterboxd keeps the ids that Letterboxd knows, and has the name of its file', () => {
    const [first] = read('letterboxd', list).lists;
    expect(first).toMatchObject({ name: 'courtrooms-other-rooms', description: '', ranked: false });
    expect(first?.items.map(({ film }) => film.refs)).toEqual([
      ['imdb:tt15239678'],
      ['tmdb:152601', 'letterboxd:her'],
      [],
      [],
      [],
    ]);
  });

  test.each([true, false])('as Markdown keeps name, description and whether it is ranked: %s', (isRanked) => {
    const { name, description } = list;
    expect(read('markdown', { ...list, isRanked }).lists).toMatchObject([
      { name, description, ranked: isRanked },
    ]);
  });

  test('as Markdown becomes a list of the log, and is no news the second time', async () => {
    const { log } = await createLogFixture();
    expect((await bringIn(log, read('markdown', list), 'one')).lists).toHaveLength(1);
    const { lists, listItems, entries } = await viewLog(log);
    expect(lists).toMatchObject([{ name: list.name, ranked: true }]);
    expect([listItems.length, entries]).toEqual([5, []]);
    expect((await bringIn(log, read('markdown', list), 'two')).steps).toEqual([]);
  });

  test('as Markdown comes back whole whatever its texts are, in one line each', () => {
    const words = fc
      .string({ unit: fc.constantFrom(...'ab (:)19.-+*#>\\[_`!é\n'), maxLength: 12 })
      .map((text) => `x${text}`.replace(/\s+/g, ' ').trim());
    const year = fc.option(fc.integer({ min: 1900, max: 2030 }), { nil: null });
    const film = fc.record({ title: words, year, note: fc.oneof(fc.constant(''), words) });
    const films = fc.uniqueArray(film, {
      selector: ({ title, year: of }) => `${title.toLowerCase()} ${of}`,
      minLength: 1,
      maxLength: 5,
    });
    const made = fc.record({
      name: words,
      description: words.map((text) => text.slice(1).trim()),
      isRanked: fc.boolean(),
      films,
    });
    fc.assert(
      fc.property(made, (one) => {
        const back = readMarkdownList(writeMarkdownList(one));
        expect({ ...back, films: back.films.map(({ film: of }) => of) }).toEqual({ ...one, others: [] });
      }),
    );
  });
});

test.each([
  ['a text without the mark of a list', '# Seen\n\n1. Her (2013)\n2. Up (2009)\n'],
  [
    'a table of Letterboxd’s with a rating more',
    'LetterboxdURI,tmdbID,imdbID,Title,Year,Review,Rating\n,152601,,Her,2013,,4\n',
  ],
])('%s is no list', (_what, text) => {
  const name = text.startsWith('#') ? 'films.md' : 'films.csv';
  const reading = readFiles([textFile(name, text)], { timeZone });
  expect(reading.lists).toEqual([]);
  expect(reading.entries.length).toBeGreaterThan(0);
});

test('a Markdown list of a newer version is refused', () => {
  const text = writeMarkdownList(list).replace('marquee-list 1', 'marquee-list 2');
  expect(readFiles([textFile('list.md', text)], { timeZone }).error).not.toBeNull();
});

test('a year in the note of a film without one stays in the note, as Markdown', () => {
  const film = { title: 'Alien: Resurrection', year: null, note: 'seen (2013)' };
  const text = writeMarkdownList({ name: 'Seen', description: '', isRanked: false, films: [film] });
  expect(readMarkdownList(text).films.map((one) => one.film)).toEqual([film]);
});
