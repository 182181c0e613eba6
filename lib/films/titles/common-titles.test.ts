import { expect, test } from 'vitest';
import { isCommonWord, isLongTitle, isOneWord, isUnmistakable } from './common-titles.ts';

test.each([
  'Her',
  'It',
  'Up',
  'Us',
  'Frozen',
  'Heat',
  'The Thing',
  'Taken',
  'Drive',
  'Jaws',
  'Brave',
  'Room',
  'Speed',
  'Signs',
  'X',
  '9',
  'Hero',
  'Witness',
])('%s is a common word', (title) => {
  expect(isCommonWord(title)).toBe(true);
  expect(isUnmistakable(title)).toBe(false);
});

test.each(['Nosferatu', 'Melancholia', 'Get Out', 'Suspiria', 'Alien Resurrection'])(
  '%s is more than a common word',
  (title) => {
    expect(isCommonWord(title)).toBe(false);
  },
);

test.each([
  "Ferris Bueller's Day Off",
  'Vicky Cristina Barcelona',
  'Harry Potter and the Philosopher’s Stone',
  'Crouching Tiger, Hidden Dragon',
])('%s is unmistakable as a title', (title) => {
  expect(isUnmistakable(title)).toBe(true);
});

test.each(['As Good as It Gets', 'Back to the Future', 'About Time', 'The End of the World', 'All of Me'])(
  '%s can be said without meaning a film',
  (title) => {
    expect(isUnmistakable(title)).toBe(false);
  },
);

test('a title of three words is long', () => {
  expect(isLongTitle('The Silence of the Lambs')).toBe(true);
  expect(isLongTitle('As Good as It Gets')).toBe(true);
  expect(isLongTitle('Meet Joe Black')).toBe(true);
  expect(isLongTitle('Get Out')).toBe(false);
});

test.each([
  ['Medellín', true],
  ['The Others', true],
  ['1917', true],
  ['Get Out', false],
  ['Spider-Man', false],
])('%s is one word: %s', (title, expected) => {
  expect(isOneWord(title)).toBe(expected);
});

test('two words out of the everyday are unmistakable only among three', () => {
  expect(isUnmistakable('Nosferatu Melancholia')).toBe(false);
  expect(isUnmistakable('Suspiria of the Night')).toBe(false);
  expect(isUnmistakable('Nosferatu in Suspiria')).toBe(true);
});

/** One of each letter, so that a slip in the list is noticed, and those that its maker added by hand. */
const everyday =
  'abandoned blind captain dreams everything fargo gladiator happiness inception joker knight limit magnolia notorious ' +
  'obsession parasite queen radio secret titanic unforgiven vertigo witness yellow zombies';

test.each(everyday.split(' '))('%s is an everyday word', (word) => {
  expect(isCommonWord(word)).toBe(true);
  expect(isCommonWord(`The ${word.toUpperCase()}`)).toBe(true);
});
