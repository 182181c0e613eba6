import { expect, test } from 'vitest';
import { makeFilm } from '../films/make-film.ts';
import type { Film } from '../films/types.ts';
import { makeCatalogueAnswer, narrowAnswer } from './answers.ts';

const her = makeFilm({
  title: 'Her',
  year: 2013,
  refs: ['imdb:tt1798709', 'title:her:2013'],
  directors: ['Spike Jonze'],
});
const undated = makeFilm({ title: 'Old Reel', refs: ['title:old-reel'] });

test.each<[string, Film, Film[], string]>([
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
])('narrows the answer of a catalogue with %s: %#', (_what, film, films, state) => {
  const found = films.map((other) => ({ film: other, scores: [] }));
  const { status, films: own } = narrowAnswer(film, makeCatalogueAnswer({ id: 's', name: 'S' }, found));
  expect(status).toEqual({ source: 's', sourceName: 'S', state, until: null });
  expect(own).toEqual(state === 'ok' ? found : []);
});

test('keeps a failed status and the reviews of an answer without films', () => {
  const { status } = makeCatalogueAnswer({ id: 's', name: 'S' }, []);
  const failed = { status: { ...status, state: 'failed' as const }, films: [], reviews: [] };
  expect(narrowAnswer(her, failed)).toEqual(failed);
});
