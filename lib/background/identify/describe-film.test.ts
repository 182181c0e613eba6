import { beforeEach, describe, expect, test, vi } from 'vitest';
import { makeFilm } from '../../films/make-film.ts';
import { formatHintAsFilm, listCorrectionKeys } from '../../films/hint-film.ts';
import { isSameFilm } from '../../films/same-film.ts';
import { correctMatch, logEntry, rateFilm } from '../../watchlog/commands/commands.ts';
import { createLogFixture, her, type LogFixture } from '../../watchlog/testing/fixture.ts';
import type { ReadLog } from '../messages/log-access.ts';
import { catalogueFilms, makeCatalogue, makeHint, makeScore } from '../testing/films.ts';
import { startRecordedSources } from '../testing/sources.ts';
import { createCatalogueLookUp } from './catalogue-lookup.ts';
import { describeFilm } from './describe-film.ts';
import { createIdentify, type Identify } from './identify.ts';

const sample = {
  film: makeFilm({ title: 'Old Reel', year: 1990 }),
  scores: [makeScore(50)],
};
const { catalogue } = await makeCatalogue([...catalogueFilms, sample]);
let fixture: LogFixture;
let identify: Identify;
const readLog: ReadLog = (query) => fixture.log.read(query);

beforeEach(async () => {
  fixture = await createLogFixture();
  identify = createIdentify({
    lookUp: createCatalogueLookUp({
      loadCatalogues: () => Promise.resolve([catalogue]),
      cache: { load: () => Promise.resolve(new Map()), save: () => Promise.resolve() },
    }),
    readLog,
  });
});

const describeHint = (hint: Parameters<typeof makeHint>[0]) =>
  describeFilm({ hint: makeHint(hint) }, { identify, readLog });

test('a known film comes with its scores, and with the rating and the entries of the user', async () => {
  await fixture.log.write(rateFilm({ film: her, value: 9 }));
  await fixture.log.write(logEntry({ film: her, entry: { watchedOn: '2024-01-14' }, origin: 'popup' }));
  expect(await describeHint({ title: 'Her', year: 2013 })).toMatchObject({
    match: { kind: 'film', film: { title: 'Her' } },
    summary: { film: { title: 'Her' }, scores: [{ value: 95 }, { value: 82 }] },
    own: { rating: 9, watchedCount: 1 },
    entries: [{ watchedOn: '2024-01-14' }],
  });
});

test('a film without anything of the user has no entries', async () => {
  await fixture.log.write(logEntry({ film: her, entry: {}, origin: 'popup' }));
  expect(await describeHint({ title: 'King Kong', year: 2005 })).toMatchObject({
    summary: { scores: [{ value: 83 }] },
    own: null,
    entries: [],
  });
});

test('a work that nobody knows has neither a summary nor entries', async () => {
  expect(await describeHint({ title: 'Quiet Harbour', year: 2025 })).toEqual({
    match: { kind: 'unknown', reason: 'no-film-of-that-name' },
    summary: null,
    own: null,
    entries: [],
  });
});

describe('a review for which the user named the film', () => {
  const named = formatHintAsFilm(makeHint({ title: 'Quiet Harbour', year: 2025 }).hint);
  const answer = {
    status: { source: 'site:1', sourceName: 'Reel', state: 'ok' as const, until: null },
    films: [],
    reviews: [],
  };
  const describeIt = (hint: Parameters<typeof makeHint>[0]) =>
    describeFilm(
      { hint: makeHint(hint) },
      {
        identify,
        readLog,
        localReviews: {
          findAnswers: (films) =>
            Promise.resolve(films.map((film) => (film !== null && isSameFilm(film, named) ? [answer] : []))),
        },
        isSeriesTitle: () => Promise.resolve(true),
      },
    );

  test('is shown with it, though no catalogue has the film', async () => {
    const found = await describeIt({ title: 'Quiet Harbour', year: 2025 });
    expect(found).toMatchObject({
      summary: { film: { title: 'Quiet Harbour' }, statuses: [{ sourceName: 'Reel' }] },
    });
    expect(found).not.toHaveProperty('isSeries');
  });

  test('is not shown with another, nor with one of another year', async () => {
    expect(await describeIt({ title: 'Loud Harbour', year: 2025 })).toMatchObject({
      summary: null,
      isSeries: true,
    });
    expect(await describeIt({ title: 'Quiet Harbour', year: 1987 })).toMatchObject({ summary: null });
  });

  test('is not shown where the user said that the page means no film', async () => {
    const { hint } = makeHint({ title: 'Quiet Harbour', year: 2025 });
    await fixture.log.write(correctMatch({ keys: listCorrectionKeys(hint), film: null }));
    expect(await describeIt({ title: 'Quiet Harbour', year: 2025 })).toMatchObject({ summary: null });
  });
});

test('a title of several films has no summary', async () => {
  expect(await describeHint({ title: 'King Kong' })).toMatchObject({
    match: { kind: 'ambiguous' },
    summary: null,
  });
});

test('where nothing was identified the work is unknown', async () => {
  const described = await describeFilm(
    { hint: makeHint({ title: 'Her' }) },
    { identify: () => Promise.resolve([]), readLog },
  );
  expect(described).toEqual({
    match: { kind: 'unknown', reason: 'no-film-of-that-name' },
    summary: null,
    own: null,
    entries: [],
  });
});

test('live sources are asked for the film as for one that is opened, and nobody waits for them', async () => {
  const { live, asked } = startRecordedSources();
  const refresh = vi.spyOn(live, 'refresh');
  await describeFilm({ hint: makeHint({ title: 'Her', year: 2013 }) }, { identify, readLog, live });
  await vi.waitFor(() => expect(asked).toEqual(['wikidata: Her 2013', 'omdb: Her 2013']));
  expect(refresh.mock.calls[0]?.[1].reason).toBe('opened');
});

test('a fault of live sources is reported on the console, and the film is described all the same', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const { live } = startRecordedSources();
  vi.spyOn(live, 'refresh').mockRejectedValue(new Error('no network'));
  const { match } = await describeFilm(
    { hint: makeHint({ title: 'Her', year: 2013 }) },
    { identify, readLog, live },
  );
  expect(match.kind).toBe('film');
  await vi.waitFor(() =>
    expect(warn).toHaveBeenCalledWith('marquee: live sources:', new Error('no network')),
  );
  warn.mockRestore();
});
