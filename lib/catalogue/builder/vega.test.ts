import { expect, test } from 'vitest';
import { parseVegaMovies } from './vega.ts';

function row(fields: Record<string, unknown>): Record<string, unknown> {
  return {
    Title: 'Her',
    'Release Date': 'Jun 12 1998',
    'Running Time min': null,
    'Major Genre': null,
    Director: null,
    'Rotten Tomatoes Rating': null,
    'IMDB Rating': null,
    'IMDB Votes': null,
    ...fields,
  };
}

test('reads a film with scores of critics and audience on their own scales, marked as a sample of 2010', () => {
  const { films, dropped } = parseVegaMovies([
    row({
      Title: 'The Covenant',
      'Release Date': 'Sep 08 2006',
      'Running Time min': 95,
      'Major Genre': 'Thriller/Suspense',
      Director: 'Renny Harlin',
      'Rotten Tomatoes Rating': 3,
      'IMDB Rating': 4.8,
      'IMDB Votes': 17736,
    }),
  ]);
  expect(dropped).toEqual([]);
  expect(films[0]?.film).toMatchObject({
    title: 'The Covenant',
    year: 2006,
    directors: ['Renny Harlin'],
    runtimeMinutes: 95,
    genres: ['Thriller/Suspense'],
  });
  expect(films[0]?.scores).toMatchObject([
    {
      source: 'rottentomatoes',
      kind: 'critics',
      value: 3,
      worst: 0,
      best: 100,
      count: null,
      asOf: '2010',
      note: 'sample-2010',
    },
    {
      source: 'imdb',
      kind: 'audience',
      value: 4.8,
      worst: 1,
      best: 10,
      count: 17736,
      asOf: '2010',
      note: 'sample-2010',
    },
  ]);
});

test.each([
  [row({ Title: 300 }), 'numeric-title'],
  [row({ Title: null }), 'missing-title'],
  [row({ Title: '' }), 'missing-title'],
  [{ Title: 'Her' }, 'malformed-row'],
  ['Her', 'malformed-row'],
  [row({ 'IMDB Rating': '7.1' }), 'malformed-row'],
])('drops %j as %s', (value, fault) => {
  const { films, dropped } = parseVegaMovies([value]);
  expect(films).toEqual([]);
  expect(dropped).toMatchObject([{ row: 0, fault }]);
});

test.each([
  [{ 'Rotten Tomatoes Rating': 101 }],
  [{ 'Rotten Tomatoes Rating': -1 }],
  [{ 'IMDB Rating': 10.5, 'IMDB Votes': 10 }],
  [{ 'IMDB Rating': 0, 'IMDB Votes': 10 }],
  [{ 'IMDB Rating': 7, 'IMDB Votes': -5 }],
])('drops the score in %j and keeps its film', (scores) => {
  const { films, dropped } = parseVegaMovies([row(scores)]);
  expect(films).toMatchObject([{ film: { title: 'Her' }, scores: [] }]);
  expect(dropped).toMatchObject([{ fault: 'impossible-score' }]);
});

test.each([
  ['Dec 15 2039', 1939],
  ['Feb 08 2015', 1915],
  ['Dec 23 2011', 2011],
  ['Nov 18 1959', 1959],
  [null, null],
])('reads the date %s as the year %s, as no film of the sample can be later than 2011', (date, year) => {
  expect(parseVegaMovies([row({ 'Release Date': date })]).films[0]?.film.year).toBe(year);
});

test('drops the score of films that share title and votes, as it was joined by title only', () => {
  const kong = { Title: 'King Kong', 'IMDB Rating': 7.6, 'IMDB Votes': 132720 };
  const { films, dropped } = parseVegaMovies([
    row({ ...kong, 'Release Date': 'Dec 17 1976', 'Rotten Tomatoes Rating': 46 }),
    row({ ...kong, 'Release Date': 'Dec 14 2005', 'Rotten Tomatoes Rating': 83 }),
    row({ Title: 'Heat', 'IMDB Rating': 7.6, 'IMDB Votes': 132720 }),
  ]);
  expect(films.map(({ scores }) => scores.map(({ source, value }) => [source, value]))).toEqual([
    [['rottentomatoes', 46]],
    [['rottentomatoes', 83]],
    [['imdb', 7.6]],
  ]);
  expect(dropped.map(({ fault }) => fault)).toEqual(['score-of-another-film', 'score-of-another-film']);
});

test.each([
  ["Le Fabuleux destin d'AmÈlie Poulain", "Le Fabuleux destin d'Amélie Poulain"],
  ['Per qualche dollaro in pi˘', 'Per qualche dollaro in più'],
  ["De battre mon coeur s'est arrÍtÈ", "De battre mon coeur s'est arrêté"],
  ['Ri¢hie Ri¢h', 'Ri¢hie Ri¢h'],
  ['Alien³', 'Alien³'],
])('repairs misread letters: %s becomes %s', (given, title) => {
  expect(parseVegaMovies([row({ Title: given })]).films[0]?.film.title).toBe(title);
});

test('rejects a value that is not a list', () => {
  expect(() => parseVegaMovies({ movies: [] })).toThrow();
});
