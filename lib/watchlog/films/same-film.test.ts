import { expect, test } from 'vitest';
import { sameFilmCases, type CaseFilm } from '../../films/fixtures/same-film.fixture.ts';
import { rateFilm } from '../commands/commands.ts';
import { findOwnRecordsOfFilms } from '../queries/queries.ts';
import { countAll } from '../testing/own-records.ts';
import { createLogFixture } from '../testing/fixture.ts';

/** The rows in the log after two films were rated, 2 and then 9. */
async function rateBoth(first: CaseFilm, second: CaseFilm) {
  const { log, clock } = await createLogFixture();
  await log.write(rateFilm({ film: first, value: 2 }));
  clock.ms += 1000;
  await log.write(rateFilm({ film: second, value: 9 }));
  const own = await log.read((db) => findOwnRecordsOfFilms(db, [first, second]));
  const { films, ratings } = await log.read(countAll);
  log.close();
  return { films, ratings, own: own.map((record) => record?.rating) };
}

test.each(sameFilmCases)('the log has $expected after two ratings: $why', async ({ a, b, expected }) => {
  const count = expected === 'one' ? 1 : 2;
  const own = expected === 'one' ? [9, 9] : [2, 9];
  expect(await rateBoth(a, b)).toEqual({ films: count, ratings: count, own });
  expect(await rateBoth(b, a)).toEqual({ films: count, ratings: count, own });
});
