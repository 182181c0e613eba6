import { expect, test } from 'vitest';
import { sameFilmCases, type CaseFilm } from '../../films/fixtures/same-film.fixture.ts';
import type { Film } from '../../films/types.ts';
import { makeFilm } from '../../films/make-film.ts';
import { reviewSources } from '../../reviews/sources/registry.ts';
import { createCache } from '../cache/cache-database.ts';
import { createSourceAnswers } from './source-answers.ts';

const now = (): number => Date.UTC(2026, 0, 1);
const omdb = reviewSources.filter(({ id }) => id === 'omdb');
let caches = 0;

const toFilm = (known: CaseFilm): Film => makeFilm(known);

/** Whether the answer about one film is there when the other is asked for. */
async function answers(
  about: CaseFilm,
  asked: CaseFilm,
  { isFound }: { isFound: boolean },
): Promise<boolean> {
  const saved = createSourceAnswers({ use: createCache(`same-film-${(caches += 1)}`), now });
  const film = toFilm(about);
  await saved.save('omdb', film, isFound ? { film, scores: [], reviews: [] } : null);
  const [kept] = await saved.load([toFilm(asked)], omdb);
  return (kept?.[0] ?? null) !== null;
}

test.each(sameFilmCases)('an answer is about $expected: $why', async ({ a, b, expected }) => {
  const isOne = expected === 'one';
  expect(await answers(a, b, { isFound: true })).toBe(isOne);
  expect(await answers(b, a, { isFound: true })).toBe(isOne);
});

test.each([
  ['kinopoisk:111', 'kinopoisk:222', false],
  ['kinopoisk:111', 'kinopoisk:111', true],
  ['kinopoisk:111', 'imdb:tt1014762', true],
  ['letterboxd:home', 'letterboxd:home-2008', false],
] as const)(
  'what a source does not know under %s is known not to be there under %s: %s',
  async (ref, other, isOne) => {
    const [about, asked] = [ref, other].map((id) => ({
      title: 'Home',
      year: 2008,
      refs: [id],
      directors: [],
    }));
    if (!about || !asked) throw new Error('no films');
    expect(await answers(about, asked, { isFound: false })).toBe(isOne);
    expect(await answers({ ...about, refs: [] }, { ...asked, refs: [] }, { isFound: false })).toBe(true);
    expect(await answers(about, { ...asked, year: 2015 }, { isFound: false })).toBe(ref === other);
  },
);
