import { expect, test } from 'vitest';
import { createFilmIndex } from './film-index.ts';

test('films that are known by ids alone are told apart by them, and get the title of a later row', () => {
  const index = createFilmIndex();
  const heat = index.add({ title: '', year: null, refs: ['imdb:tt0113277'] });
  const other = index.add({ title: '', year: null, refs: ['tmdb:348'] });
  expect(other).not.toBe(heat);
  expect(index.add({ title: 'Heat', year: 1995, refs: ['imdb:tt0113277'] })).toBe(heat);
  expect(heat).toMatchObject({ title: 'Heat', year: 1995 });
});
