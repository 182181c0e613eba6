import { expect, test } from 'vitest';
import { sameFilmCases, type CaseFilm } from '../../films/fixtures/same-film.fixture.ts';
import { relateIds } from '../../films/same-film.ts';
import { rateFilm } from '../../watchlog/commands/commands.ts';
import { createLogFixture } from '../../watchlog/testing/fixture.ts';
import { makeHint } from '../testing/films.ts';
import { createCatalogueLookUp } from './catalogue-lookup.ts';
import { createIdentify } from './identify.ts';

/** The rating shown for a film on a page when the log has a rating of 9 for the other. */
async function findShownRating(logged: CaseFilm, named: CaseFilm): Promise<number | null> {
  const { log } = await createLogFixture();
  await log.write(rateFilm({ film: logged, value: 9 }));
  const lookUp = createCatalogueLookUp({
    loadCatalogues: () => Promise.resolve([]),
    cache: { load: () => Promise.resolve(new Map()), save: () => Promise.resolve() },
  });
  const identify = createIdentify({ lookUp, readLog: (query) => log.read(query) });
  const [found] = await identify([makeHint(named, { isSubject: true })]);
  log.close();
  return found?.own?.rating ?? null;
}

// A page may still use the old address of a film whose slug was renamed: title and year decide then.
const apart = sameFilmCases.filter(
  ({ a, b, expected, onPage = expected }) => onPage === 'two' && relateIds(a, b) !== 'renamed',
);

test.each(apart)('shows the rating of one film on no page of the other: $why', async ({ a, b }) => {
  expect(await findShownRating(a, b)).toBeNull();
  expect(await findShownRating(b, a)).toBeNull();
});

test.each(sameFilmCases.filter(({ a, b }) => a.refs.some((ref) => b.refs.includes(ref))))(
  'shows the rating of $expected film on its page: $why',
  async ({ a, b, expected }) => {
    expect(await findShownRating(a, b)).toBe(expected === 'one' ? 9 : null);
  },
);
