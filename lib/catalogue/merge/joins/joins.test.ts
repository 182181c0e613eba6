import { describe, expect, test } from 'vitest';
import { chooseFacts } from '../choose-facts.ts';
import { sourceFilm } from '../source-film.ts';
import type { SourceFilm, SourceId } from '../types.ts';
import { joinSources } from './join-sources.ts';
import { settleDoubts } from './settle-doubts.ts';

let at = 0;
const film = (
  source: SourceId,
  english: string,
  year: number | null,
  facts: Partial<SourceFilm> = {},
): SourceFilm => sourceFilm(source, String((at += 1)).padStart(4, '0'), { english, year, ...facts });
const omdb = (title: string, year: number | null, facts: Partial<SourceFilm> = {}): SourceFilm =>
  film('omdb', title, year, facts);
const wikipedia = (title: string, year: number, facts: Partial<SourceFilm> = {}): SourceFilm =>
  film('wikipedia', title, year, facts);
const page = (title: string, year: number, facts: Partial<SourceFilm> = {}): SourceFilm =>
  film('rottentomatoes', title, year, facts);

const imdb = 'tt0000001';
const rottentomatoes = 'moor';
const andrei = { directors: ['Andrei Konchalovsky'] };
const ada = { directors: ['Ada One'] };
const bo = { directors: ['Bo Two'] };

describe('joinSources', () => {
  test.each<[string, films: SourceFilm[], count: number, refusals: number]>([
    ['one IMDb id', [omdb('Kiseki', 2011, { imdb }), page('I Wish', 2012, { imdb })], 1, 0],
    ['two IMDb ids', [omdb('Moor', 2011, { imdb }), page('Moor', 2011, { imdb: 'tt0000002' })], 2, 0],
    [
      'one Wikidata id with two IMDb ids',
      [
        omdb('Moor', 2011, { imdb, wikidata: 'Q1' }),
        page('Moor', 2011, { imdb: 'tt0000002', wikidata: 'Q1' }),
      ],
      2,
      0,
    ],
    ['title and year', [omdb('Moor', 2011), wikipedia('The Moor', 2011)], 1, 0],
    ['title and a year one off', [omdb('Moor', 2011), wikipedia('Moor', 2012)], 1, 0],
    ['title and a year two off', [omdb('Moor', 2011), wikipedia('Moor', 2013)], 2, 0],
    ['title, director and a year two off', [omdb('Moor', 2011, ada), wikipedia('Moor', 2013, ada)], 1, 0],
    [
      'title and year, and a director with two first names',
      [
        omdb('Moor', 2011, { imdb, directors: ['Charlie Two'] }),
        wikipedia('Moor', 2011, { directors: ['Charles Two'] }),
      ],
      1,
      0,
    ],
    ['title and year, but another director', [omdb('Moor', 2011, ada), wikipedia('Moor', 2011, bo)], 2, 0],
    [
      'a year one off with a namesake within five years',
      [omdb('Moor', 2011), omdb('Moor', 2015), wikipedia('Moor', 2012)],
      2,
      1,
    ],
    [
      'the same with a namesake of another country',
      [
        omdb('Moor', 2011),
        omdb('Moor', 2015, { countries: ['FR'] }),
        wikipedia('Moor', 2012, { countries: ['US'] }),
      ],
      2,
      0,
    ],
    [
      'the same with an agreeing director',
      [omdb('Moor', 2011, ada), omdb('Moor', 2015), wikipedia('Moor', 2012, ada)],
      2,
      0,
    ],
    [
      'the very year with a namesake four years off',
      [omdb('Moor', 2011), omdb('Moor', 2015), wikipedia('Moor', 2011)],
      2,
      0,
    ],
    [
      'the very year with a namesake two years off',
      [omdb('Moor', 2011), omdb('Moor', 2013), wikipedia('Moor', 2011)],
      2,
      1,
    ],
    [
      'two rows of a source for one film',
      [omdb('Moor', 2011), wikipedia('Moor', 2011, ada), wikipedia('Moor', 2012, bo)],
      1,
      2,
    ],
    [
      'a row in doubt with an id',
      [omdb('Moor', 2011), omdb('Moor', 2012), page('Moor', 2011, { imdb })],
      3,
      1,
    ],
    ['another title', [omdb('Moor', 2011, { others: ['The Fen'] }), wikipedia('The Fen', 2011)], 1, 0],
    [
      'two spellings of a director',
      [omdb('Moor', 2011, { imdb, directors: ['Andrey Konchalovskiy'] }), wikipedia('Moor', 2011, andrei)],
      1,
      0,
    ],
    [
      'a surname in two words',
      [
        omdb('Moor', 2011, { directors: ['Ada DaCosta'] }),
        wikipedia('Moor', 2011, { directors: ['A. Da Costa'] }),
      ],
      1,
      0,
    ],
    [
      'brothers under one name',
      [
        omdb('Moor', 2011, { directors: ['Hughes Brothers'] }),
        wikipedia('Moor', 2011, { directors: ['Albert Hughes'] }),
      ],
      1,
      0,
    ],
    [
      'a first name alone',
      [
        omdb('Moor', 2011, { directors: ['Walter Hill'] }),
        wikipedia('Moor', 2011, { directors: ['Walter Hall'] }),
      ],
      2,
      0,
    ],
    ['a page three years later', [omdb('Moor', 2011), page('Moor', 2014, { rottentomatoes })], 1, 0],
    ['a page four years later', [omdb('Moor', 2011), page('Moor', 2015, { rottentomatoes })], 2, 0],
    ['a page of two years before', [omdb('Moor', 2011), page('Moor', 2009, { rottentomatoes })], 2, 0],
    [
      'a page long after with two titles',
      [omdb('Moor', 2011, { others: ['Fen'] }), page('Moor', 2021, { rottentomatoes, others: ['Fen'] })],
      1,
      0,
    ],
    [
      'a page three years later with a namesake',
      [omdb('Moor', 2011), omdb('Moor', 1980), page('Moor', 2014, { rottentomatoes })],
      3,
      0,
    ],
    [
      'a page three years later beside that of another film',
      [omdb('Moor', 2011), page('Moor', 2014, { rottentomatoes }), page('Moor', 1980)],
      3,
      0,
    ],
    ['an article three years later', [omdb('Moor', 2011), wikipedia('Moor', 2014)], 2, 0],
    [
      'a page with an id, long after its film and with an older namesake',
      [omdb('Moor', 1993, { imdb }), omdb('Moor', 1977), page('Moor', 2001, { imdb })],
      2,
      0,
    ],
    ['neither year nor id', [omdb('Moor', null), omdb('Fen', null, { imdb })], 1, 1],
    ['one IMDb id for two films', [omdb('Moor', 1995, { imdb }), omdb('Fen', 2005, { imdb })], 2, 1],
  ])('%s', (_, films, count, refusals) => {
    const joining = joinSources(films);
    expect([joining.groups.list.size, joining.refusals.length]).toEqual([count, refusals]);
    const ids = [...joining.groups.list].map((group) => group.imdb).filter((id) => id !== null);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('an erotic film stays only if another source names it', () => {
    const erotic = { isErotic: true };
    const films = [omdb('Moor', 2011, erotic), omdb('Fen', 2011, erotic), wikipedia('Moor', 2011)];
    const { groups, ...joining } = joinSources(films);
    expect([...groups.list].map(chooseFacts)).toMatchObject([{ title: 'Moor' }]);
    expect(joining.erotic).toBe(1);
  });

  test('the scores of a remake do not go to the film whose id its page has', () => {
    const films = [
      omdb('Moor', 1931, { imdb }),
      omdb('Moor', 1979, { imdb: 'tt0000002' }),
      page('Moor', 1979, { imdb, others: ['Moor'], rottentomatoes: 'moor', critics: 59 }),
    ];
    const facts = [...joinSources(films).groups.list].map(chooseFacts);
    expect(facts.map(({ year, critics, rottentomatoes }) => [year, critics, rottentomatoes])).toEqual([
      [1931, null, null],
      [1979, 59, 'moor'],
    ]);
  });

  test('a page whose address has the year of the film keeps its scores', () => {
    const films = [
      omdb('Moor', 2015),
      omdb('Moor', 2020, { imdb }),
      page('Moor', 2015, { imdb, rottentomatoes: 'moor_2020', critics: 67 }),
    ];
    const facts = [...joinSources(films).groups.list].map(chooseFacts);
    expect(facts.map(({ year, critics }) => [year, critics])).toEqual([
      [2015, null],
      [2020, 67],
    ]);
  });

  test("the id's own source has the year, and the English and the original title are both known", () => {
    const films = [
      film('omdb', 'Silk', 2005, { english: null, original: 'Gui si', imdb, languages: ['zh'] }),
      page('Silk', 2006, { imdb, critics: 40 }),
    ];
    expect([...joinSources(films).groups.list].map(chooseFacts)).toMatchObject([
      { title: 'Silk', original: 'Gui si', year: 2005, critics: 40 },
    ]);
  });
});

describe('settleDoubts', () => {
  test.each<[string, SourceFilm[], string]>([
    [
      'two ids',
      [omdb('Moor', 2011, { imdb }), omdb('Moor', 2011, { imdb: 'tt0000002' })],
      'told apart by ids',
    ],
    ['two directors', [omdb('Moor', 2011, ada), omdb('Moor', 2012, bo)], 'told apart by directors'],
    [
      'two lengths',
      [omdb('Moor', 2011, { minutes: 90 }), omdb('Moor', 2012, { minutes: 110 })],
      'told apart by length or form',
    ],
    [
      'a short and a feature',
      [omdb('Moor', 2011, { form: '' }), omdb('Moor', 2011, { form: 'short' })],
      'told apart by length or form',
    ],
    [
      'two countries',
      [omdb('Moor', 2011, { countries: ['FR'] }), omdb('Moor', 2011, { countries: ['US'] })],
      'told apart by countries',
    ],
    ['one length', [omdb('Moor', 2011, { minutes: 90 }), omdb('Moor', 2012, { minutes: 91 })], 'joined'],
    [
      'one length, another article',
      [omdb('Moor', 2011, { minutes: 90 }), omdb('The Moor', 2011, { minutes: 90 })],
      'in doubt',
    ],
    ['nothing', [omdb('Moor', 2011), omdb('Moor', 2012)], 'in doubt'],
    [
      'one last name of directors, in one source',
      [
        omdb('Moor', 2011, { imdb, directors: ['Charlie Two'] }),
        omdb('Moor', 2011, { directors: ['Charles Two'] }),
      ],
      'in doubt',
    ],
    [
      'another last name',
      [omdb('Moor', 2011, { imdb, directors: ['Charlie Two'] }), wikipedia('Moor', 2011, ada)],
      'told apart by directors',
    ],
  ])('%s', (_, films, verdict) => {
    const { groups } = joinSources(films);
    const settling = settleDoubts(groups);
    expect(settling.pairs).toEqual({ [verdict]: 1 });
    expect(groups.list.size).toBe(verdict === 'joined' ? 1 : 2);
    expect(settling.doubts.length).toBe(verdict === 'in doubt' ? 1 : 0);
  });
});
