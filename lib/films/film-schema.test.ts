import { expect, test } from 'vitest';
import * as v from 'valibot';
import { makeFilmFields, type FilmLimits } from './film-schema.ts';
import { emptyFilm, makeFilm } from './make-film.ts';

const limits: FilmLimits = {
  title: 10,
  name: 5,
  items: 2,
  ref: 20,
  refs: 2,
  region: 2,
  date: /^\d{4}$/,
  years: [1870, 2200],
  minutes: [1, 600],
};
const schema = v.object(makeFilmFields(limits));
const isFilm = (fields: object): boolean => v.is(schema, { ...makeFilm({ title: 'Her' }), ...fields });

test('the empty film has exactly the fields of the schema', () => {
  expect(Object.keys(emptyFilm).sort()).toEqual(Object.keys(schema.entries).sort());
  expect(v.is(schema, emptyFilm)).toBe(true);
});

test('each new film has its own lists', () => {
  const [one, other] = [makeFilm({ title: 'Her' }), makeFilm({ title: 'Her' })];
  one.refs.push('imdb:tt1798709');
  one.directors.push('Spike Jonze');
  expect(other).toEqual({ ...emptyFilm, title: 'Her' });
  expect(emptyFilm.refs).toEqual([]);
});

test.each([
  [{ title: 'A title too long' }],
  [{ originalTitle: 'A title too long' }],
  [{ alternativeTitles: ['too long'] }],
  [{ directors: ['a', 'b', 'c'] }],
  [{ cast: [null] }],
  [{ refs: ['imdb:tt1', 'tmdb:1', 'tmdb:2'] }],
  [{ refs: ['nowhere:1'] }],
  [{ refs: ['imdb:tt17987091798709'] }],
  [{ year: 1869 }],
  [{ year: 2000.5 }],
  [{ year: '2013' }],
  [{ runtimeMinutes: 0 }],
  [{ releases: [{ date: '2013-12-18', region: null }] }],
  [{ releases: [{ date: '2013', region: 'USA' }] }],
])('refuses %j', (fields) => {
  expect(isFilm(fields)).toBe(false);
});

test.each([
  [{ refs: ['imdb:tt1798709', 'title:her:2013'] }],
  [{ year: 2013, runtimeMinutes: 126.5 }],
  [{ releases: [{ date: '2013', region: 'US' }], genres: ['Drama'] }],
])('accepts %j', (fields) => {
  expect(isFilm(fields)).toBe(true);
});
