import { describe, expect, test } from 'vitest';
import { listNumberForms, foldNumber, parseRoman } from './numerals.ts';

test.each([
  ['i', 1],
  ['ii', 2],
  ['iii', 3],
  ['iv', 4],
  ['v', 5],
  ['vi', 6],
  ['viii', 8],
  ['ix', 9],
  ['x', 10],
  ['xi', 11],
  ['xiv', 14],
  ['xix', 19],
  ['xx', 20],
  ['xxxix', 39],
  ['', null],
  ['iiii', null],
  ['vx', null],
  ['xl', null],
  ['xxxx', null],
  ['her', null],
  ['ivy', null],
  ['mix', null],
])('the roman numeral %j is %j', (word, value) => {
  expect(parseRoman(word)).toBe(value);
});

const behind = (before: string | undefined, word: string, endsPart = true): string =>
  foldNumber(word, { before, endsPart, isOnlyWord: false });

const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen twenty';

describe('a number in words', () => {
  test.each(words.split(' ').map((word, value): [string, number] => [word, value]))(
    '%s counts as %i behind "part", and elsewhere from two on',
    (word, value) => {
      expect(behind('part', word)).toBe(String(value));
      expect(behind('ocean', word, false)).toBe(value > 1 ? String(value) : word);
    },
  );

  test.each([
    ['thirty', '30'],
    ['forty', '40'],
    ['fifty', '50'],
    ['sixty', '60'],
    ['seventy', '70'],
    ['eighty', '80'],
    ['ninety', '90'],
    ['hundred', '100'],
  ])('%s is %s', (word, digits) => {
    expect(behind(undefined, word, false)).toBe(digits);
  });

  test('that is the whole title stays a word', () => {
    expect(foldNumber('nine', { before: undefined, endsPart: true, isOnlyWord: true })).toBe('nine');
    expect(foldNumber('ii', { before: undefined, endsPart: true, isOnlyWord: true })).toBe('ii');
  });

  test.each([
    [1, 'un une uno una eins een ett um uma'],
    [2, 'deux zwei dos due dois twee tva to'],
    [3, 'trois drei tres tre drie'],
  ])('is %i behind a word for "part", and elsewhere a word: %s', (value, list) => {
    for (const word of list.split(' ')) {
      expect(behind('teil', word)).toBe(String(value));
      expect(behind('ocean', word)).toBe(word);
    }
  });
});

const partWords =
  'part pt parte partie teil deel del rész resz czesc cast osa vol volume volumen band tome ' +
  'chapter chapitre capitulo capitolo kapitel kapitola hoofdstuk episode episodio';

test.each(partWords.split(' '))(
  '"%s" is a word for "part": a numeral of one letter counts behind it',
  (word) => {
    expect(behind(word, 'v', false)).toBe('5');
    expect(behind(word, 'one', false)).toBe('1');
    expect(behind(word, 'her')).toBe('her');
  },
);

describe('a roman numeral', () => {
  test.each([
    ['of two letters at the end counts', 'rocky', 'iv', true, '4'],
    ['before more words stays a word', 'rocky', 'iv', false, 'iv'],
    ['at the beginning stays a word', undefined, 'iv', true, 'iv'],
    ['of one letter stays a word', 'malcolm', 'x', true, 'x'],
    ['xx stays a word', 'rocky', 'xx', true, 'xx'],
    ['xi stays a word', 'rocky', 'xi', true, 'xi'],
    ['xii counts', 'rocky', 'xii', true, '12'],
    ['that is none stays a word', 'rocky', 'her', true, 'her'],
  ] as const)('%s', (_what, before, word, endsPart, folded) => {
    expect(foldNumber(word, { before, endsPart, isOnlyWord: false })).toBe(folded);
  });
});

test.each([
  ['2', ['2', 'two', 'ii']],
  ['iv', ['iv', '4', 'four']],
  ['seven', ['seven', '7', 'vii']],
  ['24', ['24', 'xxiv']],
  ['300', ['300']],
  ['x', ['x']],
  ['ring', ['ring']],
  ['zero', ['zero']],
])('listNumberForms gives "%s" as %j', (word, forms) => {
  expect(listNumberForms(word).toSorted()).toEqual(forms.toSorted());
});
