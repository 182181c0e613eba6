import { expect, test } from 'vitest';
import { rateFilm } from '../commands/commands.ts';
import { createLogFixture } from '../testing/fixture.ts';
import type { FilmInput, RatingValue } from '../types.ts';

const crash = (fields: Partial<FilmInput>): FilmInput => ({
  title: 'Crash',
  year: 2000,
  refs: [],
  ...fields,
});

/** The ratings in the log after the films were rated 2, 4 and so on. */
async function rateAll(films: FilmInput[]): Promise<RatingValue[]> {
  const { log } = await createLogFixture();
  const values = [2, 4, 6] as const;
  for (const [at, film] of films.entries()) await log.write(rateFilm({ film, value: values[at] ?? null }));
  const ratings = await log.read((db) => db.getAll('ratings'));
  log.close();
  return ratings.flatMap(({ deleted, value }) => (deleted === null && value !== null ? [value] : [])).sort();
}

test.each<[string, FilmInput, FilmInput]>([
  ['directors', crash({ directors: ['Ann Ant'] }), crash({ directors: ['Bob Bee'] })],
  ['slugs', crash({ refs: ['letterboxd:crash'] }), crash({ refs: ['letterboxd:crash-2000'] })],
  ['ids', crash({ refs: ['imdb:tt0000001'] }), crash({ refs: ['imdb:tt0000002'] })],
  [
    'directors, with ids of other systems',
    crash({ refs: ['imdb:tt0000001'], directors: ['Ann Ant'] }),
    crash({ refs: ['tmdb:5'], directors: ['Bob Bee'] }),
  ],
])(
  'keeps two films of one title apart by their %s when only the title is rated',
  async (_why, one, other) => {
    expect(await rateAll([one, other, crash({})])).toEqual([4, 6]);
  },
);

test('joins two rows of one title when a film has the ids of both', async () => {
  const films = [crash({ refs: ['imdb:tt0000001'] }), crash({ refs: ['tmdb:5'] })];
  expect(await rateAll([...films, crash({ refs: ['imdb:tt0000001', 'tmdb:5'] })])).toEqual([6]);
});
