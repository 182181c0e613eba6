import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findYear, originalTitleLabel, parseTitleParts } from './title-parts.ts';

test.each([
  ['Her (2013)', 'Her', 2013, null],
  ['The Lighthouse (I) (2019)', 'The Lighthouse', 2019, null],
  ["Ferris Bueller's Day Off (1986) ⭐ 7.8 | Comedy", "Ferris Bueller's Day Off", 1986, null],
  ['Planeta opic (2001) | ČSFD.cz', 'Planeta opic', 2001, null],
  ['«Осколки» (Fugitive Pieces, 2007)', '«Осколки»', 2007, null],
  ['Futurama (TV Series 1999–2013) - IMDb', 'Futurama', 1999, 'series'],
  ['Andor (2022– )', 'Andor', 2022, 'series'],
  ['DVD on TV (2003) (TV Series)', 'DVD on TV', 2003, 'series'],
  ['Grand Theft Auto V (Video Game 2013)', 'Grand Theft Auto V', 2013, 'game'],
  ['Duel (TV Movie 1971)', 'Duel', 1971, null],
  [
    'Kill Bill: Vol. 2 (arranger: song "Summertime Killer")',
    'Kill Bill: Vol. 2 (arranger: song "Summertime Killer")',
    null,
    null,
  ],
  ['CSI (TV Series documentary) (2 episodes)', 'CSI', null, 'series'],
  ['Chernobyl (Miniserie de TV)', 'Chernobyl', null, 'series'],
  ['Království (seriál)', 'Království', null, 'series'],
  ['(500) Days of Summer', '(500) Days of Summer', null, null],
  ['(500) Days of Summer (2009)', '(500) Days of Summer', 2009, null],
  ['Blade Runner 2049', 'Blade Runner 2049', null, null],
  ['1917', '1917', null, null],
  ['2012 (2009)', '2012', 2009, null],
  [
    'Birdman or (The Unexpected Virtue of Ignorance)',
    'Birdman or (The Unexpected Virtue of Ignorance)',
    null,
    null,
  ],
] as const)('parses %j', (text, title, year, kind) => {
  expect(parseTitleParts(text)).toEqual({ title, year, kind });
});

test.each([
  ['31 March 1999 (USA)', 1999],
  ['1994 / 美国', 1994],
  ['207 minutes', null],
  ['12345', null],
  ['2150', null],
  ['', null],
] as const)('reads the year in "%s" as %s', (text, year) => {
  expect(findYear(text)).toBe(year);
});

test.each(['Original title: Her', 'Titre original Her', 'Título original: Her', 'Her (original title)'])(
  'removes the label from "%s"',
  (text) => {
    expect(text.replace(originalTitleLabel, '')).toBe('Her');
  },
);

test('returns a title of at most 300 characters for any text', () => {
  fc.assert(fc.property(fc.string({ maxLength: 2000 }), (text) => parseTitleParts(text).title.length <= 300));
});
