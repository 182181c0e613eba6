import { expect, test } from 'vitest';
import { createTopFilms } from './top-films.ts';

const years = Uint16Array.from([1990, 2020, 2000, 2000, 0]);

test('keeps the films with most points, of equal ones the newest, then the best known', () => {
  const top = createTopFilms(3, years);
  for (const film of [4, 3, 2, 0]) top.add(film, 10, film);
  expect(top.list().map(({ film }) => film)).toEqual([2, 3, 0]);
  expect(top.least).toBe(10);
  top.add(1, 9, 1);
  expect(top.list()).toHaveLength(3);
  top.add(1, 10, 1);
  expect(top.list().map(({ film }) => film)).toEqual([1, 2, 3]);
});

test('has a film once, with its best title', () => {
  const top = createTopFilms(2, years);
  top.add(0, 5, 7);
  top.add(0, 9, 8);
  top.add(0, 6, 9);
  expect(top.list()).toEqual([{ film: 0, score: 9, title: 8 }]);
  expect(top.least).toBe(-Infinity);
});
