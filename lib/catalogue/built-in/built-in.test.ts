import { listDataRefs } from '../../films/find-id.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { titleRef } from '../../films/titles/title-key.ts';
import { sliceOf } from './slices.ts';
import { CatalogueError } from '../errors.ts';
import { listFilmTitleKeys } from '../keys.ts';
import { makeBuiltInData, makeBuiltInFilm } from './built-in.fixture.ts';
import type { BuiltInFilm } from './built-in-film.ts';
import { formatReadyLists } from './ready-lists.ts';
import { openBuiltIn } from './open-built-in.ts';
import { formatBuiltIn } from './write-built-in.ts';

const titanic = makeBuiltInFilm({
  title: 'Titanic',
  year: 1997,
  imdb: 'tt0120338',
  wikidata: 'Q44578',
  tmdb: '597',
  rottentomatoes: 'titanic',
  directors: ['James Cameron'],
  minutes: 194,
  countries: ['US', 'MX'],
  languages: ['en'],
  critics: 89,
  audience: 69,
  known: 99,
  awards: [
    { award: 'Academy Awards', category: 'Best Picture', year: 1998, isWon: true },
    { award: 'Academy Awards', category: 'Actress', year: 1998, isWon: false },
  ],
});
const older = makeBuiltInFilm({ title: 'Titanic', year: 1953, imdb: 'tt0046435', known: 40 });
const parasite = makeBuiltInFilm({
  title: 'Parasite',
  originalTitle: '기생충',
  otherTitles: ['Gisaengchung'],
  year: 2019,
  imdb: 'tt6751668',
  rottentomatoes: 'parasite_2019',
  minutes: 132,
  known: 98,
});

const open = async (films: BuiltInFilm[]) =>
  openBuiltIn(sliceOf(await formatBuiltIn(makeBuiltInData(films))));

describe('openBuiltIn', () => {
  test('finds a film by each of its names', async () => {
    const catalogue = await open([titanic, older, parasite]);
    const found = await catalogue.lookUp([
      'imdb:tt0120338',
      'tmdb:597',
      'title:gisaengchung',
      'title:기생충',
    ]);
    expect([...found.values()].map((films) => films.map(({ film }) => film.title))).toEqual([
      ['Titanic'],
      ['Titanic'],
      ['Parasite'],
      ['Parasite'],
    ]);
  });

  test('a title finds all films of that title, the best known first, whatever the year', async () => {
    const catalogue = await open([older, parasite, titanic]);
    const found = await catalogue.lookUp(['title:titanic:1953']);
    expect(found.get('title:titanic:1953')?.map(({ film }) => film.year)).toEqual([1997, 1953]);
  });

  test('returns facts, ids, form, awards, and the scores with source, scale, year and terms', async () => {
    const [film] = (await (await open([titanic])).lookUp(['title:titanic'])).get('title:titanic') ?? [];
    expect(film).toMatchObject({
      film: {
        refs: [
          'imdb:tt0120338',
          'wikidata:Q44578',
          'tmdb:597',
          'rottentomatoes:titanic',
          'title:titanic:1997',
        ],
        directors: ['James Cameron'],
        runtimeMinutes: 194,
        countries: ['US', 'MX'],
      },
      known: 99,
      awards: titanic.awards,
    });
    expect(film?.scores).toMatchObject([
      { source: 'rottentomatoes', kind: 'critics', value: 89, best: 100, asOf: '2020', licence: 'CC0-1.0' },
      {
        source: 'rottentomatoes',
        kind: 'audience',
        value: 69,
        url: expect.stringContaining('/m/titanic') as string,
      },
    ]);
    expect(film).not.toHaveProperty('form');
  });

  test('finds nothing for a name that no film has, and reads no film for another kind of id', async () => {
    const catalogue = await open([titanic, parasite]);
    const found = await catalogue.lookUp(['imdb:tt0000001', 'title:dune', 'letterboxd:titanic']);
    expect([...found.values()]).toEqual([[], [], []]);
  });

  test('an empty catalogue finds nothing', async () => {
    expect((await (await open([])).lookUp(['title:titanic'])).get('title:titanic')).toEqual([]);
  });

  test('says how many films it has and to which day it reaches', async () => {
    const { manifest } = await open([titanic, older]);
    expect(manifest).toMatchObject({ id: 'built-in', films: 2, coversUntil: '2025-12-31' });
  });
});

describe('readTitles', () => {
  test('has the titles of every film, the best known first', async () => {
    const titles = await (await open([older, parasite, titanic])).readTitles();
    expect(new TextDecoder().decode(titles.text)).toBe('Titanic\nParasite\t기생충\tGisaengchung\nTitanic\n');
    expect([...titles.years]).toEqual([1997, 2019, 1953]);
    expect([...titles.known]).toEqual([99, 98, 40]);
    expect([0, 1, 2].map((film) => titles.refOf(film))).toEqual([
      'imdb:tt0120338',
      'imdb:tt6751668',
      'imdb:tt0046435',
    ]);
  });

  test('names a film without an id by its title and year', async () => {
    const titles = await (await open([makeBuiltInFilm({ title: 'Her', year: 2013 })])).readTitles();
    expect(titles.refOf(0)).toBe('title:her:2013');
  });
});

test('returns lists and series as they were written', async () => {
  const heads = [{ id: 'best', name: 'The best', source: 'Everybody', isRanked: true }];
  const lists = formatReadyLists(heads, 'list\ttitle\tyear\timdb\nbest\tTitanic\t1997\ttt0120338');
  const data = makeBuiltInData([titanic], { lists, series: ['Lost', 'Dark', 'Lost'] });
  const catalogue = await openBuiltIn(sliceOf(await formatBuiltIn(data)));
  expect(await catalogue.readLists()).toEqual([
    { ...heads[0], films: [{ title: 'Titanic', year: 1997, ref: 'imdb:tt0120338' }] },
  ]);
  expect(await catalogue.readSeries()).toEqual(['Dark', 'Lost']);
});

const word = fc.stringMatching(/^[A-Za-zÀ-ž0-9'’&:.,!?-]{1,12}$/);
const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const digits = (most: number) => fc.integer({ min: 1, max: most }).map(String);
const percent = fc.integer({ min: 0, max: 100 });
const award = fc.record({
  award: phrase,
  category: maybe(phrase),
  year: fc.integer({ min: 1927, max: 2030 }),
  isWon: fc.boolean(),
});
const film: fc.Arbitrary<BuiltInFilm> = fc.record({
  // Words that many films share, so that one key has several films.
  title: fc.oneof(phrase, fc.constantFrom('The Kid', 'Kid', 'Rocky V', 'Spider-Man', 'It')),
  originalTitle: maybe(phrase),
  otherTitles: fc.array(phrase, { maxLength: 3 }),
  year: maybe(fc.integer({ min: 1870, max: 2200 })),
  imdb: maybe(digits(99_999_999).map((id) => `tt${id.padStart(7, '0')}`)),
  wikidata: maybe(digits(99_999_999).map((id) => `Q${id}`)),
  tmdb: maybe(digits(9_999_999)),
  rottentomatoes: maybe(fc.stringMatching(/^[a-z0-9][a-z0-9_]{0,20}$/)),
  directors: fc.array(phrase, { maxLength: 3 }),
  minutes: maybe(fc.integer({ min: 1, max: 900 })),
  countries: fc.array(fc.constantFrom('US', 'FR', 'XWG'), { maxLength: 3 }),
  languages: fc.array(fc.constantFrom('en', 'cmn'), { maxLength: 2 }),
  form: fc.constantFrom(null, 'short' as const, 'tv' as const),
  critics: maybe(percent),
  audience: maybe(percent),
  known: percent,
  awards: fc.array(award, { maxLength: 3 }),
});
const isUniqueBy = (films: BuiltInFilm[]): BuiltInFilm[] => {
  const seen = new Set<string>();
  return films.filter((one) => {
    const ids = listDataRefs(one);
    if (ids.some((id) => seen.has(id))) return false;
    for (const id of ids) seen.add(id);
    return true;
  });
};
const filmSet = fc.array(film, { maxLength: 40 }).map(isUniqueBy);

/** What the catalogue must return for a film. */
const expected = (one: BuiltInFilm) => ({
  film: {
    title: one.title,
    originalTitle: one.originalTitle,
    alternativeTitles: one.otherTitles,
    year: one.year,
    refs: [...listDataRefs(one), titleRef(one.title, one.year)],
    directors: one.directors,
    runtimeMinutes: one.minutes,
    countries: one.countries,
    languages: one.languages,
  },
  known: one.known,
});

test('any films are found by every one of their names, with the same values', async () => {
  await fc.assert(
    fc.asyncProperty(filmSet, async (films) => {
      const catalogue = await open(films);
      for (const one of films) {
        const titles = {
          title: one.title,
          originalTitle: one.originalTitle,
          alternativeTitles: one.otherTitles,
        };
        const names = [...listDataRefs(one), ...listFilmTitleKeys(titles)];
        const found = await catalogue.lookUp(names);
        for (const name of names) {
          const list = found.get(name) ?? [];
          expect(list).toContainEqual(expect.objectContaining({ known: one.known }));
          const same = list.filter(({ film }) => film.refs.join(' ') === expected(one).film.refs.join(' '));
          expect(same).toContainEqual({
            ...same[0],
            ...(one.form === null ? {} : { form: one.form }),
            ...(one.awards.length === 0 ? {} : { awards: one.awards }),
            film: { ...same[0]?.film, ...expected(one).film },
          });
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('the order of the films does not change the bytes', async () => {
  await fc.assert(
    fc.asyncProperty(filmSet, fc.nat(), async (films, turn) => {
      const at = films.length === 0 ? 0 : turn % films.length;
      const turned = [...films.slice(at), ...films.slice(0, at)].reverse();
      expect(await formatBuiltIn(makeBuiltInData(turned))).toEqual(
        await formatBuiltIn(makeBuiltInData(films)),
      );
    }),
    { numRuns: 40 },
  );
});

describe('a damaged file', () => {
  const names = ['imdb:tt0120338', 'title:titanic', 'title:gisaengchung'] as const;
  const readAll = async (file: Uint8Array): Promise<void> => {
    const catalogue = await openBuiltIn(sliceOf(file));
    await catalogue.lookUp([...names]);
    await catalogue.readTitles();
    await catalogue.readLists();
    await catalogue.readSeries();
  };

  test('is refused with a code wherever it is cut off', async () => {
    const file = await formatBuiltIn(makeBuiltInData([titanic, older, parasite], { series: ['Lost'] }));
    for (let length = 0; length < file.length; length += 7)
      await expect(readAll(file.slice(0, length))).rejects.toBeInstanceOf(CatalogueError);
  });

  test('is refused with a code, whatever byte is wrong', async () => {
    const file = await formatBuiltIn(makeBuiltInData([titanic, older, parasite], { series: ['Lost'] }));
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const damaged = file.slice();
        damaged[at] = (damaged[at] ?? 0) ^ change;
        const error = await readAll(damaged).catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(CatalogueError);
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['a page', new TextEncoder().encode('<!doctype html>'.repeat(40))],
  ])('%s is not a catalogue', async (_what, file) => {
    await expect(openBuiltIn(sliceOf(file))).rejects.toMatchObject({ reason: 'bad-manifest' });
  });
});
