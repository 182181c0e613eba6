import { afterEach, expect, test, vi } from 'vitest';
import type { RatingsHead } from '../../catalogue/imdb-ratings/database.ts';
import { createRatingsLookUp, listRatingsAnswers } from './ratings-lookup.ts';
import { makeFilm } from '../../films/make-film.ts';

const head: RatingsHead = {
  revision: '1',
  ratings: 1,
  chunks: 1,
  bytes: 5,
  asOf: '2026-11-29',
  etag: null,
  origin: 'download',
  savedAt: 0,
};
const ratings = new Map([['tt1798709', { value: 8, votes: 700_000 }]]);

afterEach(() => {
  vi.restoreAllMocks();
});

test('a score has IMDb’s scale, count, day, terms and page', async () => {
  const { findScores } = createRatingsLookUp(() => Promise.resolve({ head, ratings }));
  expect(
    await findScores([
      ['title:her:2013', 'wikidata:Q788822', 'imdb:tt0000001', 'imdb:tt1798709'],
      ['title:her'],
      [],
    ]),
  ).toEqual([
    {
      source: 'imdb',
      sourceName: 'IMDb',
      kind: 'audience',
      value: 8,
      worst: 1,
      best: 10,
      count: 700_000,
      url: 'https://www.imdb.com/title/tt1798709/',
      licence: 'Personal and non-commercial use',
      asOf: '2026-11-29',
      note: null,
    },
    null,
    null,
  ]);
});

test('films without an IMDb id read nothing', async () => {
  const find = vi.fn();
  expect(await createRatingsLookUp(find).findScores([['title:her'], []])).toEqual([null, null]);
  expect(find).not.toHaveBeenCalled();
});

test('without a table, and where it cannot be read, there are no scores', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  for (const find of [
    () => Promise.resolve({ head: null, ratings: new Map() }),
    () => Promise.reject(new Error('blocked')),
  ])
    expect(await createRatingsLookUp(find).findScores([['imdb:tt1798709']])).toEqual([null]);
});

test('the answer says that data of IMDb is shown, whose terms are due', async () => {
  const { findScores } = createRatingsLookUp(() => Promise.resolve({ head, ratings }));
  const [score] = await findScores([['imdb:tt1798709']]);
  const film = makeFilm({ title: 'Her' });
  expect(listRatingsAnswers(film, score)).toMatchObject([
    {
      status: {
        source: 'imdb',
        state: 'ok',
        hasData: true,
      },
      films: [{ film, scores: [score] }],
    },
  ]);
});
