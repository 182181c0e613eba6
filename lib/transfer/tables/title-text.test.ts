import { describe, expect, test } from 'vitest';
import { parseTitleText } from './title-text.ts';

describe('a title', () => {
  test.each([
    ['Third Man, The (1949)', 'The Third Man', 1949],
    ["Avventura, L' (1960)", "L'Avventura", 1960],
    ['Boot, Das', 'Das Boot', null],
    ['Laberinto del fauno, El [2006]', 'El Laberinto del fauno', 2006],
    ['Me, Myself & Irene', 'Me, Myself & Irene', null],
    ['Crazy, Stupid, Love.', 'Crazy, Stupid, Love.', null],
    ['Hello, the', 'Hello, the', null],
    ['Dune (4K UHD)', 'Dune', null],
    ['Dune: Part Two [Ultra HD] (2024)', 'Dune: Part Two', 2024],
    ['Oldboy (English Subtitled)', 'Oldboy', null],
    ['RRR (Hindi Dubbed)', 'RRR', null],
    ['Tar (2022) [dt./OV]', 'Tar', 2022],
    ['[REC]', '[REC]', null],
    ['(500) Days of Summer', '(500) Days of Summer', null],
    [
      'Birdman or (The Unexpected Virtue of Ignorance)',
      'Birdman or (The Unexpected Virtue of Ignorance)',
      null,
    ],
    ['Some Girl(s)', 'Some Girl(s)', null],
    ['Min mamma &amp; jag', 'Min mamma & jag', null],
    ['LÃ©on', 'Léon', null],
    ['8Â½', '8½', null],
    ['å\u008dƒã\u0081¨å\u008dƒå°‹', '千と千尋', null],
    ['Ñ', 'Ñ', null],
    ['São Paulo, Sociedade Anônima', 'São Paulo, Sociedade Anônima', null],
  ])('%s is %s', (cell, title, year) => {
    expect(parseTitleText(cell)).toMatchObject({ title, year, kind: null });
  });

  // Divided in every way, the first takes minutes.
  test.each([
    [`Heat (${'4k uhd '.repeat(8)}!)`, `Heat (${'4k uhd '.repeat(8)}!)`],
    [`Heat (${'4k uhd '.repeat(40)}!)`, `Heat (${'4k uhd '.repeat(40)}!)`],
    [`Heat (${'4k uhd '.repeat(40).trim()})`, `Heat (${'4k uhd '.repeat(40).trim()})`],
    [`Heat (${'dt./ov'.repeat(10)})`, 'Heat'],
    [`Heat (${'a'.repeat(20_000)}`, `Heat (${'a'.repeat(20_000)}`],
  ])('a long label about the copy is read once: %j', (cell, title) => {
    expect(parseTitleText(cell)).toMatchObject({ title, year: null });
  });

  test.each([
    ['Aliens (Special Edition)', 'Aliens', 'Special Edition'],
    ["Blade Runner (Director's Cut) (1982)", 'Blade Runner', "Director's Cut"],
    ['The Fellowship of the Ring - Extended Edition', 'The Fellowship of the Ring', 'Extended Edition'],
    ['Suspiria [Uncut]', 'Suspiria', 'Uncut'],
    ['The Final Cut', 'The Final Cut', ''],
    ['Urban Legends: Final Cut', 'Urban Legends: Final Cut', ''],
    ['Blade Runner - The Final Cut', 'Blade Runner', 'Final Cut'],
    ['Rough Cut', 'Rough Cut', ''],
  ])('%s has the version apart', (cell, title, edition) => {
    expect(parseTitleText(cell)).toMatchObject({ title, edition });
  });

  test.each([
    ['Dark (Serie de TV)', 'series'],
    ['Dark (TV Series)', 'series'],
    ['Fargo (Season 2)', 'season'],
    ['Halo (Video Game)', 'game'],
    ['Her (TV)', null],
    ['Vertigo (C)', null],
  ])('%s states the kind %s', (cell, kind) => {
    expect(parseTitleText(cell).kind).toBe(kind);
  });
});
