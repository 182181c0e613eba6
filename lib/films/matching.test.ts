import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goldenFilms } from './fixtures/films.fixture.ts';
import { candidateKeys, matchFilm } from './matching.ts';
import type { Film, FilmHint, SightedHint } from './types.ts';

const emptyHint: FilmHint = {
  title: 'Her',
  alternativeTitles: [],
  year: null,
  directors: [],
  refs: [],
  kind: null,
  language: null,
};

function sight(hint: Partial<FilmHint>, certainty: SightedHint['certainty'] = 'stated'): SightedHint {
  return {
    hint: { ...emptyHint, ...hint },
    evidence: ['link'],
    confidence: 1,
    certainty,
    isSubject: false,
    context: { yearBeside: false, setApart: false, filmWordsNear: false, namesNear: [] },
  };
}

test('lists the ids, the title with and without its year, and other titles', () => {
  const hint: FilmHint = {
    ...emptyHint,
    title: 'Spider-Man 2',
    year: 2004,
    refs: ['imdb:tt0316654'],
    alternativeTitles: ['Spider-Man II', 'Homem-Aranha 2', ''],
  };
  expect(candidateKeys(hint)).toEqual([
    'imdb:tt0316654',
    'title:spider-man-2:2004',
    'title:spider-man-2',
    'title:spiderman-2',
    'title:spiderman2',
    'title:homem-aranha-2',
  ]);
});

test('lists at most twelve refs, whatever a page gives', () => {
  const many = Array.from({ length: 50 }, (_, at) => `Title ${at}`);
  const refs = many.map((_, at) => `tmdb:${at}` as const);
  const keys = candidateKeys({ ...emptyHint, year: 2013, alternativeTitles: many, refs });
  expect(keys).toHaveLength(12);
  expect(keys).toContain('title:her:2013');
  expect(candidateKeys({ ...emptyHint, title: '' })).toEqual([]);
});

test('merges one film from two catalogues, with the fields of both', () => {
  const her = goldenFilms.get('Her (2013)');
  if (!her) throw new Error('The fixture has no such film');
  const other: Film = { ...her, refs: ['csfd:343081'], directors: [], genres: ['Romance'] };
  const match = matchFilm(sight({ year: 2013 }), [her, other]);
  expect(match).toMatchObject({ kind: 'film', film: { genres: ['Romance'] } });
  expect(match.kind === 'film' && match.film.refs).toEqual([...her.refs, 'csfd:343081']);
});

test('asks the user if two ids lead to two films', () => {
  const films = [...goldenFilms.values()].filter(({ title }) => title === 'Suspiria');
  const refs = films.map((film) => film.refs[0]).filter((ref) => ref !== undefined);
  expect(matchFilm(sight({ title: 'Suspiria', refs }), films)).toMatchObject({
    kind: 'ambiguous',
    reason: 'refs-disagree',
  });
});

test('returns unknown without candidates', () => {
  expect(matchFilm(sight({}), [])).toEqual({ kind: 'unknown', reason: 'no-film-of-that-name' });
});

test('a returned film has the hint’s year, one year off, or a release in it, whatever the hint', () => {
  const films = [...goldenFilms.values()];
  const hint = fc.record({
    title: fc.constantFrom(...films.map(({ title }) => title), 'Her 2', 'The', ''),
    year: fc.option(fc.integer({ min: 1920, max: 2026 })),
    directors: fc.subarray(['Ridley Scott', 'Spike Jonze', 'Alfred Hitchcock'], { maxLength: 1 }),
    kind: fc.constantFrom(null, 'film' as const, 'series' as const),
  });
  fc.assert(
    fc.property(
      hint,
      fc.constantFrom('stated' as const, 'possible' as const),
      fc.subarray(films, { maxLength: 12 }),
      (fields, certainty, candidates) => {
        const match = matchFilm(sight(fields, certainty), candidates);
        if (match.kind !== 'film') return;
        expect(fields.kind).not.toBe('series');
        const years = [match.film.year ?? 0, ...match.film.releases.map(({ date }) => Number(date))];
        if (fields.year !== null)
          expect(Math.min(...years.map((year) => Math.abs(year - (fields.year ?? 0))))).toBeLessThanOrEqual(
            1,
          );
      },
    ),
    { numRuns: 200 },
  );
});
