import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRef } from '../parse-ref.ts';
import { foldTitle, foldWholeTitle, listTitleKeys, titleKey, titleRef } from './title-key.ts';

const folds: [title: string, fold: string][] = [
  ['Her', 'her'],
  ['HER', 'her'],
  ['The Dark Knight', 'dark-knight'],
  ['Dark Knight, The', 'dark-knight'],
  ['Lord of the Rings, The: The Two Towers', 'lord-of-the-rings-the-2-towers'],
  ['Amélie', 'amelie'],
  ['WALL·E', 'wall-e'],
  ['L’Avventura', 'avventura'],
  ["Avventura, L'", 'avventura'],
  ['Les Intouchables', 'intouchables'],
  ['Der Untergang', 'untergang'],
  ['El laberinto del fauno', 'laberinto-del-fauno'],
  ['O Auto da Compadecida', 'auto-da-compadecida'],
  ['Gli uccelli', 'uccelli'],
  ['Het Diner', 'diner'],
  ['Det sjunde inseglet', 'sjunde-inseglet'],
  ['Az ember tragédiája', 'ember-tragediaja'],
  ['Els nens salvatges', 'nens-salvatges'],
  ['Ο Θίασος', 'θιασοσ'],
  ['La La Land', 'la-la-land'],
  ['The A-Team', 'a-team'],
  ['Donjons & Dragons', 'donjons-and-dragons'],
  ['Donjons et Dragons', 'donjons-and-dragons'],
  ['Pelle und Tom', 'pelle-and-tom'],
  ["Rock 'n' Roll High School", 'rock-and-roll-high-school'],
  ['Romeo + Juliet', 'romeo-and-juliet'],
  ['The Godfather Part II', 'godfather-part-2'],
  ['The Godfather: Part Two', 'godfather-part-2'],
  ['The Godfather: Pt. 2', 'godfather-part-2'],
  ['Kill Bill: Volume 2', 'kill-bill-vol-2'],
  ['Kill Bill: Vol. II', 'kill-bill-vol-2'],
  ['It: Chapter Two', 'it-chapter-2'],
  ['Friday the 13th Part V: A New Beginning', 'friday-the-13th-part-5-a-new-beginning'],
  [
    'Harry Potter und die Heiligtümer des Todes – Teil zwei',
    'harry-potter-and-die-heiligtumer-des-todes-teil-2',
  ],
  ['Rocky IV', 'rocky-4'],
  ['Star Wars: Episode IV - A New Hope', 'star-wars-episode-4-a-new-hope'],
  ['Twelve Monkeys', '12-monkeys'],
  ["Ocean's Eleven", 'oceans-11'],
  ['10,000 B.C.', '10000-bc'],
  ['P.S. I Love You', 'ps-i-love-you'],
  ['9½ Weeks', '9-1-2-weeks'],
  ['Alien³', 'alien-3'],
  ['Avatar 3-D', 'avatar-3d'],
  ['Avatar ³  𝐝', 'avatar-3d'],
  ['Fuck You Göthe™', 'fuck-you-gothe'],
  ['千と千尋の神隠し', '千と千尋の神隠し'],
  ['がんばっていきまっしょい', 'がんばっていきまっしょい'],
  ['기생충', '기생충'],
  ['Иди и смотри', 'иди-and-смотри'],
  ['दंगल', 'दंगल'],
  ['H\u200be\u202er\u0000', 'her'],
  ['Her\ud800', 'her'],
  ['$', '$'],
  ['…', '...'],
  ['ﹴ', 'ﹴ'],
  [':', '\ua789'],
  ['😀', '😀'],
  ['', ''],
  [' \u200b ', ''],
];

test.each(folds)('folds %j to %j', (title, fold) => {
  expect(foldTitle(title)).toBe(fold);
});

test.each([
  ['I, Robot', 'i-robot'],
  ['Malcolm X', 'malcolm-x'],
  ['V for Vendetta', 'v-for-vendetta'],
  ['X', 'x'],
  ['Henry V', 'henry-v'],
  ['Nine', 'nine'],
  ['One Day', 'one-day'],
  ['The Nine', 'nine'],
  ['xXx', 'xxx'],
  ['I.T.', 'i-t'],
  ['Die Die', 'die-die'],
])('keeps the words of %j', (title, fold) => {
  expect(foldTitle(title)).toBe(fold);
});

test.each([
  ['Alien', 'Aliens'],
  ['Alien', 'Alien 3'],
  ['Nine', '9'],
  ['It', 'I.T.'],
  ['The Fast and the Furious', 'Fast & Furious'],
  ['Dune', 'Dune: Part Two'],
  ['Kill Bill: Vol. 1', 'Kill Bill: Vol. 2'],
  ['が', 'か'],
  ['$', '€'],
])('keeps %j and %j apart', (one, other) => {
  expect(foldTitle(one)).not.toBe(foldTitle(other));
});

test('keeps the article at the start of the whole fold', () => {
  expect(['The Room', 'Room, The', 'Room', "L'Enfer", 'Enfer, L’'].map(foldWholeTitle)).toEqual([
    'the-room',
    'the-room',
    'room',
    'l-enfer',
    'l-enfer',
  ]);
});

test.each([
  ['Spider-Man: No Way Home', ['title:spider-man-no-way-home', 'title:spiderman-no-way-home']],
  ['S.W.A.T.', ['title:s-w-a-t', 'title:swat']],
  ['Rocky V', ['title:rocky-v', 'title:rocky-5']],
  ['Her', ['title:her']],
])('lists the keys of %j: %j', (title, keys) => {
  expect(listTitleKeys(title)).toEqual(keys);
});

test('makes a ref of a title, with and without its year', () => {
  expect(titleRef('Her', 2013)).toBe('title:her:2013');
  expect(titleRef('Her', null)).toBe('title:her');
  expect(titleKey('2001: A Space Odyssey')).toBe('title:2001-a-space-odyssey');
});

test.each([
  ['title:her:2013', { kind: 'title', value: 'her', year: 2013 }],
  ['title:The Hours:2002', { kind: 'title', value: 'hours', year: 2002 }],
  ['title:2012', { kind: 'title', value: '2012', year: null }],
  ['title:1917:2019', { kind: 'title', value: '1917', year: 2019 }],
  ['IMDb:TT1798709', { kind: 'imdb', value: 'tt1798709', year: null }],
  ['wikidata:q788822', { kind: 'wikidata', value: 'Q788822', year: null }],
  ['wikipedia:en:Her_(film)', { kind: 'wikipedia', value: 'en:Her_(film)', year: null }],
  ['her', null],
  ['title:', null],
  ['imdb:', null],
  ['imdb:tt1', null],
  ['wikidata:788822', null],
  ['tmdb:her', null],
  ['trakt:trending', null],
  ['wikipedia:Her', null],
  ['myspace:her', null],
])('reads the ref %j', (text, parsed) => {
  expect(parseRef(text)).toEqual(parsed);
});

/** Parts that the rules look for and that plain random text hardly contains. */
const titleish = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'The',
        'La',
        "L'",
        'Die',
        'y',
        'et',
        '&',
        ' + ',
        ', The',
        ', i',
        ':',
        ' - ',
        '.',
        '-',
        ' ',
        'II',
        'v',
        'x',
      ),
      fc.constantFrom(
        'Part',
        'pt',
        'Volume',
        'two',
        'One',
        'eleven',
        '3-D',
        '3 d',
        '½',
        '³',
        '™',
        "'",
        'A.',
        'I.',
        '1,000',
        'ß',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 9 },
  )
  .chain((parts) => fc.constantFrom(parts.join(''), parts.join(' ')));

describe('for any text', () => {
  test('folding twice gives the same as folding once', () => {
    fc.assert(
      fc.property(titleish, (title) => {
        const fold = foldTitle(title);
        expect(foldTitle(fold)).toBe(fold);
      }),
      { numRuns: 3000 },
    );
  });

  test('a fold has no colon, space or lone surrogate, and is not empty if the text has anything visible', () => {
    fc.assert(
      fc.property(titleish, (title) => {
        const fold = foldTitle(title);
        expect(fold).not.toMatch(/[:\s\p{Cs}\p{Cc}]/u);
        if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(title)) expect(fold).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  test('a title is found by the ref made from it', () => {
    fc.assert(
      fc.property(titleish, fc.option(fc.integer({ min: 1874, max: 2100 })), (title, year) => {
        fc.pre(foldTitle(title) !== '');
        expect(parseRef(titleRef(title, year))).toEqual({ kind: 'title', value: foldTitle(title), year });
      }),
    );
  });
});

test('a title of plain words folds the same with a meaningless sign before it', () => {
  const word = fc.constantFrom(
    'the',
    'la',
    'Land',
    'and',
    'Pt',
    'volume',
    '2',
    'II',
    'X',
    'three',
    '3',
    'D',
    'O',
  );
  const title = fc
    .array(fc.tuple(word, fc.constantFrom(' ', '-')), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.flatMap(([text, gap], at) => (at === 0 ? [text] : [gap, text])).join(''));
  fc.assert(
    fc.property(title, (plain) => {
      expect(foldTitle(plain)).toBe(foldTitle(`¡${plain}`));
      expect(foldWholeTitle(plain)).toBe(foldWholeTitle(`¡${plain}`));
    }),
  );
});
