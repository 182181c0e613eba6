import { expect, test } from 'vitest';
import { omdb, parseOmdb } from './omdb.ts';
import type { FilmRef } from '../../films/types.ts';
import { makeFilm } from '../../films/make-film.ts';
import { omdbHer } from './testing/omdb.ts';
import { makeServer, reply } from './testing/server.ts';
import { tmdbHer, tmdbSearch } from './testing/tmdb.ts';
import { wikidataHer, wikidataItems, wikidataPeople } from './testing/wikidata.ts';
import { parseTmdb, tmdb } from './tmdb.ts';
import { wikidata } from './wikidata.ts';

const now = Date.UTC(2026, 10, 22, 12);
const contextOf = (fetch: ReturnType<typeof makeServer>['fetch'], languages = ['en']) => ({
  fetch,
  signal: new AbortController().signal,
  now,
  key: 'key',
  languages,
});

test('OMDb: audience and critics, each on its own scale, with votes, day and licence', () => {
  expect(parseOmdb(omdbHer, now)?.scores).toMatchObject([
    {
      source: 'imdb',
      kind: 'audience',
      value: 8,
      worst: 1,
      best: 10,
      count: 712345,
      asOf: '2026-11-22',
      licence: 'CC-BY-NC-4.0',
    },
    { source: 'rottentomatoes', kind: 'critics', value: 94, best: 100, count: null },
    { source: 'metacritic', kind: 'critics', value: 91, best: 100 },
  ]);
});

test.each(['N/A', '11', '11/10', 'NaN', '-1', '1e999', '8,5', '', '0.5', 8])(
  'OMDb: rejects the rating %j',
  (imdbRating) => {
    const found = parseOmdb({ ...omdbHer, imdbRating }, now);
    expect(found?.scores.filter(({ source }) => source === 'imdb')).toEqual([]);
  },
);

test.each([
  ['1,234', 1234],
  ['12345', 12345],
  ['1,23', null],
  ['N/A', null],
  ['-5', null],
])('OMDb: reads the votes %j as %j', (imdbVotes, count) => {
  expect(parseOmdb({ ...omdbHer, imdbVotes }, now)?.scores[0]?.count).toBe(count);
});

test.each<[string, string | null]>([
  ['Movie not found!', null],
  ['Incorrect IMDb ID.', null],
  ['Too many results.', null],
  ['Request limit reached!', 'limit-reached'],
  ['Invalid API key!', 'invalid-key'],
  ['No API key provided.', 'invalid-key'],
  ['Error getting data.', 'failed'],
])('OMDb: handles the error "%s" with status 200 or 401 as %j', async (Error, code) => {
  for (const status of [200, 401]) {
    const { fetch } = makeServer({ '/': { status, body: JSON.stringify({ Response: 'False', Error }) } });
    const answer = omdb.lookUp([makeFilm({ title: 'Her', year: 2013, refs: [] })], contextOf(fetch));
    if (code === null) expect(await answer).toEqual([null]);
    else await expect(answer).rejects.toMatchObject({ code });
  }
});

test('OMDb: pauses until midnight when the daily limit is reached', () => {
  expect(() => parseOmdb({ Response: 'False', Error: 'Request limit reached!' }, now)).toThrow(
    expect.objectContaining({ until: Date.UTC(2026, 10, 23) }),
  );
});

test('OMDb: finds no film in the answer for a series', () => {
  expect(parseOmdb({ ...omdbHer, Type: 'series' }, now)).toBeNull();
});

test('TMDB: reads the audience score and the reviews with their scores', () => {
  const { film, scores, reviews } = parseTmdb(tmdbHer, now);
  expect(film).toMatchObject({
    year: 2013,
    directors: ['Spike Jonze'],
    alternativeTitles: ['Она'],
    runtimeMinutes: 126,
  });
  expect(film.refs).toEqual(['tmdb:152601', 'imdb:tt1798709', 'wikidata:Q788822']);
  expect(scores).toMatchObject([{ kind: 'audience', value: 7.8, best: 10, count: 14321 }]);
  expect(reviews).toMatchObject([
    { source: 'tmdb', author: { name: 'A Viewer' }, score100: 80, text: null, date: '2014-02-04' },
  ]);
});

test.each([0, 11, -1])('TMDB: rejects an average of %d', (vote_average) => {
  expect(parseTmdb({ ...tmdbHer, vote_average }, now).scores).toEqual([]);
});

test('TMDB: reads no score from a film without votes', () => {
  expect(parseTmdb({ ...tmdbHer, vote_count: 0 }, now).scores).toEqual([]);
});

test('TMDB: picks the film of the year among several with one name, and none if the year is unknown', async () => {
  const kong = (id: number, year: number) => ({
    ...tmdbSearch,
    id,
    title: 'King Kong',
    release_date: `${year}-12-01`,
  });
  const movie = (id: number, year: number) =>
    reply({ ...tmdbHer, ...kong(id, year), external_ids: {}, credits: {} });
  const { fetch, requests } = makeServer({
    '/search/movie': reply({ results: [kong(1, 1976), kong(2, 2005)] }),
    '/movie/2': movie(2, 2005),
  });
  const films = [2005, null].map((year) => makeFilm({ title: 'King Kong', year, refs: [] }));
  const [first, second] = await tmdb.lookUp(films, contextOf(fetch));
  expect(first?.film.refs[0]).toBe('tmdb:2');
  expect(second).toBeNull();
  expect(requests.filter(({ url }) => url.includes('/movie/1'))).toEqual([]);
});

test('TMDB: sends a long key in a header and not in the address', async () => {
  const { fetch, requests } = makeServer({ '/': reply({ results: [] }) });
  const key = 'e'.repeat(120);
  await tmdb.lookUp([makeFilm({ title: 'Her', year: 2013, refs: [] })], { ...contextOf(fetch), key });
  expect(requests[0]?.headers['Authorization']).toBe(`Bearer ${key}`);
  expect(requests[0]?.url).not.toContain(key);
});

const wikidataRoutes = {
  '/sparql': reply(wikidataItems),
  'props=labels%7Caliases': reply(wikidataHer),
  'props=labels&': reply(wikidataPeople),
};

test('Wikidata: reads preferred scores with source, kind, date and count; skips deprecated ones and unknown sources', async () => {
  const { fetch } = makeServer(wikidataRoutes);
  const her = makeFilm({ title: 'Her', year: 2013, refs: ['imdb:tt1798709'] });
  const [found] = await wikidata.lookUp([her], contextOf(fetch));
  expect(
    found?.scores.map(({ source, kind, value, best, count, asOf }) => [
      source,
      kind,
      value,
      best,
      count,
      asOf,
    ]),
  ).toEqual([
    ['rottentomatoes', 'critics', 94, 100, 290, '2021-11-03'],
    ['rottentomatoes-average', 'critics', 8.5, 10, null, '2021-11-03'],
    ['metacritic', 'critics', 91, 100, null, '2020-05'],
  ]);
  expect(found?.film).toMatchObject({
    directors: ['Spike Jonze'],
    cast: ['Joaquin Phoenix'],
    releases: [
      { date: '2013-10-13', region: 'United States' },
      { date: '2014-03-27', region: 'Germany' },
    ],
  });
  expect(found?.film.refs).toEqual(
    expect.arrayContaining([
      'wikidata:Q788822',
      'imdb:tt1798709',
      'tmdb:152601',
      'rottentomatoes:her',
      'wikipedia:en:Her_(2013_film)',
    ]),
  );
});

test('Wikidata: looks up fifty films with one query for their ids and one request each for items and names', async () => {
  const { fetch, requests } = makeServer(wikidataRoutes);
  const films = Array.from({ length: 50 }, (_, at) =>
    makeFilm({ title: `Film ${at}`, year: 2000, refs: [`imdb:tt${1798660 + at}`] }),
  );
  await wikidata.lookUp(films, contextOf(fetch));
  expect(requests).toHaveLength(3);
  expect(new URL(requests[0]?.url ?? '').searchParams.get('query')).toContain('"tt1798709"');
});

test.each<[FilmRef, string]>([
  ['imdb:tt1798709', '{ VALUES ?id { "tt1798709" } ?item wdt:P345 ?id }'],
  ['tmdb:152601', '{ VALUES ?id { "152601" } ?item wdt:P4947 ?id }'],
  ['letterboxd:her', '{ VALUES ?id { "her" } ?item wdt:P6127 ?id }'],
  ['rottentomatoes:her', '{ VALUES ?id { "m/her" } ?item wdt:P1258 ?id }'],
  ['metacritic:her', '{ VALUES ?id { "movie/her" } ?item wdt:P1712 ?id }'],
  ['allocine:206799', '{ VALUES ?id { "206799" } ?item wdt:P1265 ?id }'],
  ['douban:6722879', '{ VALUES ?id { "6722879" } ?item wdt:P4529 ?id }'],
  ['kinopoisk:577488', '{ VALUES ?id { "577488" } ?item wdt:P2603 ?id }'],
  ['filmweb:640149', '{ VALUES ?id { "640149" } ?item wdt:P5032 ?id }'],
  ['csfd:325234', '{ VALUES ?id { "325234" } ?item wdt:P2529 ?id }'],
  ['filmaffinity:889720', '{ VALUES ?id { "889720" } ?item wdt:P480 ?id }'],
  ['trakt:her-2013', '{ VALUES ?id { "movies/her-2013" } ?item wdt:P8013 ?id }'],
  ['senscritique:8543345', '{ VALUES ?id { "8543345" } ?item wdt:P10100 ?id }'],
  [
    'wikipedia:fr:Her_(film)',
    '{ VALUES ?page { <https://fr.wikipedia.org/wiki/Her_(film)> } ?page schema:about ?item }',
  ],
  ["wikipedia:en:Ocean's_Eleven", '<https://en.wikipedia.org/wiki/Ocean%27s_Eleven>'],
  ['wikipedia:de:Die_fabelhafte_Welt_der_Amélie', 'Welt_der_Am%C3%A9lie>'],
  ['wikipedia:en:3:10_to_Yuma_(2007_film)', '<https://en.wikipedia.org/wiki/3:10_to_Yuma_(2007_film)>'],
  [
    'wikipedia:en:Her> } ?s ?p ?o . { <x',
    '<https://en.wikipedia.org/wiki/Her%3E%20%7D%20%3Fs%20%3Fp%20%3Fo%20.%20%7B%20%3Cx>',
  ],
])('Wikidata: looks up %s by its id', async (ref, part) => {
  const { fetch, requests } = makeServer(wikidataRoutes);
  await wikidata.lookUp([makeFilm({ title: 'Her', year: 2013, refs: [ref] })], contextOf(fetch));
  expect(new URL(requests[0]?.url ?? '').searchParams.get('query')).toContain(part);
  expect(requests).toHaveLength(3);
});

test('Wikidata: looks up a film without ids by its name, escaped, in the user’s languages', async () => {
  const { fetch, requests } = makeServer(wikidataRoutes);
  const film = makeFilm({ title: 'Say "Her" \\ }', year: 2013, refs: ['title:say-her:2013'] });
  await wikidata.lookUp([film], contextOf(fetch, ['de-AT', 'en']));
  const query = new URL(requests[0]?.url ?? '').searchParams.get('query');
  expect(query).toContain(String.raw`"Say \"Her\" \\ }"@de "Say \"Her\" \\ }"@en`);
});
