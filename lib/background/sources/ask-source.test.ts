// How sources are asked, and what is remembered of a question that was not answered.
import { beforeEach, expect, test, vi } from 'vitest';
import { makeFilm } from '../../films/make-film.ts';
import type { Film } from '../../films/types.ts';
import { dayMs } from '../../dates/stored-time.ts';
import { SourceError } from '../../reviews/sources/errors.ts';
import type { FoundFilm, SourceErrorCode } from '../../reviews/sources/types.ts';
import { startRecordedSources } from '../testing/sources.ts';

const { signal } = new AbortController();
const opened = { reason: 'opened', signal } as const;
const her = makeFilm({ title: 'Her', year: 2013, refs: ['imdb:tt1798709'] });
const heat = makeFilm({ title: 'Heat', year: 1995, refs: ['imdb:tt0113277'] });
const minuteMs = 60_000;

const score = {
  source: 'imdb',
  sourceName: 'IMDb',
  kind: 'audience',
  value: 8,
  worst: 1,
  best: 10,
  count: 3,
  url: null,
  licence: null,

  asOf: '2026',
  note: null,
} as const;
const foundUnderOtherName = (film: Film): FoundFilm => ({
  film: { ...film, title: `${film.title} (found)` },
  scores: [score],
  reviews: [],
});

/** OMDb, and nothing else, is on. */
function startOmdb() {
  const recorded = startRecordedSources();
  recorded.switches.on = ['omdb'];
  const readStatus = async () => (await recorded.live.read([her]))[0]?.[0]?.status;
  return { ...recorded, readStatus };
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockReturnValue();
});

test('a source that was never asked says so', async () => {
  const { readStatus } = startOmdb();
  expect(await readStatus()).toEqual({
    source: 'omdb',
    sourceName: 'omdb',
    state: 'not-asked',
    until: null,
    fetchedAt: null,
    hasData: false,
  });
});

test('only the sources that are on are read, each for every film, in their own order', async () => {
  const { live, switches } = startRecordedSources();
  const list = async () =>
    (await live.read([her, heat])).map((answers) => answers.map(({ status }) => status.source));
  switches.on = ['omdb', 'wikidata'];
  expect(await list()).toEqual([
    ['wikidata', 'omdb'],
    ['wikidata', 'omdb'],
  ]);
  switches.on = ['omdb'];
  expect(await list()).toEqual([['omdb'], ['omdb']]);
});

test('what a source found is about the film that was asked for, and says that its data is shown', async () => {
  const { live, switches, countNews } = startOmdb();
  switches.found = foundUnderOtherName;
  await live.refresh([her], opened);
  expect(countNews()).toBe(1);
  const read = async (): Promise<unknown> => (await live.read([her]))[0];
  const status = { source: 'omdb', state: 'ok', fetchedAt: switches.now, hasData: true };
  expect(await read()).toMatchObject([{ status, films: [{ film: her, scores: [score] }], reviews: [] }]);
  switches.now += dayMs;
  expect(await read()).toMatchObject([{ status: { state: 'stale', hasData: true } }]);
});

test('a source that has nothing says so', async () => {
  const { live, switches, readStatus } = startOmdb();
  await live.refresh([her], opened);
  const status = { state: 'none', fetchedAt: switches.now, hasData: false };
  expect(await readStatus()).toMatchObject(status);
  expect(await live.read([her])).toMatchObject([[{ films: [], reviews: [] }]]);
});

test.each<[SourceErrorCode, string]>([
  ['limit-reached', 'limit-reached'],
  ['no-key', 'no-key'],
  ['invalid-key', 'no-key'],
  ['no-permission', 'no-permission'],
  ['offline', 'offline'],
  ['failed', 'failed'],
  ['malformed', 'failed'],
  ['too-large', 'failed'],
  ['redirected', 'failed'],
])('the fault %s is shown as %s, and only a limit with the time it ends', async (code, state) => {
  const { live, switches, readStatus } = startOmdb();
  const until = switches.now + 5 * minuteMs;
  switches.fault = new SourceError(code, 'no answer', until);
  await live.refresh([her], opened);
  expect(await readStatus()).toMatchObject({
    state,
    until: code === 'limit-reached' ? until : null,
    fetchedAt: null,
  });
  expect(console.warn).not.toHaveBeenCalled();
});

test('a fault of another kind is reported to the console and shown as a failure', async () => {
  const { live, switches, readStatus } = startOmdb();
  switches.fault = new TypeError('a bug');
  await live.refresh([her], opened);
  expect(await readStatus()).toMatchObject({ state: 'failed' });
  expect(console.warn).toHaveBeenCalledExactlyOnceWith(
    expect.stringContaining('source omdb'),
    switches.fault,
  );
});

test('an answer that was aborted leaves no fault', async () => {
  const { live, switches, readStatus } = startOmdb();
  switches.fault = new DOMException('gone', 'AbortError');
  await live.refresh([her], opened);
  expect(await readStatus()).toMatchObject({ state: 'not-asked' });
});

test('another fault of the browser is remembered as a failure', async () => {
  const { live, switches, readStatus } = startOmdb();
  switches.fault = new DOMException('full', 'QuotaExceededError');
  await live.refresh([her], opened);
  expect(await readStatus()).toMatchObject({ state: 'failed' });
});

test.each<[SourceErrorCode, number | null, number]>([
  ['failed', null, 2],
  ['failed', 1, 2],
  ['limit-reached', 30, 30],
])('after %s until minute %s a film rests for %i minutes', async (code, until, minutes) => {
  const { live, switches, asked } = startOmdb();
  const ends = until === null ? null : switches.now + until * minuteMs;
  switches.fault = new SourceError(code, 'no answer', ends);
  await live.refresh([her], opened);
  switches.now += minutes * minuteMs - 1;
  await live.refresh([her], opened);
  expect(asked).toHaveLength(1);
  switches.now += 1;
  await live.refresh([her], opened);
  expect(asked).toHaveLength(2);
});

test.each<SourceErrorCode>(['no-key', 'invalid-key', 'no-permission'])(
  'after %s a film is asked for again at once, and the same fault again is no news',
  async (code) => {
    const { live, switches, asked, countNews } = startOmdb();
    switches.fault = new SourceError(code, 'no answer', switches.now + dayMs);
    for (const requests of [1, 2]) {
      await live.refresh([her], opened);
      expect([asked.length, countNews()]).toEqual([requests, 1]);
    }
    switches.fault = new SourceError(code === 'no-key' ? 'no-permission' : 'no-key', 'no answer');
    await live.refresh([her], opened);
    expect(countNews()).toBe(2);
  },
);

test('the same failure again is news: its time is another', async () => {
  const { live, switches, countNews } = startOmdb();
  switches.fault = new SourceError('failed', 'no answer');
  for (const news of [1, 2]) {
    await live.refresh([her], opened);
    expect(countNews()).toBe(news);
    switches.now += 2 * minuteMs;
  }
});

test('a missing key has a code of its own', async () => {
  const { live, switches, readStatus } = startOmdb();
  switches.key = null;
  await live.refresh([her], opened);
  expect(await readStatus()).toMatchObject({ state: 'no-key' });
});

test('a source gets its own key alone, the languages, the time and a signal', async () => {
  const { live, switches, contexts, asked } = startRecordedSources();
  await live.refresh([her], opened);
  expect(asked).toEqual(['wikidata: Her 2013', 'omdb: Her 2013']);
  expect(contexts).toMatchObject([
    { key: null, languages: ['en'], now: switches.now },
    { key: 'k', languages: ['en'], now: switches.now },
  ]);
  expect(contexts.map((context) => context.signal.aborted)).toEqual([false, false]);
});

test('a request of a source that was switched off meanwhile is not sent', async () => {
  const { live, switches, contexts, sent } = startOmdb();
  await live.refresh([her], opened);
  const [context] = contexts;
  const url = 'https://omdb.example/her';
  await context?.fetch(url, { signal });
  expect(sent).toEqual([url]);
  switches.on = ['wikidata'];
  await expect(context?.fetch(`${url}?again`, { signal })).rejects.toMatchObject({ code: 'no-permission' });
  await expect(context?.fetch('https://wikidata.example/', { signal })).rejects.toMatchObject({
    code: 'redirected',
  });
  expect(sent).toEqual([url]);
});

test('a key is checked at its service, although the service is off', async () => {
  const { live, switches, sources, sent } = startRecordedSources();
  switches.on = [];
  const [wikidata, omdb] = sources;
  if (!wikidata || !omdb) throw new Error('no sources');
  await live.checkKey(omdb, 'new key');
  expect(sent).toEqual(['https://omdb.example/check?new key']);
  await live.checkKey(wikidata, 'new key');
  expect(sent).toHaveLength(1);
});
