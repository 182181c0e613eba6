import { expect, test } from 'vitest';
import { packTitles } from './film-titles.ts';
import { formatTitleBlock, parseTitleBlock } from './title-block.ts';

const titles = packTitles([
  { title: 'Amélie', otherTitles: ['Le Fabuleux Destin'], year: 2001, known: 80, ref: 'imdb:tt0211915' },
  { title: 'Her', otherTitles: [], year: null, known: 5, ref: 'title:her' },
  { title: '千と千尋', otherTitles: [], year: 2001, known: 60, ref: 'wikidata:Q155653' },
]);

test('a block has the same titles, years and refs', () => {
  const read = parseTitleBlock(formatTitleBlock(titles));
  const refs = [0, 1, 2].map((film) => read?.refOf(film));
  expect({ ...read, refs }).toMatchObject({
    text: titles.text,
    years: titles.years,
    known: titles.known,
    refs: ['imdb:tt0211915', 'wikidata:Q155653', 'title:her'],
  });
});

test('an empty block has no film', () => {
  expect(parseTitleBlock(formatTitleBlock(packTitles([])))?.years).toHaveLength(0);
});

test.each([0, 11, 40])('a block that is cut off after %i bytes is refused', (length) => {
  expect(parseTitleBlock(formatTitleBlock(titles).subarray(0, length))).toBeNull();
});
