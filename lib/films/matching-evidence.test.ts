import { describe, expect, test } from 'vitest';
import { makeFilm } from './make-film.ts';
import { matchFilm } from './matching.ts';
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

describe('what decides between films', () => {
  const home = (year: number | null, more: Partial<Film> = {}): Film =>
    makeFilm({ title: 'Home', year, refs: [`tmdb:${year ?? 1}`], ...more });
  /** Films with such titles are hardly ever a year apart. */
  const rare = { title: 'Marjorie Prime' };
  /** Hardly any two films have such a title. */
  const longest = { title: 'Koyaanisqatsi Marjorie Zootopia Bilbao Tenet' };
  const released = [{ date: '2012-05-01', region: 'DE' }];

  /** The year of the film that is meant; of several films their years, of none the reason. */
  function match(hint: Partial<FilmHint>, films: Film[]): [number | null | string, string] | string {
    const found = matchFilm(sight({ title: 'Home', ...hint }), films);
    if (found.kind === 'film') return [found.film.year, found.reason];
    if (found.kind === 'unknown') return found.reason;
    return [found.candidates.map(({ year }) => year).join(' '), found.reason];
  }

  test.each<[string, Partial<FilmHint>, Film[], ReturnType<typeof match>]>([
    ['an id, though the year is two off', { refs: ['tmdb:2008'], year: 2010 }, [home(2008)], [2008, 'ref']],
    [
      'an id, not where the year is three off',
      { refs: ['tmdb:2008'], year: 2011 },
      [home(2008)],
      'year-disagrees',
    ],
    ['nor three before', { refs: ['tmdb:2008'], year: 2005 }, [home(2008)], 'year-disagrees'],
    [
      'an id, where a release was in the year',
      { refs: ['tmdb:2008'], year: 2012 },
      [home(2008, { releases: [{ date: '2008', region: null }, ...released] })],
      [2008, 'ref'],
    ],
    [
      'an id, though the title is another',
      { title: 'Heim', refs: ['tmdb:2008'], year: 2009 },
      [home(2008)],
      [2008, 'ref'],
    ],
    [
      'an id, though the director is another',
      { refs: ['tmdb:2008'], directors: ['Tim Johnson'] },
      [home(2008, { directors: ['Ursula Meier'] })],
      [2008, 'ref'],
    ],
    [
      'not an id where title and director are others',
      { title: 'Heim', refs: ['tmdb:2008'], directors: ['Tim Johnson'] },
      [home(2008, { directors: ['Ursula Meier'] })],
      'director-disagrees',
    ],
    [
      'of two ids of a system the one whose title agrees',
      { refs: ['tmdb:2008', 'tmdb:2009'] },
      [home(2008), home(2009, { title: 'Heim' })],
      [2008, 'ref'],
    ],
    [
      'of two ids of a system the one whose director agrees',
      { title: 'Dom', refs: ['tmdb:2008', 'tmdb:2009'], directors: ['Ursula Meier'] },
      [home(2008, { directors: ['Ursula Meier'] }), home(2009)],
      [2008, 'ref'],
    ],
    [
      'neither of two ids whose titles are others',
      { title: 'Dom', refs: ['tmdb:2008', 'tmdb:2009'] },
      [home(2008), home(2009)],
      'refs-disagree',
    ],
    [
      'nor one of two where no other film is known',
      { title: 'Dom', refs: ['tmdb:2008', 'tmdb:2009'] },
      [home(2008)],
      'refs-disagree',
    ],
    [
      'two ids of one film, whatever the title',
      { title: 'Dom', refs: ['tmdb:2008', 'tmdb:2009'] },
      [home(2008, { refs: ['tmdb:2008', 'tmdb:2009'] })],
      [2008, 'ref'],
    ],
    ['an id without a year', { refs: ['tmdb:2008'] }, [home(2008)], [2008, 'ref']],
    ['an id of a film without a year', { refs: ['tmdb:1'], year: 2008 }, [home(null)], [null, 'ref']],
    [
      'of two films of an id the one whose year agrees',
      { refs: ['wikipedia:en:Home'], year: 2008 },
      [home(2008, { refs: ['wikipedia:en:Home'] }), home(1954, { refs: ['wikipedia:en:Home'] })],
      [2008, 'ref'],
    ],
    ['title and year', { year: 2008 }, [home(2009), home(2008)], [2008, 'title-and-year']],
    [
      'title and the year of a release',
      { year: 2012 },
      [home(2010, { releases: released })],
      [2010, 'title-and-year'],
    ],
    [
      'the year of a release, not where the title agrees only loosely',
      { title: 'Spiderman', year: 2012 },
      [home(2010, { title: 'Spider-Man', releases: released })],
      'year-disagrees',
    ],
    ['a year one off', { ...rare, year: 2018 }, [home(2017, rare)], [2017, 'title-and-near-year']],
    ['not where films of such titles are a year apart', { year: 2009 }, [home(2008)], 'year-disagrees'],
    ['not a year two off', { year: 2010 }, [home(2008)], 'year-disagrees'],
    [
      'a year one off, with a rival five years off',
      { ...rare, year: 2009 },
      [home(2008, rare), home(2014, rare)],
      [2008, 'title-and-near-year'],
    ],
    [
      'not a year one off with a rival four years off',
      { year: 2009 },
      [home(2008), home(2013)],
      ['2008 2013', 'same-title-several-films'],
    ],
    [
      'not a year one off with a rival of no year',
      { year: 2009 },
      [home(2008), home(null)],
      ['2008 ', 'same-title-several-films'],
    ],
    [
      'a year one off and the director, whatever the rivals',
      { year: 2009, directors: ['Ursula Meier'] },
      [home(2008, { directors: ['Ursula Meier'] }), home(2010), home(2012)],
      [2008, 'title-and-near-year'],
    ],
    [
      'not a year one off where the title differs in its article',
      { title: 'The Home', year: 2009 },
      [home(2008)],
      'year-disagrees',
    ],
    [
      'the title of a film without a year',
      { ...longest, year: 2009 },
      [home(null, longest)],
      [null, 'only-film-of-title'],
    ],
    [
      'not one without a year beside one of another',
      { year: 2009 },
      [home(null), home(1999)],
      'year-disagrees',
    ],
    [
      'the director',
      { directors: ['Ursula Meier'] },
      [home(2008, { directors: ['Ursula Meier'] }), home(2009)],
      [2008, 'title-and-director'],
    ],
    [
      'not another director',
      { directors: ['Ursula Meier'] },
      [home(2008, { directors: ['Tim Johnson'] })],
      'director-disagrees',
    ],
    [
      'the year and the director, of two films of the year',
      { year: 2008, directors: ['Ursula Meier'] },
      [home(2008, { refs: ['tmdb:2'] }), home(2008, { refs: ['tmdb:1'], directors: ['Ursula Meier'] })],
      [2008, 'title-and-year'],
    ],
    ['a title alone', longest, [home(1999, longest)], [1999, 'only-film-of-title']],
    ['not one that many films have', {}, [home(2008)], ['2008', 'title-alone']],
    [
      'one that many films have, and another title',
      { alternativeTitles: ['Ev'] },
      [home(2008, { originalTitle: 'Ev' })],
      [2008, 'only-film-of-title'],
    ],
    ['not a title of two films', {}, [home(2008), home(2009)], ['2008 2009', 'same-title-several-films']],
    [
      'a title but for its article',
      { title: `The ${longest.title}` },
      [home(1999, longest)],
      [1999, 'only-film-of-title'],
    ],
    ['not a common word but for its article', { title: 'The Home' }, [home(2008)], 'too-little-evidence'],
    [
      'not a title that agrees only loosely',
      { title: 'Spiderman' },
      [home(2002, { title: 'Spider-Man' })],
      'too-little-evidence',
    ],
    [
      'the title with its article before the one without',
      { title: 'The Home', year: 2008 },
      [home(2008, { refs: ['tmdb:1'] }), home(2008, { refs: ['tmdb:2'], title: 'The Home' })],
      [2008, 'title-and-year'],
    ],
    [
      'the own title before another name',
      { alternativeTitles: ['Heim'], year: 2008 },
      [home(2008), makeFilm({ title: 'Heim', year: 2008, refs: ['tmdb:5'] })],
      [2008, 'title-and-year'],
    ],
    ['no other id', { refs: ['tmdb:1'] }, [home(2008)], 'refs-disagree'],
    ['no other title', { title: 'House' }, [home(2008)], 'no-film-of-that-name'],
    ['no game', { kind: 'game' }, [home(2008)], 'not-a-film'],
    ['the kind "film"', { ...longest, kind: 'film' }, [home(1999, longest)], [1999, 'only-film-of-title']],
  ])('%s', (_what, hint, films, expected) => {
    expect(match(hint, films)).toEqual(expected);
  });
});

describe('what is only possibly a film', () => {
  const known = (title: string, year: number, more: Partial<Film> = {}): Film =>
    makeFilm({ title, year, refs: [`tmdb:${year}`], ...more });
  const jonze = { directors: ['Spike Jonze'] };
  const her = known('Her', 2013, jonze);
  const nosferatu = known('Nosferatu', 1922, { directors: ['Friedrich Murnau'] });
  const prime = known('Marjorie Prime', 2017);
  const day = known('As Good as It Gets', 1997);
  const bueller = known("Ferris Bueller's Day Off", 1986);

  test.each<[string, Film, year: number | null, Partial<SightedHint['context']>, boolean]>([
    ['a common word', her, null, {}, false],
    [
      'a common word, set apart among words of films',
      her,
      null,
      { setApart: true, filmWordsNear: true },
      false,
    ],
    ['a common word near its director', her, null, { namesNear: ['Spike Jonze'] }, false],
    [
      'a common word, set apart near its director',
      her,
      null,
      { setApart: true, namesNear: ['Spike Jonze'] },
      true,
    ],
    [
      'a common word, set apart near somebody else',
      her,
      null,
      { setApart: true, namesNear: ['Al Pacino'] },
      false,
    ],
    ['a common word beside its year', her, 2013, { yearBeside: true }, true],
    ['a common word with its year elsewhere', her, 2013, {}, false],
    ['a common word beside a year one off', her, 2014, { yearBeside: true }, false],
    ['another word', nosferatu, null, {}, false],
    ['another word among words of films', nosferatu, null, { filmWordsNear: true }, false],
    ['another word, set apart', nosferatu, null, { setApart: true }, false],
    [
      'another word that many films have, set apart among words of films',
      nosferatu,
      null,
      { setApart: true, filmWordsNear: true },
      false,
    ],
    ['two words, set apart among words of films', prime, null, { setApart: true, filmWordsNear: true }, true],
    ['two words, set apart', prime, null, { setApart: true }, false],
    ['another word near its director', nosferatu, null, { namesNear: ['Friedrich Murnau'] }, true],
    ['other words beside a year one off', bueller, 1987, { yearBeside: true }, true],
    ['three everyday words', day, null, {}, false],
    ['three everyday words, set apart', day, null, { setApart: true }, true],
    ['unmistakable words', bueller, null, {}, true],
  ])('%s is a title: %#', (_what, film, year, context, isFilm) => {
    const sighted = sight({ title: film.title, year }, 'possible');
    const match = matchFilm({ ...sighted, context: { ...sighted.context, ...context } }, [film]);
    expect(match.kind !== 'unknown').toBe(isFilm);
  });

  test.each<[string, Partial<Film>]>([
    ['director', { directors: ['Ann Onymous'] }],
    ['writer', { writers: ['Ann Onymous'] }],
    ['actor', { cast: ['Bea Nobody', 'Ann Onymous'] }],
  ])('of two films of the name the one whose %s is named near it is meant', (_who, people) => {
    const films = [known('Suspiria', 1977, people), known('Suspiria', 2018)];
    const sighted = sight({ title: 'Suspiria' }, 'possible');
    const near = { ...sighted, context: { ...sighted.context, namesNear: ['Ann Onymous'] } };
    expect(matchFilm(near, films)).toMatchObject({
      kind: 'film',
      film: { year: 1977 },
      reason: 'title-and-director',
    });
    const both = films.map((film) => ({ ...film, ...people }));
    expect(matchFilm(near, both)).toMatchObject({ kind: 'ambiguous', reason: 'same-title-several-films' });
  });

  test('an actor beyond the tenth does not count', () => {
    const cast = [...Array.from({ length: 10 }, () => 'Bea Nobody'), 'Ann Onymous'];
    const sighted = sight({ title: 'Nosferatu' }, 'possible');
    const near = { ...sighted, context: { ...sighted.context, namesNear: ['Ann Onymous'] } };
    expect(matchFilm(near, [known('Nosferatu', 1922, { cast })]).kind).toBe('unknown');
    expect(matchFilm(near, [known('Nosferatu', 1922, { cast: cast.slice(1) })]).kind).toBe('film');
  });
});
