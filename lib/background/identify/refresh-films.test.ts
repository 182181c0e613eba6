// What may be sent to services: which films of a page they are asked for, and which sources are asked.
import { beforeEach, describe, expect, test } from 'vitest';
import { makeFilm } from '../../films/make-film.ts';
import { listCorrectionKeys } from '../../films/hint-film.ts';
import type { SightedHint } from '../../films/types.ts';
import { correctMatch } from '../../watchlog/commands/commands.ts';
import { createLogFixture, type LogFixture } from '../../watchlog/testing/fixture.ts';
import { makeCatalogue, makeHint } from '../testing/films.ts';
import { startRecordedSources } from '../testing/sources.ts';
import { createCatalogueLookUp } from './catalogue-lookup.ts';
import { createIdentify } from './identify.ts';
import { refreshFilms } from './refresh-films.ts';

const { catalogue } = await makeCatalogue();
const { signal } = new AbortController();
const noCache = { load: () => Promise.resolve(new Map()), save: () => Promise.resolve() };
let fixture: LogFixture;

beforeEach(async () => {
  fixture = await createLogFixture();
});

/** What each source is asked when a page shows these, with a source that takes lists and one that does not. */
async function listAsked(hints: SightedHint[]): Promise<string[]> {
  const { live, asked } = startRecordedSources();
  const identify = createIdentify({
    lookUp: createCatalogueLookUp({ loadCatalogues: () => Promise.resolve([catalogue]), cache: noCache }),
    readLog: (query) => fixture.log.read(query),
  });
  await refreshFilms(live, await identify(hints), signal);
  return asked;
}

const unknown = { title: 'Quiet Harbour', year: 2025 };

describe('an unknown work', () => {
  test('that the page is about and calls a film is asked for at every source', async () => {
    expect(await listAsked([makeHint(unknown, { isSubject: true })])).toEqual([
      'wikidata: Quiet Harbour 2025',
      'omdb: Quiet Harbour 2025',
    ]);
  });

  test('of a list is asked for only where many fit into one request', async () => {
    expect(await listAsked([makeHint(unknown), makeHint({ title: 'Loud Harbour', year: 2024 })])).toEqual([
      'wikidata: Quiet Harbour 2025, Loud Harbour 2024',
    ]);
  });

  test('without a year is asked for by its id', async () => {
    const hint = makeHint({ title: 'Quiet Harbour', refs: ['imdb:tt7654321'] }, { isSubject: true });
    expect(await listAsked([hint])).toEqual(['wikidata: Quiet Harbour null', 'omdb: Quiet Harbour null']);
  });

  test.each<[string, SightedHint, string]>([
    ['the year of no film', makeHint({ title: 'King Kong', year: 1990 }), 'King Kong 1990'],
    ['another id', makeHint({ title: 'Her', year: 2013, refs: ['imdb:tt0000001'] }), 'Her 2013'],
    ['another id and no year', makeHint({ title: 'Her', refs: ['imdb:tt0000001'] }), 'Her null'],
    ['another director', makeHint({ title: 'Her', year: 2013, directors: ['Ann Onymous'] }), 'Her 2013'],
    ['the year after that of the known film', makeHint({ title: 'Her', year: 2014 }), 'Her 2014'],
  ])('with a known title and %s is asked for', async (_what, hint, asked) => {
    expect(await listAsked([{ ...hint, isSubject: true }])).toEqual([`wikidata: ${asked}`, `omdb: ${asked}`]);
  });

  test.each<[string, SightedHint]>([
    ['may be no film', makeHint(unknown, { certainty: 'possible', evidence: ['text'] })],
    [
      'may be no film, although the words around it speak of one',
      makeHint(unknown, {
        certainty: 'possible',
        context: { yearBeside: true, setApart: true, filmWordsNear: true, namesNear: ['Ana Lund'] },
      }),
    ],
    ['is of a kind that the page does not say', makeHint({ ...unknown, kind: null })],
    ['is a series', makeHint({ ...unknown, kind: 'series' })],
    ['is a season', makeHint({ ...unknown, kind: 'season' })],
    ['is an episode', makeHint({ ...unknown, kind: 'episode', refs: ['imdb:tt7654321'] })],
    ['is a game', makeHint({ ...unknown, kind: 'game' })],
    ['is a book', makeHint({ ...unknown, kind: 'book' })],
    ['has neither year nor id', makeHint({ title: 'Quiet Harbour' })],
    ['has a title of several known films', makeHint({ title: 'King Kong' })],
    ['is a known title in running text', makeHint({ title: 'Her' }, { certainty: 'possible' })],
  ])('that %s is not asked for', async (_what, hint) => {
    expect(await listAsked([hint, { ...hint, isSubject: true }])).toEqual([]);
  });

  test('of which the user said that it is no film is not asked for', async () => {
    const hint = makeHint(unknown, { isSubject: true });
    await fixture.log.write(correctMatch({ keys: listCorrectionKeys(hint.hint), film: null }));
    expect(await listAsked([hint])).toEqual([]);
  });
});

test('a known film is asked for as it is known, not as the page names it', async () => {
  const hint = makeHint({ title: 'She', refs: ['imdb:tt1798709'] }, { isSubject: true });
  expect(await listAsked([hint])).toEqual(['wikidata: Her 2013', 'omdb: Her 2013']);
  const film = makeFilm({ title: 'King Kong', year: 2005, refs: ['imdb:tt0360717'] });
  await fixture.log.write(correctMatch({ keys: listCorrectionKeys(hint.hint), film }));
  expect(await listAsked([hint])).toEqual(['wikidata: King Kong 2005', 'omdb: King Kong 2005']);
});
