import { describe, expect, test } from 'vitest';
import { parseTypedWords } from './typed-words.ts';

const format = (text: string): string =>
  parseTypedWords(text)
    .map(({ word, years }) => (years === null ? word : `${word}(${years.from}-${years.to})`))
    .join(' ');

describe('parseTypedWords', () => {
  test.each([
    ['Dune 2021', 'dune 2021(2021-2021)'],
    ['Dune (2021)', 'dune 2021(2021-2021)'],
    ['dune 20', 'dune 20(2000-2099)'],
    ['dune 197', 'dune 197(1970-1979)'],
    ['1984', '1984'],
    ['2012 film', '2012(2012-2012) film'],
    ['20 feet', '20 feet'],
    ['rocky 3', 'rocky 3'],
    ['blade runner 2149', 'blade runner 2149'],
    ['Fast & Furious', 'fast furious'],
    ['fast and furious', 'fast furious'],
    ['fast and', 'fast and'],
    [' ', ''],
  ])('reads "%s" as %s', (text, words) => {
    expect(format(text)).toBe(words);
  });

  test('gives a number in its other forms', () => {
    expect(parseTypedWords('rocky 4').map(({ forms }) => forms)).toEqual([['rocky'], ['4', 'four', 'iv']]);
  });

  test('reads at most 12 words of 200 characters', () => {
    expect(parseTypedWords('word '.repeat(1000))).toHaveLength(12);
    expect(parseTypedWords('a'.repeat(5000))[0]?.word.length).toBeLessThanOrEqual(60);
  });
});
