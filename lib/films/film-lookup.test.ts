import { describe, expect, test } from 'vitest';
import { createFilmLookup, listLookupRefs } from './film-lookup.ts';
import { sameFilmCases, type CaseFilm } from './fixtures/same-film.fixture.ts';
import type { FilmAccount } from './same-film.ts';

const told = (fields: Partial<FilmAccount>): FilmAccount => ({
  refs: [],
  title: 'Her',
  year: 2013,
  ...fields,
});

describe('listLookupRefs', () => {
  test.each<[string, FilmAccount, string[]]>([
    ['ids, then title and year', told({ refs: ['imdb:tt1798709'] }), ['imdb:tt1798709', 'title:her:2013']],
    ['the title alone where no year is known', told({ year: null }), ['title:her']],
    ['ids alone where no title is known', told({ refs: ['tmdb:152601'], title: null }), ['tmdb:152601']],
    [
      'its own title instead of those among its refs',
      told({ refs: ['title:ona:2013', 'tmdb:152601'] }),
      ['tmdb:152601', 'title:her:2013'],
    ],
    [
      'other names last, and each once',
      told({ names: ['title:ona:2013', 'title:her:2013'] }),
      ['title:her:2013', 'title:ona:2013'],
    ],
  ])('gives %s', (_what, account, refs) => {
    expect(listLookupRefs(account)).toEqual(refs);
  });
});

describe('createFilmLookup', () => {
  const lookupOf = (...films: FilmAccount[]) => {
    const lookup = createFilmLookup<FilmAccount>((film) => film);
    films.forEach((film) => lookup.add(film));
    return lookup;
  };

  test.each(sameFilmCases)('finds $expected film: $why', ({ a, b, expected }) => {
    const find = (known: CaseFilm, asked: CaseFilm): boolean => lookupOf(known).find(asked) === known;
    expect([find(a, b), find(b, a)]).toEqual(expected === 'one' ? [true, true] : [false, false]);
  });

  test('finds nothing where nothing was added', () => {
    expect(lookupOf().find(told({}))).toBeNull();
  });

  test('a film with an id in common goes before one of that name', () => {
    const ofName = told({});
    const ofId = told({ title: 'Ona', refs: ['imdb:tt1798709'] });
    expect(lookupOf(ofName, ofId).find(told({ refs: ['imdb:tt1798709'] }))).toBe(ofId);
  });

  test('of two films of one title and year finds the one whose director agrees', () => {
    const ann = told({ directors: ['Ann Onymous'] });
    const bea = told({ directors: ['Bea Nobody'] });
    const lookup = lookupOf(ann, bea);
    expect(lookup.find(told({ directors: ['Bea Nobody'] }))).toBe(bea);
    expect(lookup.find(told({ directors: ['Ann Onymous'] }))).toBe(ann);
    expect(lookup.find(told({ directors: ['Cat Nemo'] }))).toBeNull();
  });

  test('a film that has got an id since is found by it once it is added again', () => {
    const film = { ...told({}), refs: [] as FilmAccount['refs'] };
    const lookup = lookupOf(film);
    film.refs = ['imdb:tt1798709'];
    const asked = told({ title: null, year: null, refs: ['imdb:tt1798709'] });
    expect(lookup.find(asked)).toBeNull();
    lookup.add(film);
    expect(lookup.find(asked)).toBe(film);
  });

  test('looks through 20 films of one name, not counting one that is added twice', () => {
    const films = Array.from({ length: 22 }, (_, at) => told({ directors: [`Ann Number${'x'.repeat(at)}`] }));
    const lookup = createFilmLookup<FilmAccount>((film) => film);
    films.slice(0, 19).forEach((film) => lookup.add(film));
    films.slice(0, 19).forEach((film) => lookup.add(film));
    films.slice(19).forEach((film) => lookup.add(film));
    const isFound = (film: FilmAccount | undefined): boolean =>
      film !== undefined && lookup.find(film) === film;
    expect(films.map(isFound)).toEqual(films.map((_, at) => at < 20));
  });
});
