import { expect, test } from 'vitest';
import { countKindWords, findOtherKind, hasFilmWords } from './words.ts';

test.each([
  ['the film', 'THE FILM'],
  ['Кинопоиск', 'КИНОПОИСК'],
  ['un scénario', 'UN SCÉNARIO'],
  ['reżyseria', 'REŻYSERIA'],
  ['režisérka', 'REŽISÉRKA'],
  ['a co-star', 'a CO-STAR'],
  ['映画', '「映画」'],
  ['昨日の映画を', '昨日の映画を'],
  ['ein Märchenfilm', 'EIN MÄRCHENFILM'],
  ['filmul', 'FILMUL'],
  ['η ταινία', 'Η ΤΑΙΝΊΑ'],
])('finds a film word in any case: %s, %s', (small, capital) => {
  expect(hasFilmWords(small)).toBe(true);
  expect(hasFilmWords(capital)).toBe(true);
});

test('does not find a word inside another, but finds a part after a hyphen', () => {
  expect(hasFilmWords('filmstrips and microfilming')).toBe(false);
  expect(hasFilmWords('a sci-fi-film')).toBe(true);
});

test('returns the most specific kind of other work', () => {
  expect(findOtherKind('a novel and a TV-serie, an album')).toBe('series');
  expect(findOtherKind('a river')).toBeNull();
  expect(countKindWords('a film, two films; the novel')).toEqual({ film: 2, other: 1, otherKind: 'book' });
});
