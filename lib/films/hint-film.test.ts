import { expect, test } from 'vitest';
import {
  findMeantFilm,
  formatFilmHint,
  formatHintAsFilm,
  formatTypedHint,
  listCorrectionKeys,
} from './hint-film.ts';
import { makeFilm } from './make-film.ts';
import type { FilmHint } from './types.ts';

const hint: FilmHint = {
  title: 'Her',
  alternativeTitles: ['Ella'],
  year: 2013,
  directors: ['Spike Jonze'],
  refs: ['imdb:tt1798709'],
  kind: 'film',
  language: 'en',
};
const her = makeFilm({
  title: 'Her',
  alternativeTitles: ['Ella'],
  year: 2013,
  directors: ['Spike Jonze'],
  refs: ['imdb:tt1798709'],
});

test('a film that no catalogue knows is as the page names it', () => {
  expect(formatHintAsFilm(hint)).toEqual(her);
  expect(formatHintAsFilm({ ...hint, refs: [] }).refs).toEqual(['title:her:2013']);
});

test('the film that is meant is the one identified, else the one that the page names, and none of several', () => {
  const film = makeFilm({ title: 'She' });
  expect(findMeantFilm(hint, { kind: 'film', film, reason: 'ref', certainty: 'sure' })).toBe(film);
  expect(findMeantFilm(hint, { kind: 'unknown', reason: 'no-film-of-that-name' })).toEqual(her);
  expect(
    findMeantFilm(hint, { kind: 'ambiguous', candidates: [film, her], reason: 'refs-disagree' }),
  ).toBeNull();
});

test('what is typed counts as the name of a film by itself', () => {
  expect(formatTypedHint('Her', null)).toEqual({
    hint: {
      title: 'Her',
      alternativeTitles: [],
      year: null,
      directors: [],
      refs: [],
      kind: 'film',
      language: null,
    },
    evidence: ['text'],
    confidence: 1,
    certainty: 'stated',
    isSubject: true,
    context: { yearBeside: false, setApart: true, filmWordsNear: true, namesNear: [] },
  });
  expect(formatTypedHint('Her', 2013)).toMatchObject({ hint: { year: 2013 }, context: { yearBeside: true } });
});

test('a known film is asked for with its ids and directors', () => {
  expect(formatFilmHint(her)).toMatchObject({
    hint: { title: 'Her', year: 2013, directors: ['Spike Jonze'], refs: ['imdb:tt1798709'], kind: 'film' },
    certainty: 'stated',
    isSubject: true,
  });
});

test('a correction is remembered under the ids and the title that the page gives, each once', () => {
  expect(listCorrectionKeys(hint)).toEqual(['imdb:tt1798709', 'title:her:2013']);
  expect(listCorrectionKeys({ ...hint, year: null, refs: ['title:her'] })).toEqual(['title:her']);
});
