import { beforeEach, describe, expect, test, vi } from 'vitest';
import { listCorrectionKeys } from '../../films/hint-film.ts';
import { emptyFilm, makeFilm } from '../../films/make-film.ts';
import type { SightedHint } from '../../films/types.ts';
import { listScores } from '../../reviews/summary.ts';
import type { Catalogue } from '../../catalogue/types.ts';
import { correctMatch, logEntry, rateFilm, setWatchlist } from '../../watchlog/commands/commands.ts';
import { createLogFixture, filmInput, type LogFixture } from '../../watchlog/testing/fixture.ts';
import type { LookupCache } from './lookup-cache.ts';
import { createIdentify, type Identified, type Identify } from './identify.ts';
import { createCatalogueLookUp } from './catalogue-lookup.ts';
import type { RatingsLookUp } from '../catalogues/ratings-lookup.ts';
import { makeHint, makeCatalogue, makeScore } from '../testing/films.ts';

const noCache: LookupCache = { load: () => Promise.resolve(new Map()), save: () => Promise.resolve() };
const { catalogue } = await makeCatalogue();
let fixture: LogFixture;

function identifyWith(catalogues: Catalogue[]): Identify {
  const lookUp = createCatalogueLookUp({ loadCatalogues: () => Promise.resolve(catalogues), cache: noCache });
  return createIdentify({ lookUp, readLog: (query) => fixture.log.read(query) });
}
const identify = identifyWith([catalogue]);

beforeEach(async () => {
  fixture = await createLogFixture();
});

test.each([
  ['an id decides', makeHint({ title: 'Whatever', refs: ['imdb:tt1798709'] }), 'film', 'Her 2013'],
  ['title and year together', makeHint({ title: 'King Kong', year: 2005 }), 'film', 'King Kong 2005'],
  [
    'a title alone that one film has',
    makeHint({ title: 'Silent Lakes of Winter' }),
    'film',
    'Silent Lakes of Winter 1999',
  ],
  [
    'a director parts two of one year',
    makeHint({ title: 'Twins of Evening', year: 2001, directors: ['Bea Nobody'] }),
    'film',
    'Twins of Evening 2001',
  ],
  ['a title alone that two films have', makeHint({ title: 'King Kong' }), 'ambiguous', null],
  ['one title and year of two films', makeHint({ title: 'Twins of Evening', year: 2001 }), 'ambiguous', null],
  ['a year that no film of the name has', makeHint({ title: 'King Kong', year: 1990 }), 'unknown', null],
  ['a name of no film', makeHint({ title: 'Nothing of the Kind' }), 'unknown', null],
  ['a series of the name', makeHint({ title: 'Her', year: 2013, kind: 'series' }), 'unknown', null],
  ['a word in running text', makeHint({ title: 'Her' }, { certainty: 'possible' }), 'unknown', null],
])('%s', async (_rule, hint, kind, title) => {
  const [found] = await identify([hint]);
  expect(found?.match.kind).toBe(kind);
  expect(
    found?.match.kind === 'film' ? `${found.match.film.title} ${found.match.film.year ?? ''}` : null,
  ).toBe(title);
  expect(found?.answers.length === 0).toBe(kind !== 'film');
});

test('a film comes with the scores that its own catalogue rows give it, and no other film’s', async () => {
  const [found] = await identify([makeHint({ title: 'King Kong', year: 2005 })]);
  expect(listScores(found?.answers ?? []).map(({ value }) => value)).toEqual([83]);
  expect(found?.answers.map(({ status }) => status)).toEqual([
    { source: 'test', sourceName: 'Test catalogue', state: 'ok', until: null },
  ]);
});

test('two catalogues are one answer: the newest figure of each source and kind', async () => {
  const { catalogue: newer } = await makeCatalogue(
    [
      {
        film: makeFilm({ title: 'Her', year: 2013, refs: ['imdb:tt1798709', 'tmdb:152601'] }),
        scores: [
          {
            source: 'rottentomatoes',
            sourceName: 'Rotten Tomatoes',
            kind: 'critics',
            value: 94,
            worst: 0,
            best: 100,
            count: 300,
            url: null,
            licence: null,
            asOf: '2024-05-01',
            note: null,
          },
        ],
      },
    ],
    'newer',
  );
  const [found] = await identifyWith([catalogue, newer])([makeHint({ title: 'Her', year: 2013 })]);
  expect(listScores(found?.answers ?? []).map(({ kind, value }) => [kind, value])).toEqual([
    ['critics', 94],
    ['audience', 82],
  ]);
  expect(found?.match.kind === 'film' && found.match.film.refs).toContain('tmdb:152601');
});

test('the user’s own rating and entries come with the film, by whatever name the page gives', async () => {
  const her = filmInput('Her', 2013, 'imdb:tt1798709');
  await fixture.log.write(rateFilm({ film: her, value: 9 }));
  await fixture.log.write(logEntry({ film: her, entry: { watchedOn: '2024-01-14' }, origin: 'popup' }));
  const found = await identify([
    makeHint({ title: 'x', refs: ['imdb:tt1798709'] }),
    makeHint({ title: 'Her', year: 2013 }),
    makeHint({ title: 'King Kong', year: 2005 }),
  ]);
  expect(found.map(({ own }) => own && [own.rating, own.watchedCount])).toEqual([[9, 1], [9, 1], null]);
});

test('a film that no catalogue knows is known from the log', async () => {
  await fixture.log.write(setWatchlist({ film: filmInput('Home Movie of Mine', 2020), listed: true }));
  const [found] = await identify([makeHint({ title: 'Home Movie of Mine', year: 2020 })]);
  expect(found?.match).toMatchObject({ kind: 'film', film: { title: 'Home Movie of Mine' } });
  expect(found?.own?.onWatchlist).toBe(true);
  expect(listScores(found?.answers ?? [])).toEqual([]);
});

test('only a film that the catalogues did not give under the page’s names is looked up again', async () => {
  await fixture.log.write(setWatchlist({ film: filmInput('Home Movie of Mine', 2020), listed: true }));
  const lookUp = createCatalogueLookUp({
    loadCatalogues: () => Promise.resolve([catalogue]),
    cache: noCache,
  });
  const find = vi.spyOn(lookUp, 'find');
  const alone = createIdentify({ lookUp, readLog: (query) => fixture.log.read(query) });
  await alone([makeHint({ title: 'Her', year: 2013 }), makeHint({ title: 'King Kong' })]);
  expect(find).toHaveBeenCalledTimes(1);
  await alone([makeHint({ title: 'Home Movie of Mine', year: 2020 })]);
  expect(find).toHaveBeenCalledTimes(3);
});

test('a correction decides, with the scores of the film it names', async () => {
  const hint = makeHint({ title: 'King Kong' });
  const film = makeFilm({ title: 'King Kong', year: 1976, refs: ['imdb:tt0074751'] });
  await fixture.log.write(correctMatch({ keys: listCorrectionKeys(hint.hint), film }));
  const [found] = await identify([hint]);
  expect(found?.match).toMatchObject({ kind: 'film', reason: 'correction', film: { year: 1976 } });
  expect(listScores(found?.answers ?? []).map(({ value }) => value)).toEqual([46]);
});

test('a correction to a film of quite another name finds its scores too', async () => {
  const hint = makeHint({ title: 'Monster Ape' });
  const film = makeFilm({ title: 'King Kong', year: 2005, refs: ['imdb:tt0360717'] });
  await fixture.log.write(correctMatch({ keys: listCorrectionKeys(hint.hint), film }));
  const [found] = await identify([hint]);
  expect(listScores(found?.answers ?? []).map(({ value }) => value)).toEqual([83]);
});

test('a correction to none is obeyed, and one of a common word does not make a film of the word in running text', async () => {
  const none = makeHint({ title: 'Silent Lakes of Winter' });
  await fixture.log.write(correctMatch({ keys: listCorrectionKeys(none.hint), film: null }));
  const word = makeHint({ title: 'Her' });
  const her = makeFilm({ title: 'Her', year: 2013, refs: ['imdb:tt1798709'] });
  await fixture.log.write(correctMatch({ keys: listCorrectionKeys(word.hint), film: her }));
  const found = await identify([none, word, { ...word, certainty: 'possible' }]);
  expect(found.map(({ match }) => [match.kind, match.reason])).toEqual([
    ['unknown', 'correction'],
    ['film', 'correction'],
    ['unknown', 'too-little-evidence'],
  ]);
});

test('without the log films are shown without the user’s own', async () => {
  const lookUp = createCatalogueLookUp({
    loadCatalogues: () => Promise.resolve([catalogue]),
    cache: noCache,
  });
  const alone = createIdentify({ lookUp, readLog: () => Promise.resolve(null) });
  const [found] = await alone([makeHint({ title: 'Her', year: 2013 })]);
  expect(found).toMatchObject({
    match: { kind: 'film' },
    own: null,
    answers: [{ films: [{ scores: [{ value: 95 }, { value: 82 }] }] }],
  });
});

test('a thousand hints keep their order', async () => {
  const hints = Array.from({ length: 1000 }, (_, at) =>
    makeHint(at % 2 ? { title: 'Her', year: 2013 } : { title: `No Such Film ${at}` }),
  );
  const found = await identify(hints);
  expect(found.map(({ sighted }) => sighted)).toEqual(hints);
  expect(found.map(({ match }) => match.kind)).toEqual(hints.map((_, at) => (at % 2 ? 'film' : 'unknown')));
});

test('where only matches are wanted, the answers stay empty and nothing is put in the cache', async () => {
  await fixture.log.write(rateFilm({ film: filmInput('Her', 2013, 'imdb:tt1798709'), value: 9 }));
  const find = vi.fn(() => Promise.resolve([[]]));
  let readings = 0;
  const readLog = (): Promise<null> => {
    readings += 1;
    return Promise.resolve(null);
  };
  await createIdentify({ lookUp: { find }, readLog })([makeHint({ title: 'Her' })], { matchesOnly: true });
  expect(find).toHaveBeenCalledExactlyOnceWith([['title:her']], { isPassing: true });
  expect(readings).toBe(1);
  const [found] = await identify([makeHint({ title: 'Her', year: 2013 })], { matchesOnly: true });
  expect(found).toMatchObject({ match: { kind: 'film', film: { title: 'Her' } }, answers: [], own: null });
});

test('what is shown is looked up in the cache too', async () => {
  const find = vi.fn(() => Promise.resolve([[]]));
  await createIdentify({ lookUp: { find }, readLog: () => Promise.resolve(null) })([
    makeHint({ title: 'Her' }),
  ]);
  expect(find).toHaveBeenCalledExactlyOnceWith([['title:her']], { isPassing: false });
});

test('no hints are no answers', async () => {
  expect(await identify([])).toEqual([]);
});

test.each<[string, Parameters<typeof makeHint>, boolean]>([
  ['by its id', [{ title: 'Another Name', refs: ['tmdb:777'] }], true],
  ['by its id, of a kind that the page does not say', [{ title: 'X', refs: ['tmdb:777'], kind: null }], true],
  [
    'by its id, though its year is far off',
    [{ title: 'Another Name', refs: ['tmdb:777'], year: 1980 }],
    true,
  ],
  [
    'by its id, though its director is another',
    [{ title: 'Home movie of mine', refs: ['tmdb:777'], directors: ['Al Pacino'] }],
    true,
  ],
  [
    'by its id, not if title, director and year are others',
    [{ title: 'Another Name', refs: ['tmdb:777'], directors: ['Al Pacino'], year: 1980 }],
    false,
  ],
  ['by its id, of a series', [{ title: 'X', refs: ['tmdb:777'], kind: 'series' }], false],
  [
    'by its id in running text, though its year is far off',
    [{ title: 'X', refs: ['tmdb:777'], year: 1980 }, { certainty: 'possible' }],
    false,
  ],
  ['by another id', [{ title: 'Another Name', refs: ['tmdb:778'] }], false],
])('a film of the log alone is known %s: %j', async (_what, [hint, more], isKnown) => {
  const film = { ...filmInput('Home Movie of Mine', 2020, 'tmdb:777'), directors: ['Ann Onymous'] };
  await fixture.log.write(setWatchlist({ film, listed: true }));
  const [found] = await identify([makeHint(hint, more)]);
  expect(found?.match.kind === 'film' && found.match.film.title).toBe(isKnown ? 'Home Movie of Mine' : false);
});

test('a film that is known to the log comes without what the log keeps for itself', async () => {
  await fixture.log.write(setWatchlist({ film: filmInput('Home Movie of Mine', 2020), listed: true }));
  const [found] = await identify([makeHint({ title: 'Home Movie of Mine', year: 2020 })]);
  const film = found?.match.kind === 'film' ? found.match.film : {};
  expect(Object.keys(film).sort()).toEqual(Object.keys(emptyFilm).sort());
});

test('of two films of the log under an id that the page gives none is taken against its year', async () => {
  for (const film of [
    filmInput('One', 1950, 'wikipedia:en:Home'),
    filmInput('Other', 1960, 'wikipedia:en:Home'),
  ])
    await fixture.log.write(setWatchlist({ film, listed: true }));
  const hint = makeHint({ title: 'Home', year: 2008, refs: ['wikipedia:en:Home'] });
  expect((await identify([hint]))[0]?.match.kind).toBe('unknown');
});

describe('IMDb’s ratings', () => {
  const rate = (...rated: string[]): RatingsLookUp => ({
    findScores: (lists) =>
      Promise.resolve(
        lists.map((refs) =>
          refs.some((ref) => rated.includes(ref))
            ? makeScore(8.4, { source: 'imdb', kind: 'audience', worst: 1, best: 10, asOf: '2026-11-29' })
            : null,
        ),
      ),
  });
  const identifyRated = (...rated: string[]): Identify => {
    const lookUp = createCatalogueLookUp({
      loadCatalogues: () => Promise.resolve([catalogue]),
      cache: noCache,
    });
    return createIdentify({
      lookUp,
      readLog: (query) => fixture.log.read(query),
      ratings: rate(...rated),
    });
  };
  const scoresOf = (found: Identified | undefined): [string, number][] =>
    listScores(found?.answers ?? []).map(({ source, value }) => [source, value]);

  test('join the scores of a film that a catalogue knows', async () => {
    const [found] = await identifyRated('imdb:tt1798709')([makeHint({ title: 'Her', year: 2013 })]);
    expect(scoresOf(found)).toEqual([
      ['rottentomatoes', 95],
      ['rottentomatoes', 82],
      ['imdb', 8.4],
    ]);
  });

  test('give a film that no catalogue knows its score and, by its id, its identity', async () => {
    const hint = makeHint({ title: 'Newer Than All', year: 2026, refs: ['imdb:tt30000001'] });
    const [found] = await identifyRated('imdb:tt30000001')([hint]);
    expect(found?.match).toMatchObject({
      kind: 'film',
      reason: 'ref',
      film: { title: 'Newer Than All', year: 2026, refs: ['imdb:tt30000001'] },
    });
    expect(scoresOf(found)).toEqual([['imdb', 8.4]]);
  });

  test('identify a film whose name is that of another film, by the id that only it has', async () => {
    const hint = makeHint({ title: 'King Kong', year: 2031, refs: ['imdb:tt30000001'] });
    const [found] = await identifyRated('imdb:tt30000001', 'imdb:tt0360717')([hint]);
    expect(found?.match).toMatchObject({ kind: 'film', film: { year: 2031, refs: ['imdb:tt30000001'] } });
  });

  test.each<[string, SightedHint]>([
    ['nobody says that it is a film', makeHint({ title: 'X', refs: ['imdb:tt30000001'], kind: null })],
    ['it is a series', makeHint({ title: 'X', refs: ['imdb:tt30000001'], kind: 'series' })],
    [
      'it is words in running text',
      makeHint({ title: 'X', refs: ['imdb:tt30000001'] }, { certainty: 'possible' }),
    ],
    ['it has two ids', makeHint({ title: 'X', refs: ['imdb:tt30000001', 'imdb:tt30000002'] })],
    ['IMDb does not rate it', makeHint({ title: 'X', refs: ['imdb:tt30000009'] })],
    [
      'the id is that of a film of another year',
      makeHint({ title: 'Her', year: 1980, refs: ['imdb:tt1798709'] }),
    ],
  ])('do not identify anything where %s', async (_why, hint) => {
    const [found] = await identifyRated('imdb:tt30000001', 'imdb:tt1798709')([hint]);
    expect(found?.match.kind).toBe('unknown');
    expect(found?.answers).toEqual([]);
  });

  test('do not undo the user’s own word that it is not a film', async () => {
    const hint = makeHint({ title: 'X', refs: ['imdb:tt30000001'] });
    await fixture.log.write(correctMatch({ keys: listCorrectionKeys(hint.hint), film: null }));
    const [found] = await identifyRated('imdb:tt30000001')([hint]);
    expect(found?.match).toEqual({ kind: 'unknown', reason: 'correction' });
  });
});
