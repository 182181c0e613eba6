import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, foldLetters, joinSpaces, listWords, truncateText } from './text.ts';

test.each([
  ['  Her\n\t(2013) ', 'Her (2013)'],
  ['\u200eMulholland\u00a0Drive', 'Mulholland Drive'],
  ['\ufeffHe\u200br\u202e\0', 'Her'],
  ['Her\ud800', 'Her'],
  ['soft\u00adware', 'software'],
  ['\u200b', ''],
  ['😀', '😀'],
])('cleans %j', (text, clean) => {
  expect(cleanText(text)).toBe(clean);
});

test.each([
  ['Amélie', 'amelie'],
  ['ŁÓDŹ', 'lodz'],
  ['Straße', 'strasse'],
  ['Ærø', 'aero'],
  ['Ωδή', 'ωδη'],
  ['Ёлки', 'елки'],
  ['İstanbul', 'istanbul'],
  ['ﬁn', 'fin'],
  ['Ｈｅｒ', 'her'],
  ['ガ', 'ガ'],
  ['दंगल', 'दंगल'],
  ['한', '한'],
])('folds %j', (text, folded) => {
  expect(foldLetters(text)).toBe(folded);
});

test('lists words without their apostrophes, and returns an empty list for a text without words', () => {
  expect(listWords("Ocean's  Eleven: l’été")).toEqual(['oceans', 'eleven', 'lete']);
  expect(listWords(' … ')).toEqual([]);
});

test.each([
  ['Night Ferry', 'Night Ferry'],
  ['  Night\n Ferry\u00a0', 'Night Ferry'],
  ['Night\u2003Ferry', 'Night Ferry'],
  [' \t', ''],
])('a text has one space for each run of white space: %j', (text, joined) => {
  expect(joinSpaces(text)).toBe(joined);
});

test('never cuts a character in half', () => {
  expect(truncateText('ab', 2)).toBe('ab');
  expect(truncateText('abc', 2)).toBe('ab');
  expect(truncateText('a😀', 2)).toBe('a');
});

test('cleaning or folding a text twice gives the same as doing it once', { tags: 'slow' }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
      expect(foldLetters(foldLetters(text))).toBe(foldLetters(text));
      expect(cleanText(text)).not.toMatch(/[\p{Cs}\p{Cf}]|^\s|\s$|\s\s/u);
    }),
    { numRuns: 500 },
  );
});
