import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldLetters, listWords } from '../../text/text.ts';
import { createWordReader, listTitleWords } from './title-words.ts';

function readBytes(title: string): string {
  const words: string[] = [];
  const reader = createWordReader({
    onWord: (units, length, isExtra) =>
      void words.push(`${isExtra ? '+' : ''}${String.fromCharCode(...units.subarray(0, length))}`),
  });
  const bytes = new TextEncoder().encode(title);
  reader.readBytes(bytes, 0, bytes.length);
  return words.join(' ');
}

describe('createWordReader', () => {
  test.each([
    ['The Godfather', 'the godfather'],
    ["Pan's Labyrinth", 'pans labyrinth'],
    ['Pan’s Labyrinth', 'pans labyrinth'],
    ['WALL·E', 'wall e +walle'],
    ['Spider-Man: Into the Spider-Verse', 'spider man into the spider verse +spiderman +spiderverse'],
    ['S.W.A.T.', 's w a t +swat'],
    ['Mr. Nobody', 'mr nobody'],
    ["L'Avventura", 'lavventura +avventura'],
    ["Le Fabuleux Destin d'Amélie Poulain", 'le fabuleux destin damelie poulain +amelie'],
    ['Æon Flux', 'aeon flux'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['Ame\u0301lie', 'amelie'],
    ['千と千尋の神隠し', '千と千尋の神隠し'],
    ['Идиот', 'идиот'],
    ['8½', '81 2'],
    ['...', ''],
    ['', ''],
  ])('reads "%s" as %s', (title, words) => {
    expect(readBytes(title)).toBe(words);
  });

  test('reads Latin titles from bytes as it reads texts', () => {
    const title = fc.string({
      unit: fc.oneof(
        fc.constantFrom(' ', '-', "'", '.', 'a', 'B', '7'),
        fc.integer({ min: 0xc0, max: 0x17f }).map((code) => String.fromCharCode(code)),
      ),
      maxLength: 30,
    });
    fc.assert(
      fc.property(title, (text) => {
        const plain = readBytes(text)
          .split(' ')
          .filter((word) => word !== '' && !word.startsWith('+'));
        expect(plain).toEqual(listTitleWords(text));
      }),
    );
  });

  test('reads the words that listWords reads', () => {
    const title = fc.string({
      unit: fc.constantFrom('é', 'ß', ' ', 'x', '3', '!', 'Д', '기'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(title, (text) => {
        expect(listTitleWords(text)).toEqual(listWords(foldLetters(text)));
      }),
    );
  });
});
