import { describe, expect, test } from 'vitest';
import { findYear, noSurroundings, type Surroundings } from './match-title.ts';
import { makeFilm } from './make-film.ts';
import { matchFilm } from './matching.ts';
import type { Film, FilmHint, FilmRef, SightedHint } from './types.ts';

const widely: FilmRef[] = ['imdb:tt0000001', 'wikidata:Q1', 'tmdb:1'];
const sure = makeFilm({
  title: 'Koyaanisqatsi Marjorie Zootopia Bilbao Tenet',
  year: 1999,
  refs: ['tmdb:1'],
});
const unsure = makeFilm({ title: 'The Silence of the Lambs', year: 1991, refs: widely });
const asked = makeFilm({ title: 'Dune', year: 1984, refs: ['imdb:tt0087182'], directors: ['David Lynch'] });

function sight(hint: Partial<FilmHint>, more: Partial<SightedHint> = {}): SightedHint {
  const empty = { alternativeTitles: [], year: null, directors: [], refs: [], kind: null, language: null };
  return {
    hint: { title: '', ...empty, ...hint },
    evidence: ['link'],
    confidence: 1,
    certainty: 'stated',
    isSubject: false,
    context: { yearBeside: false, setApart: true, filmWordsNear: true, namesNear: [] },
    ...more,
  };
}

/** `sure` or `unsure` for a film; otherwise the reason. */
function judge(sighted: SightedHint, films: Film[], around: Partial<Surroundings> = {}): string {
  const match = matchFilm(sighted, films, { ...noSurroundings, ...around });
  return match.kind === 'film' ? match.certainty : match.reason;
}

const near = (name: string): Partial<SightedHint> => ({
  context: { yearBeside: false, setApart: true, filmWordsNear: true, namesNear: [name] },
});

describe('a title alone', () => {
  test.each<[string, Film, string]>([
    ['that hardly two films have is sure', sure, 'sure'],
    ['that few films have is unsure', unsure, 'unsure'],
    ['that many films have is asked about', asked, 'title-alone'],
  ])('%s', (_what, film, expected) => {
    expect(judge(sight({ title: film.title }), [film])).toBe(expected);
  });

  test('of two usual words is unsure, of a widely known film', () => {
    const film = makeFilm({ title: 'Love Night', year: 1999, refs: widely });
    expect(judge(sight({ title: film.title }), [film])).toBe('unsure');
  });

  test('is judged by the title that agrees, not by another one of the page', () => {
    const hint = { title: sure.title, alternativeTitles: ['Dune'] };
    expect(judge(sight(hint), [asked])).toBe('title-alone');
  });

  test('keeps the film that is asked about as the only candidate', () => {
    const match = matchFilm(sight({ title: 'Dune' }), [asked]);
    expect(match).toEqual({ kind: 'ambiguous', candidates: [asked], reason: 'title-alone' });
  });

  test.each<[string, string, Film]>([
    ['is unsure at best in running text', 'unsure', sure],
    [
      'is asked about in running text too',
      'title-alone',
      makeFilm({ title: 'Ember Line', refs: ['tmdb:2'] }),
    ],
    [
      'of one word says nothing there',
      'too-little-evidence',
      makeFilm({ title: 'Medellín', refs: ['tmdb:2'] }),
    ],
    ['nor with an article', 'too-little-evidence', makeFilm({ title: 'The Zootopia', refs: ['tmdb:2'] })],
  ])('%s', (_what, expected, film) => {
    expect(judge(sight({ title: film.title }, { certainty: 'possible' }), [film])).toBe(expected);
  });

  test('of one word is asked about where a page is about it', () => {
    const film = makeFilm({ title: 'Medellín', refs: ['tmdb:2'] });
    const sighted = sight({ title: film.title }, { certainty: 'possible', isSubject: true });
    expect(judge(sighted, [film])).toBe('title-alone');
    expect(judge({ ...sighted, isSubject: false, certainty: 'stated' }, [film])).toBe('title-alone');
  });

  test.each<[string, SightedHint]>([
    ['a director of the film near it', sight({ title: 'Dune' }, near('David Lynch'))],
    ['a director', sight({ title: 'Dune', directors: ['David Lynch'] })],
    ['an id', sight({ title: 'Dune', refs: ['imdb:tt0087182'] })],
    ['its year in an id', sight({ title: 'Dune', refs: ['letterboxd:dune-1984'] })],
  ])('is sure with %s', (_what, sighted) => {
    expect(judge(sighted, [asked])).toBe('sure');
  });

  test.each<[string, SightedHint, string]>([
    ['another year', sight({ title: sure.title, year: 2021 }), 'year-disagrees'],
    ['another year in an id', sight({ title: 'Dune', refs: ['letterboxd:dune-2021'] }), 'year-disagrees'],
    ['another id', sight({ title: sure.title, refs: ['tmdb:2'] }), 'refs-disagree'],
    ['another director', sight({ title: 'Dune', directors: ['Denis Villeneuve'] }), 'director-disagrees'],
  ])('is unknown with %s', (_what, sighted, expected) => {
    expect(judge(sighted, [sure, asked])).toBe(expected);
  });

  const long = makeFilm({
    ...unsure,
    runtimeMinutes: 118,
    countries: ['US'],
    cast: ['Jodie Foster', 'Anthony Hopkins', 'Scott Glenn'],
  });
  const usual = makeFilm({ title: 'Love Night', countries: ['US'], refs: widely });
  const home = makeFilm({ title: 'Home', refs: ['tmdb:3'] });
  test.each<[string, Film, string[], string]>([
    ['its length', long, ['PT1H58M'], 'sure'],
    ['its length in another form', long, ['T1H57M00S'], 'sure'],
    ['a length that is near', long, ['PT110M'], 'unsure'],
    ['another length', long, ['PT1H30M'], 'facts-disagree'],
    ['another length beside its own', long, ['PT1H30M', 'PT119M'], 'sure'],
    ['a length that cannot be read', long, ['two hours'], 'unsure'],
    ['a country of many films', usual, ['USA'], 'unsure'],
    ['another country', long, ['France'], 'facts-disagree'],
    ['another country beside its own', usual, ['FR', 'US'], 'unsure'],
    ['an unknown country', long, ['Ruritania'], 'unsure'],
    ['an actor', long, ['Anthony Hopkins'], 'sure'],
    ['another cast', long, ['Al Pacino', 'Val Kilmer', 'Ashley Judd'], 'facts-disagree'],
    ['a film of which nothing is known', unsure, ['PT9H', 'FR', 'Al Pacino'], 'unsure'],
    ['a state of which several remain', { ...long, countries: ['SU'] }, ['Russia'], 'unsure'],
    ['a former name', { ...long, countries: ['DD'] }, ['Germany', 'PT118M'], 'sure'],
  ])('that is unsure, with %s', (_what, film, facts, expected) => {
    expect(judge(sight({ title: film.title, facts }), [film])).toBe(expected);
  });

  test.each([
    ['lowers the risk below that of sure films', unsure, 'Het zwijgen', 'sure'],
    ['does not make a title sure that many films have', home, 'Night', 'unsure'],
  ])('with another title of the film %s', (_what, film, other, expected) => {
    const named = { ...film, alternativeTitles: [other] };
    expect(judge(sight({ title: film.title, alternativeTitles: [other] }), [named])).toBe(expected);
    expect(judge(sight({ title: film.title, alternativeTitles: ['Anything'] }), [named])).not.toBe(expected);
  });

  test.each<[number[], string]>([
    [[2023, 2024, 2024], 'year-disagrees'],
    [[1950, 1960, 1997], 'year-disagrees'],
    [[1998, 2024, 2000], 'sure'],
    [[2000, 2001, 2002], 'sure'],
    [[1996, 1997, 1998], 'sure'],
    [[1995, 1996, 1997], 'year-disagrees'],
    [[2023, 2024], 'sure'],
    [[], 'sure'],
  ])('of 1999 on a page with films of %j: %s', (pageYears, expected) => {
    expect(judge(sight({ title: sure.title }), [sure], { pageYears })).toBe(expected);
  });
});

describe('a year one off', () => {
  const film = makeFilm({
    title: 'Marjorie Prime',
    originalTitle: 'Marjorie Zootopia',
    alternativeTitles: ['Bilbao Zootopia'],
    year: 2017,
    refs: ['tmdb:1'],
    directors: ['Ann Onymous'],
  });

  test.each<[string, number | null, Partial<FilmHint>, string]>([
    ['is joined', null, { year: 2018 }, 'sure'],
    ['is joined by the original title', null, { title: 'Marjorie Zootopia', year: 2018 }, 'sure'],
    ['is not joined by another title', null, { title: 'Bilbao Zootopia', year: 2018 }, 'year-disagrees'],
    [
      'is joined by the title beside another',
      null,
      { title: 'Bilbao Zootopia', alternativeTitles: ['Marjorie Prime'], year: 2018 },
      'sure',
    ],
    ['is joined where the catalogues reach that year', 2018, { year: 2018 }, 'sure'],
    ['is unknown after the last year of the catalogues', 2017, { year: 2018 }, 'year-disagrees'],
    ['is joined after it by its director', 2017, { year: 2018, directors: ['Ann Onymous'] }, 'sure'],
    ['before the film’s is joined', 2017, { year: 2016 }, 'sure'],
  ])('%s', (_what, coversUntil, hint, expected) => {
    expect(judge(sight({ title: film.title, ...hint }), [film], { coversUntil })).toBe(expected);
  });

  test.each([
    ['two films have is joined', [1950], 'sure'],
    ['three films have is asked about', [1950, 1980], 'same-title-several-films'],
  ])('of a title that %s', (_count, years, expected) => {
    const others = years.map((year) => makeFilm({ title: film.title, year, refs: [`tmdb:${year}`] }));
    expect(judge(sight({ title: film.title, year: 2018 }), [film, ...others])).toBe(expected);
    const found = matchFilm(sight({ title: film.title, year: 2018 }), [film, ...others]);
    if (found.kind === 'ambiguous') expect(found.candidates).toHaveLength(3);
  });

  test('is joined under two titles of the film, however usual they are', () => {
    const home = makeFilm({ title: 'Home', originalTitle: 'Domov', year: 2008, refs: ['tmdb:1'] });
    expect(judge(sight({ title: 'Home', year: 2009 }), [home])).toBe('year-disagrees');
    const hint = { title: 'Home', alternativeTitles: ['Domov'], year: 2009 };
    expect(judge(sight(hint), [home])).toBe('sure');
  });
});

test('a year that no catalogue reaches is unknown, even for a film without a year', () => {
  const film = { ...sure, year: null };
  expect(judge(sight({ title: sure.title, year: 2027 }), [film], { coversUntil: 2025 })).toBe(
    'year-disagrees',
  );
  expect(judge(sight({ title: sure.title, year: 2025 }), [film], { coversUntil: 2025 })).toBe('sure');
});

test.each<[Partial<FilmHint>, number | null]>([
  [{ title: 'Dune', year: 1984, refs: ['letterboxd:dune-2021'] }, 1984],
  [{ title: 'Dune', refs: ['letterboxd:dune-2021'] }, 2021],
  [{ title: 'The Little Women', refs: ['rottentomatoes:little_women_2019'] }, 2019],
  [{ title: 'Blade Runner 2049', refs: ['letterboxd:blade-runner-2049'] }, null],
  [{ title: 'Death Race 2000', refs: ['letterboxd:death-race-2000'] }, null],
  [{ title: 'Dune: Part Two', refs: ['letterboxd:dune-2021'] }, null],
  [{ title: 'Dune', refs: ['letterboxd:dune', 'tmdb:2021'] }, null],
])('findYear of %j is %s', (hint, expected) => {
  expect(findYear(sight(hint).hint)).toBe(expected);
});

describe('a film of the stated year whose title differs by an article', () => {
  const shaft = makeFilm({
    title: 'Shaft',
    year: 2000,
    refs: ['imdb:tt0162650'],
    directors: ['John Singleton'],
  });
  const down = makeFilm({
    title: 'Down',
    alternativeTitles: ['The Shaft'],
    year: 2001,
    refs: ['imdb:tt0247303'],
    directors: ['Dick Maas'],
  });

  test.each<[string, Partial<FilmHint>, Film[], string]>([
    [
      'is asked about while a film of the year before has the very title',
      {},
      [down, shaft],
      'same-title-several-films',
    ],
    ['is the film if no other has the very title', {}, [down], 'sure'],
    ['is the film if its director is stated', { directors: ['Dick Maas'] }, [down, shaft], 'sure'],
    [
      'is not the film if the other’s director is stated',
      { directors: ['John Singleton'] },
      [down, shaft],
      'sure',
    ],
    ['is the film if the title has its article', { title: 'The Shaft' }, [down, shaft], 'sure'],
  ])('%s', (_what, hint, films, expected) => {
    expect(judge(sight({ title: 'Shaft', year: 2001, ...hint }), films)).toBe(expected);
  });
});
