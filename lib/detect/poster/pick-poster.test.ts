import { expect, test } from 'vitest';
import { pickPoster } from './pick-poster.ts';
import type { ShownPoster } from './types.ts';

const film = {
  title: 'The Long Harbour',
  originalTitle: 'Der lange Hafen',
  alternativeTitles: [],
  year: 2025,
};
const poster = (name: string, isDeclared = false, height = 300): ShownPoster => ({
  box: { x: 10, y: 10, width: (height * 2) / 3, height },
  view: { width: 1000, height: 800 },
  names: name === '' ? [] : [name],
  isDeclared,
});
const pick = (...posters: ShownPoster[]): number => posters.indexOf(pickPoster(posters, film) as ShownPoster);

test.each([
  'The Long Harbour',
  'The Long Harbour (2025)',
  'Poster for The Long Harbour',
  'The Long Harbour poster',
  'Filmplakat: Der lange Hafen',
  'Affiche du film The Long Harbour',
  'THE LONG HARBOUR – Póster oficial',
])('an image called "%s" is the film’s poster', (name) => {
  const isKnown = !/oficial/.test(name);
  expect(pick(poster(name))).toBe(isKnown ? 0 : -1);
});

test.each([
  ['', 'has no name'],
  ['Poster', 'says only what it is'],
  ['The Long Harbour 2', 'is of a sequel'],
  ['The Long Harbour (1994)', 'is of an older film of that title'],
  ['Return to The Long Harbour', 'is of another film'],
  ['Harbour', 'has a part of the title'],
  ['Anna Meier in The Long Harbour', 'is of an actor'],
])('an image called "%s", which %s, is not', (name) => {
  expect(pick(poster('Past Lives poster'), poster(name))).toBe(-1);
});

test('an image that the page declares needs no name, but none of another film', () => {
  expect(pick(poster('', true))).toBe(0);
  expect(pick(poster('Poster', true))).toBe(0);
  expect(pick(poster('Past Lives', true))).toBe(-1);
});

test('the declared and named image comes first, then a named one, then the largest', () => {
  const [named, both] = [poster('The Long Harbour', false, 500), poster('The Long Harbour', true, 200)];
  expect(pick(poster('', true, 700), named, both)).toBe(2);
  expect(pick(poster('', true, 700), named)).toBe(1);
  expect(pick(poster('The Long Harbour', false, 200), named)).toBe(1);
});
