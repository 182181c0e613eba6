import { describe, expect, test } from 'vitest';
import { sameFilmCases } from './fixtures/same-film.fixture.ts';
import { isSameFilm, isSameFilmOnPage, joinRefs, relateIds, type FilmAccount } from './same-film.ts';
import type { Film, FilmHint, FilmRef } from './types.ts';

function makeFilm(fields: Partial<Film>): Film {
  return {
    refs: [],
    title: 'Her',
    originalTitle: null,
    alternativeTitles: [],
    year: 2013,
    releases: [],
    directors: [],
    writers: [],
    cast: [],
    runtimeMinutes: null,
    genres: [],
    countries: [],
    languages: [],
    ...fields,
  };
}

const named = (year: number | null, ...refs: FilmRef[]): { year: number | null; refs: FilmRef[] } => ({
  year,
  refs,
});

test.each([
  [named(2013, 'imdb:tt1798709'), named(2013, 'imdb:tt1798709', 'tmdb:152601'), 'same'],
  [named(2013, 'imdb:tt1798709', 'tmdb:1'), named(2013, 'imdb:tt1798709', 'tmdb:152601'), 'same'],
  [named(2013, 'imdb:tt1798709'), named(2013, 'imdb:tt0000001'), 'different'],
  [named(2013, 'imdb:tt1798709'), named(2013, 'tmdb:152601'), 'untold'],
  [named(2013), named(2013, 'tmdb:152601'), 'untold'],
  [named(2013, 'title:her:2013'), named(2013, 'title:her:2013'), 'untold'],
  [named(2013, 'wikipedia:en:Her_(film)'), named(2013, 'wikipedia:fr:Her_(film)'), 'untold'],
  [named(2013, 'metacritic:carrie'), named(2013, 'metacritic:carrie-2013'), 'renamed'],
  [named(null, 'metacritic:carrie'), named(2013, 'metacritic:carrie-2013'), 'different'],
  [named(null, 'metacritic:carrie-2013'), named(1976, 'metacritic:carrie'), 'different'],
  [named(2005, 'rottentomatoes:king_kong'), named(2005, 'rottentomatoes:1149831-king_kong'), 'renamed'],
  [named(2013, 'letterboxd:her'), named(2013, 'letterboxd:his'), 'different'],
  [named(2013, 'letterboxd:carrie_2013'), named(2013, 'letterboxd:carrie'), 'renamed'],
  [named(1976, 'letterboxd:carrie-1976'), named(1976, 'letterboxd:carrie'), 'renamed'],
  [named(2013, 'letterboxd:carrie-2013'), named(2013, 'letterboxd:carry'), 'different'],
  [named(1997, 'trakt:funny-games-1997'), named(2007, 'trakt:funny-games-2007'), 'different'],
  [named(1813, 'letterboxd:war-1813'), named(1813, 'letterboxd:war'), 'different'],
  [named(2013, 'letterboxd:carrie-2013-1'), named(2013, 'letterboxd:carrie-1'), 'different'],
  [named(2013, 'trakt:12345'), named(2013, 'trakt:her-2013'), 'renamed'],
  [named(2013, 'letterboxd:12345'), named(2013, 'letterboxd:her'), 'different'],
  // Of several slugs one that may be renamed will do; of several systems one that differs decides.
  [named(2013, 'mubi:his', 'mubi:her'), named(2013, 'mubi:hers', 'mubi:her-2013'), 'renamed'],
  [named(2013, 'mubi:her', 'trakt:his'), named(2013, 'mubi:her-2013', 'trakt:her'), 'different'],
  [named(2013, 'letterboxd:her', 'trakt:her'), named(2013, 'mubi:her'), 'untold'],
  // The same slug: years may be two apart.
  [named(2013, 'letterboxd:her'), named(2015, 'letterboxd:her'), 'same'],
  [named(2013, 'letterboxd:her'), named(2016, 'letterboxd:her'), 'different'],
  [named(2013, 'letterboxd:her'), named(2010, 'letterboxd:her'), 'different'],
  [named(null, 'letterboxd:her'), named(2013, 'letterboxd:her'), 'same'],
  [
    named(2013, 'wikipedia:en:Her', 'title:her:2013'),
    named(2013, 'title:her:2013', 'wikipedia:de:Her'),
    'untold',
  ],
])('%j and %j are %s', (one, other, relation) => {
  expect(relateIds(one, other)).toBe(relation);
  expect(relateIds(other, one)).toBe(relation);
});

test.each<[string, Partial<Film>, Partial<Film>, boolean]>([
  [
    'an id in common',
    { refs: ['imdb:tt1798709'] },
    { refs: ['imdb:tt1798709'], title: 'Ona', year: 2014 },
    true,
  ],
  [
    'a shared id but years far apart',
    { refs: ['wikipedia:en:Carrie'], year: 1976 },
    { refs: ['wikipedia:en:Carrie'] },
    false,
  ],
  ['title and year', {}, { title: 'HER' }, true],
  ['title and year, other directors', { directors: ['Spike Jonze'] }, { directors: ['Woody Allen'] }, false],
  ['title and year, other casts', { cast: ['Amy Adams'] }, { cast: ['Al Pacino'] }, false],
  ['title and year, other ids', { refs: ['imdb:tt1798709'] }, { refs: ['imdb:tt0000001'] }, false],
  ['title, another year', {}, { year: 2014 }, false],
  ['title, no year', {}, { year: null }, false],
  ['a title that differs in its article', { title: 'Heat' }, { title: 'The Heat' }, false],
])('with %s', (_, a, b, isSame) => {
  expect(isSameFilm(makeFilm(a), makeFilm(b))).toBe(isSame);
  expect(isSameFilm(makeFilm(b), makeFilm(a))).toBe(isSame);
});

describe('the table of cases', () => {
  test.each(sameFilmCases)('has $expected: $why', ({ a, b, expected }) => {
    expect([isSameFilm(a, b), isSameFilm(b, a)]).toEqual([expected === 'one', expected === 'one']);
  });

  test.each(sameFilmCases)('has on one page $expected: $why', ({ a, b, expected, onPage = expected }) => {
    const [one, other] = [a, b].map((film) => ({ ...film, alternativeTitles: [] }));
    if (!one || !other) throw new Error('no case');
    expect([isSameFilmOnPage(one, other), isSameFilmOnPage(other, one)]).toEqual([
      onPage === 'one',
      onPage === 'one',
    ]);
  });
});

describe('accounts', () => {
  const account = (fields: Partial<FilmAccount>): FilmAccount => ({
    refs: [],
    title: 'Her',
    year: 2013,
    ...fields,
  });

  test.each<[string, Partial<FilmAccount>, Partial<FilmAccount>, boolean]>([
    ['one is known by the title of the other', { names: ['title:ona:2013'] }, { title: 'Ona' }, true],
    ['one is known by the title, of another year', { names: ['title:ona:2012'] }, { title: 'Ona' }, false],
    [
      'one without a title is known by that of the other',
      { title: null, names: ['title:her:2013'] },
      {},
      true,
    ],
    ['one without a title is known by another', { title: null, names: ['title:ona:2013'] }, {}, false],
    [
      'neither has a title, and a name is the same',
      { title: null, names: ['title:ona:2013', 'title:her:2013'] },
      { title: null, names: ['title:her:2013'] },
      true,
    ],
    [
      'neither has a title, and no name is the same',
      { title: null, names: ['title:ona:2013'] },
      { title: null, names: ['title:her:2013'] },
      false,
    ],
    ['neither has a title or a name', { title: null }, { title: null }, false],
    [
      'both have only another name in common',
      { names: ['title:ella:2013'] },
      { title: 'Ona', names: ['title:ella:2013'] },
      false,
    ],
    [
      'titles differ in the article, which names do not have',
      { title: 'Room', names: ['title:room:2013'] },
      { title: 'The Room', names: ['title:room:2013'] },
      false,
    ],
    ['no year is known of either', { year: null }, { year: null }, true],
    ['casts have somebody in common', { cast: ['Amy Adams'] }, { cast: ['Amy Adams', 'Al Pacino'] }, true],
    [
      'directors agree, and casts do not',
      { directors: ['Spike Jonze'], cast: ['Amy Adams'] },
      { directors: ['Spike Jonze'], cast: ['Al Pacino'] },
      true,
    ],
    [
      'slugs may be one that was renamed, and only a cast agrees',
      { refs: ['mubi:her'], cast: ['Amy Adams'] },
      { refs: ['mubi:her-2013'], cast: ['Amy Adams'] },
      false,
    ],
    [
      'slugs may be one that was renamed, and the title is another',
      { refs: ['mubi:her'], directors: ['Spike Jonze'] },
      { refs: ['mubi:her-2013'], directors: ['Spike Jonze'], title: 'Ona' },
      false,
    ],
  ])('where %s: %j and %j', (_what, one, other, isSame) => {
    expect(isSameFilm(account(one), account(other))).toBe(isSame);
    expect(isSameFilm(account(other), account(one))).toBe(isSame);
  });
});

describe('namings on one page', () => {
  type Naming = Pick<FilmHint, 'refs' | 'title' | 'alternativeTitles' | 'year' | 'directors'>;
  const naming = (fields: Partial<Naming>): Naming => ({
    refs: [],
    title: 'Her',
    alternativeTitles: [],
    year: 2013,
    directors: [],
    ...fields,
  });

  test.each<[string, Partial<Naming>, Partial<Naming>, boolean]>([
    ['the year is one off', {}, { year: 2014 }, true],
    ['the year is two off', {}, { year: 2015 }, false],
    ['one has no year', {}, { year: null }, true],
    ['the title is among the other’s', { alternativeTitles: ['Ella', 'Ona'] }, { title: 'ONA' }, true],
    [
      'only other titles are the same',
      { alternativeTitles: ['Ona'] },
      { title: 'She', alternativeTitles: ['Ona'] },
      false,
    ],
    ['directors differ', { directors: ['Spike Jonze'] }, { directors: ['Woody Allen'] }, false],
    ['ids differ', { refs: ['imdb:tt1798709'] }, { refs: ['imdb:tt0000001'] }, false],
    ['titles differ', {}, { title: 'Heat' }, false],
  ])('where %s', (_what, one, other, isSame) => {
    expect(isSameFilmOnPage(naming(one), naming(other))).toBe(isSame);
    expect(isSameFilmOnPage(naming(other), naming(one))).toBe(isSame);
  });
});

test.each<[string, FilmRef[], FilmRef[], FilmRef[]]>([
  ['ids of other systems', ['imdb:tt1798709'], ['tmdb:152601'], ['imdb:tt1798709', 'tmdb:152601']],
  ['each once', ['imdb:tt1798709'], ['imdb:tt1798709', 'title:her'], ['imdb:tt1798709', 'title:her']],
  ['no id that contradicts', ['tmdb:152601'], ['tmdb:1', 'mubi:her'], ['tmdb:152601', 'mubi:her']],
  ['a slug that may be renamed', ['mubi:her'], ['mubi:her-2013'], ['mubi:her', 'mubi:her-2013']],
  ['no other slug', ['mubi:her'], ['mubi:his'], ['mubi:her']],
])('joining refs takes %s', (_what, refs, others, joined) => {
  expect(joinRefs({ refs, year: 2013 }, { refs: others, year: 2013 })).toEqual(joined);
});
