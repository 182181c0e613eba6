import { expect, test } from 'vitest';
import { makeFilm } from './make-film.ts';
import { mergeFilms } from './merge-films.ts';
import type { Film } from './types.ts';

const her = (fields: Partial<Film>): Film => makeFilm({ title: 'Her', year: 2013, ...fields });

test('merging keeps the first film’s values, and every name and id', () => {
  const a = her({ refs: ['imdb:tt1798709'], alternativeTitles: ['Ella'], directors: ['Spike Jonze'] });
  const b = her({
    refs: ['tmdb:152601'],
    title: 'Ona',
    year: 2014,
    runtimeMinutes: 126,
    directors: ['S. Jonze'],
  });
  expect(mergeFilms(a, b)).toEqual(
    her({
      refs: ['imdb:tt1798709', 'tmdb:152601'],
      alternativeTitles: ['Ella', 'Ona'],
      directors: ['Spike Jonze'],
      runtimeMinutes: 126,
    }),
  );
});

const full = her({
  originalTitle: 'Elle',
  releases: [{ date: '2013-12-18', region: 'US' }],
  directors: ['Spike Jonze'],
  writers: ['Spike Jonze'],
  cast: ['Amy Adams'],
  runtimeMinutes: 126,
  genres: ['Romance'],
  countries: ['US'],
  languages: ['en'],
});

test('what the first does not know is taken from the other', () => {
  const { title, refs } = full;
  expect(mergeFilms(makeFilm({ title, refs }), full)).toEqual(full);
});

test('what the first knows is kept, whatever the values of the other', () => {
  const other = makeFilm({
    title: 'Her',
    year: 2014,
    originalTitle: 'Ella',
    releases: [{ date: '2014', region: null }],
    directors: ['A. Smithee'],
    writers: ['A. Smithee'],
    cast: ['Al Pacino'],
    runtimeMinutes: 1,
    genres: ['Horror'],
    countries: ['FR'],
    languages: ['fr'],
  });
  expect(mergeFilms(full, other)).toEqual(full);
});

test('the title and the original title are not repeated among the other names', () => {
  const a = her({ alternativeTitles: ['Ella', 'Ona'] });
  const b = her({ originalTitle: 'Ona', alternativeTitles: ['Her', 'Ella', 'Ona', 'Lei'] });
  expect(mergeFilms(a, b)).toMatchObject({ originalTitle: 'Ona', alternativeTitles: ['Ella', 'Lei'] });
});
