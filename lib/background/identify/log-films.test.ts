import { expect, test } from 'vitest';
import type { FilmRef } from '../../films/types.ts';
import { logEntry } from '../../watchlog/commands/commands.ts';
import { createLogFixture, filmInput } from '../../watchlog/testing/fixture.ts';
import { findFilmsByKeys } from './log-films.ts';

test.each<[string, FilmRef[], Record<string, number[]>]>([
  ['an id', ['imdb:tt0074751'], { 'imdb:tt0074751': [1976] }],
  ['a title of one year', ['title:king-kong:2005'], { 'title:king-kong:2005': [2005] }],
  ['a title of all years', ['title:king-kong'], { 'title:king-kong': [1976, 2005] }],
  [
    'a title of one year beside that of all',
    ['title:king-kong:1976', 'title:king-kong'],
    { 'title:king-kong:1976': [1976], 'title:king-kong': [1976, 2005] },
  ],
  [
    'a year of which there is none',
    ['title:king-kong:1999', 'title:king-kong'],
    { 'title:king-kong': [1976, 2005] },
  ],
  ['longer titles that begin so', ['title:king', 'title:king:1976', 'title:king-kong-l'], {}],
])('the films of the log are found under %s', async (_what, keys, wanted) => {
  const { log } = await createLogFixture();
  const films = [
    filmInput('King Kong', 1976, 'imdb:tt0074751'),
    filmInput('King Kong', 2005, 'imdb:tt0360717'),
    filmInput('King Kong Lives', 1986),
  ];
  for (const film of films) await log.write(logEntry({ film, entry: {}, origin: 'log' }));
  const found = await log.read((db) => findFilmsByKeys(db, keys));
  const told = [...found].map(([key, rows]) => [key, rows.map(({ year }) => year).sort()]);
  expect(Object.fromEntries(told)).toEqual(wanted);
});
