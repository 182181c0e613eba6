import { expect, test } from 'vitest';
import { makeFilm } from './builder/make-film.ts';
import type { Film } from '../films/types.ts';
import { answerFromCatalogue } from './findings.ts';

const her = makeFilm({
  title: 'Her',
  year: 2013,
  refs: ['imdb:tt1798709', 'title:her:2013'],
  directors: ['Spike Jonze'],
});
const undated = makeFilm({ title: 'Old Reel', refs: ['title:old-reel'] });

test.each<[string, Film, Film[] | null, string]>([
  ['the film by an id', her, [makeFilm({ title: 'Sie', refs: ['imdb:tt1798709'] })], 'ok'],
  ['the film by title and year', her, [makeFilm({ title: 'Her', year: 2013 })], 'ok'],
  ['a film of that name and another year', her, [makeFilm({ title: 'Her', year: 1990 })], 'none'],
  [
    'a film of that name, year and another id',
    her,
    [makeFilm({ title: 'Her', year: 2013, refs: ['imdb:tt0000001'] })],
    'none',
  ],
  [
    'a film of that name, year and another director',
    her,
    [makeFilm({ title: 'Her', year: 2013, directors: ['Ann Onymous'] })],
    'none',
  ],
  [
    'the same name without a year',
    undated,
    [makeFilm({ title: 'Old Reel', refs: ['title:old-reel'] })],
    'ok',
  ],
  ['nothing', her, [], 'none'],
  ['a fault', her, null, 'failed'],
])('a catalogue with %s', (_what, film, films, state) => {
  const found = films && films.map((other) => ({ film: other, scores: [] }));
  expect(answerFromCatalogue(film, { catalogue: 's', name: 'S', films: found }).status).toEqual({
    source: 's',
    sourceName: 'S',
    state,
    until: null,
  });
});
