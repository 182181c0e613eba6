import { expect, test } from 'vitest';
import { makeFilm } from '../../films/make-film.ts';
import { editFilms, setWatchlist } from '../../watchlog/commands/commands.ts';
import { createLogFixture, filmInput } from '../../watchlog/testing/fixture.ts';
import type { RatingsLookUp } from '../catalogues/ratings-lookup.ts';
import { catalogueFilms, makeCatalogue, makeScore } from '../testing/films.ts';
import { createCatalogueLookUp } from './catalogue-lookup.ts';
import { findScoresOfFilms } from './film-scores.ts';

const sample = {
  film: makeFilm({ title: 'Old Reel', year: 1990 }),
  scores: [makeScore(50)],
};
const { catalogue } = await makeCatalogue([...catalogueFilms, sample]);
const lookUp = createCatalogueLookUp({
  loadCatalogues: () => Promise.resolve([catalogue]),
  cache: { load: () => Promise.resolve(new Map()), save: () => Promise.resolve() },
});
const kong = 'imdb:tt0360717';
const ratings: RatingsLookUp = {
  findScores: (lists) =>
    Promise.resolve(
      lists.map((refs) =>
        refs.includes(kong)
          ? makeScore(7.2, { source: 'imdb', kind: 'audience', best: 10, worst: 1, asOf: '2026-11-29' })
          : null,
      ),
    ),
};

test('films of the log get the scores of the catalogues and of IMDb, in the order in which they are asked for', async () => {
  const { log } = await createLogFixture();
  const kept = [
    filmInput('King Kong', 2005, 'imdb:tt0360717'),
    filmInput('Home Movie of Mine', 2020),
    filmInput('Old Reel', 1990),
    filmInput('Her', 2013, 'imdb:tt1798709'),
    filmInput('King Kong', 1976),
  ];
  for (const film of kept) await log.write(setWatchlist({ film, listed: true }));
  const rows = (await log.read((db) => db.getAll('films'))) ?? [];
  const idOf = (title: string, year: number): string =>
    rows.find((row) => row.title === title && row.year === year)?.id ?? '';
  await log.write(editFilms({ ids: [idOf('King Kong', 1976)], edit: { isDeleted: true } }));
  const ids = [
    idOf('King Kong', 1976),
    idOf('Her', 2013),
    'no such row',
    idOf('Home Movie of Mine', 2020),
    idOf('Old Reel', 1990),
    idOf('King Kong', 2005),
  ];
  const found = await log.read((db) => findScoresOfFilms(db, ids, { lookUp, ratings }));
  expect(
    found?.map(({ filmId, scores }) => [filmId, scores.map(({ value, note }) => [value, note])]),
  ).toEqual([
    [
      idOf('Her', 2013),
      [
        [95, null],
        [82, null],
      ],
    ],
    [idOf('Old Reel', 1990), [[50, null]]],
    [
      idOf('King Kong', 2005),
      [
        [83, null],
        [7.2, null],
      ],
    ],
  ]);
});
