import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressTables, type AddressTable } from './fixtures/addresses.fixture.ts';
import { findPageAt, idPages } from './id-pages.ts';
import { findIdSystem, idKinds, type IdKind } from './id-systems.ts';
import { findRefInUrl, findWorkKindInUrl } from './refs.ts';
import { workAddresses } from './site-addresses.ts';

const tables = idKinds.map((kind): [IdKind, AddressTable] => [kind, addressTables[kind]]);
const films = tables.flatMap(([kind, { right }]) =>
  right.map(([url, id]): [string, string] => [url, `${kind}:${id}`]),
);

const redirected: [url: string, ref: string][] = [
  ['https://www.google.com/url?q=https://www.imdb.com/title/tt1798709/&sa=U', 'imdb:tt1798709'],
  ['https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fletterboxd.com%2Ffilm%2Fher%2F', 'letterboxd:her'],
  [
    'https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly93d3cuaW1kYi5jb20vdGl0bGUvdHQxNzk4NzA5Lw&ntb=1',
    'imdb:tt1798709',
  ],
  ['https://duckduckgo.com/l/?uddg=https%3A%2F%2Fwww.imdb.com%2Ftitle%2Ftt1798709%2F', 'imdb:tt1798709'],
  ['https://web.archive.org/web/20160101000000/http://www.imdb.com/title/tt1798709/', 'imdb:tt1798709'],
];

test.each([...films, ...redirected])('finds the film in %s', (url, ref) => {
  expect(findRefInUrl(url)).toBe(ref);
});

test.each([
  ...tables.flatMap(([, { wrong }]) => wrong),
  'https://www.google.com/search?q=her',
  'javascript:alert(1)',
  'mailto:a@example.org',
  'not an address',
  '',
])('finds no film in %j', (url) => {
  expect(findRefInUrl(url)).toBeNull();
});

test.each(tables)(
  '%s has a table of addresses that covers every pattern and includes wrong ones',
  (kind, { right, wrong }) => {
    const paths = right.map(([url]) => {
      const { pathname, search } = new URL(url);
      return pathname + search;
    });
    for (const { domains, path } of findIdSystem(kind).addresses()) {
      const isUsed = (at: number): boolean =>
        path.test(paths[at] ?? '') && domains.some((domain) => right[at]?.[0].includes(domain));
      expect(
        paths.some((_, at) => isUsed(at)),
        `Add an address for ${path} to lib/films/fixtures/addresses.fixture.ts`,
      ).toBe(true);
    }
    expect(right.length).toBeGreaterThanOrEqual(3);
    expect(wrong.length).toBeGreaterThanOrEqual(3);
  },
);

test.each(tables)(
  'the address of a film’s page at %s contains the id it was made from',
  (kind, { right }) => {
    for (const [, id] of right) {
      const page = findPageAt(kind, ['title:x', `${kind}:${id}`]);
      if (page !== null) expect(findRefInUrl(page)).toBe(`${kind}:${id}`);
    }
  },
);

test('only Filmweb has no address that can be made from the id', () => {
  const without = tables.filter(([kind, { right }]) => idPages[kind].findPage(right[0]?.[1] ?? '') === null);
  expect(without.map(([kind]) => kind)).toEqual(['filmweb']);
});

test('ids of IMDb count most, then those of Wikidata and TMDB', () => {
  expect(idKinds.slice(0, 3)).toEqual(['imdb', 'wikidata', 'tmdb']);
});

test('reads a relative link against the address of its page', () => {
  expect(findRefInUrl('/title/tt1798709/', 'https://www.imdb.com/chart/top/')).toBe('imdb:tt1798709');
  expect(findRefInUrl('/title/tt1798709/')).toBeNull();
});

test.each([
  ['https://www.themoviedb.org/tv/1396-breaking-bad', 'series'],
  ['https://www.themoviedb.org/tv/1396/season/2', 'season'],
  ['https://www.themoviedb.org/tv/1396/season/2/episode/3', 'episode'],
  ['https://www.rottentomatoes.com/tv/fargo/s01', 'season'],
  ['https://www.metacritic.com/tv/fargo/season-2/', 'season'],
  ['https://www.metacritic.com/game/the-witcher-3-wild-hunt/', 'game'],
  ['https://trakt.tv/shows/fargo', 'series'],
  ['https://app.trakt.tv/shows/fargo?season=1&view=episode&episode=1', 'episode'],
  ['https://www.allocine.fr/series/ficheserie_gen_cserie=11042.html', 'series'],
  ['https://www.filmweb.pl/serial/Fargo-2014-694585', 'series'],
  ['https://www.kinopoisk.ru/series/767379/', 'series'],
  ['https://www.senscritique.com/jeuvideo/journey/424243', 'game'],
  ['https://www.justwatch.com/us/tv-show/fargo', 'series'],
  ['https://www.imdb.com/title/tt2802850/episodes/?season=1', 'series'],
  ['https://www.csfd.cz/film/70654-simpsonovi/71378-epizoda/', 'episode'],
  ['https://en.wikipedia.org/wiki/Fargo_(TV_series)', 'series'],
  ['https://en.wikipedia.org/wiki/Carrie_(novel)', 'book'],
  ['https://en.wikipedia.org/wiki/Heat_(1995_film)', 'film'],
  ['https://fr.wikipedia.org/wiki/Her_(film,_2013)', 'film'],
  ['https://uk.wikipedia.org/wiki/Дюна_(фільм,_2021)', 'film'],
  ['https://es.wikipedia.org/wiki/Roma_(película_de_2018)', 'film'],
  ['https://zh.wikipedia.org/wiki/英雄_(2002年电影)', null],
  ['https://zh.wikipedia.org/wiki/英雄_(電影)', 'film'],
  ['https://el.wikipedia.org/wiki/Ρόμα_(ταινία)', 'film'],
  ['https://en.wikipedia.org/wiki/Star_Wars_(film_series)', 'other'],
  ['https://en.wikipedia.org/wiki/Harbour_(town)', null],
  ['https://en.wikipedia.org/wiki/Amelie', null],
  ['https://www.imdb.com/title/tt1798709/', null],
  ['not an address', null],
])('reads the kind of work in %s as %s', (url, kind) => {
  expect(findWorkKindInUrl(url)).toBe(kind);
});

test('no address in the list is both a film’s and another work’s', () => {
  for (const [url] of films) expect([null, 'film']).toContain(findWorkKindInUrl(url));
});

test('any text is parsed without an error', () => {
  const patterns = idKinds.flatMap((kind) => findIdSystem(kind).addresses());
  const hosts = [...patterns, ...workAddresses()].flatMap(({ domains }) => domains);
  const url = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.constantFrom(...hosts), fc.string({ unit: 'grapheme-ascii' }), fc.string())
      .map(([host, path, query]) => `https://${host}/${path}?${query}`),
    fc
      .tuple(
        fc.constantFrom(...hosts),
        fc.constantFrom('/film/', '/title/tt', '/wiki/', '/m/', '/movie/'),
        fc.string(),
      )
      .map((parts) => `https://${parts.join('')}`),
  );
  fc.assert(
    fc.property(url, (text) => {
      const ref = findRefInUrl(text);
      expect(ref === null || /^[a-z]+:\S/u.test(ref)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
