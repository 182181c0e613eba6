import { expect, test } from 'vitest';
import { rateFilm } from '../commands/commands.ts';
import { readAllRows } from '../store/read-all-rows.ts';
import { createLogFixture, filmInput } from '../testing/fixture.ts';
import { runLogMerge } from '../testing/run-import.ts';
import type { FilmRow, RatingValue } from '../types.ts';

const info = { id: 'copy', fileNames: ['marquee.json'], format: 'marquee' };
const isLive = ({ deleted }: { deleted: unknown }): boolean => deleted === null;

test('keeps two films of the other copy apart that share an id with one film here', async () => {
  const here = await createLogFixture();
  const there = await createLogFixture();
  await here.log.write(rateFilm({ film: filmInput('Crash', 1996, 'tmdb:884'), value: 2 }));
  there.clock.ms += 1000;
  await there.log.write(rateFilm({ film: filmInput('Crash', 1996, 'imdb:tt0115964'), value: 4 }));
  await there.log.write(rateFilm({ film: filmInput('Crash', 2004, 'imdb:tt0375679'), value: 6 }));
  const rows = await there.log.read(readAllRows);
  // Services list a film under a wrong id, so both films may have it.
  const films = rows.films.map((row): FilmRow => ({ ...row, refs: [...row.refs, 'tmdb:884'] }));
  await runLogMerge(here.log, info, { ...rows, films });
  const merged = await here.log.read(readAllRows);
  expect(merged.films.filter(isLive)).toHaveLength(2);
  const ratings = merged.ratings.filter(isLive).map(({ value }): RatingValue | null => value);
  expect(ratings.sort()).toEqual([4, 6]);
  here.log.close();
  there.log.close();
});
