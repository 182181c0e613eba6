import { expect, test } from 'vitest';
import { mergeFilms } from './merge-films.ts';
import { isSameFilm, relateIds } from './same-film.ts';
import type { Film, FilmRef } from './types.ts';

function makeFilm(fields: Partial<Film>): Film {
  return {
    refs: [],
    title: 'Her',
    originalTitle: null,
    alternativeTitles: [],
    year: 2013,
    releases: [],
    directors: [],
    writers: [],
    cast: [],
    runtimeMinutes: null,
    genres: [],
    countries: [],
    languages: [],
    ...fields,
  };
}

const named = (year: number | null, ...refs: FilmRef[]): { year: number | null; refs: FilmRef[] } => ({
  year,
  refs,
});

test.each([
  [named(2013, 'imdb:tt1798709'), named(2013, 'imdb:tt1798709', 'tmdb:152601'), 'same'],
  [named(2013, 'imdb:tt1798709', 'tmdb:1'), named(2013, 'imdb:tt1798709', 'tmdb:152601'), 'same'],
  [named(2013, 'imdb:tt1798709'), named(2013, 'imdb:tt0000001'), 'different'],
  [named(2013, 'imdb:tt1798709'), named(2013, 'tmdb:152601'), 'untold'],
  [named(2013), named(2013, 'tmdb:152601'), 'untold'],
  [named(2013, 'title:her:2013'), named(2013, 'title:her:2013'), 'untold'],
  [named(2013, 'wikipedia:en:Her_(film)'), named(2013, 'wikipedia:fr:Her_(film)'), 'untold'],
  [named(2013, 'metacritic:carrie'), named(2013, 'metacritic:carrie-2013'), 'renamed'],
  [named(null, 'metacritic:carrie'), named(2013, 'metacritic:carrie-2013'), 'different'],
  [named(null, 'metacritic:carrie-2013'), named(1976, 'metacritic:carrie'), 'different'],
  [named(2005, 'rottentomatoes:king_kong'), named(2005, 'rottentomatoes:1149831-king_kong'), 'renamed'],
  [named(2013, 'letterboxd:her'), named(2013, 'letterboxd:his'), 'different'],
])('%j and %j are %s', (one, other, relation) => {
  expect(relateIds(one, other)).toBe(relation);
  expect(relateIds(other, one)).toBe(relation);
});

test.each<[string, Partial<Film>, Partial<Film>, boolean]>([
  [
    'an id in common',
    { refs: ['imdb:tt1798709'] },
    { refs: ['imdb:tt1798709'], title: 'Ona', year: 2014 },
    true,
  ],
  [
    'a shared id but years far apart',
    { refs: ['wikipedia:en:Carrie'], year: 1976 },
    { refs: ['wikipedia:en:Carrie'] },
    false,
  ],
  ['title and year', {}, { title: 'HER' }, true],
  ['title and year, other directors', { directors: ['Spike Jonze'] }, { directors: ['Woody Allen'] }, false],
  ['title and year, other casts', { cast: ['Amy Adams'] }, { cast: ['Al Pacino'] }, false],
  ['title and year, other ids', { refs: ['imdb:tt1798709'] }, { refs: ['imdb:tt0000001'] }, false],
  ['title, another year', {}, { year: 2014 }, false],
  ['title, no year', {}, { year: null }, false],
  ['a title that differs in its article', { title: 'Heat' }, { title: 'The Heat' }, false],
])('with %s', (_, a, b, isSame) => {
  expect(isSameFilm(makeFilm(a), makeFilm(b))).toBe(isSame);
  expect(isSameFilm(makeFilm(b), makeFilm(a))).toBe(isSame);
});

test('merging keeps the first film’s values, and every name and id', () => {
  const a = makeFilm({ refs: ['imdb:tt1798709'], alternativeTitles: ['Ella'], directors: ['Spike Jonze'] });
  const b = makeFilm({
    refs: ['tmdb:152601'],
    title: 'Ona',
    year: 2014,
    runtimeMinutes: 126,
    directors: ['S. Jonze'],
  });
  expect(mergeFilms(a, b)).toEqual(
    makeFilm({
      refs: ['imdb:tt1798709', 'tmdb:152601'],
      alternativeTitles: ['Ella', 'Ona'],
      directors: ['Spike Jonze'],
      runtimeMinutes: 126,
    }),
  );
});
