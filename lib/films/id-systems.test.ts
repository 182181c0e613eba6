import { describe, expect, test } from 'vitest';
import { addressTables } from './fixtures/addresses.fixture.ts';
import { findBestId, formatId, isIdKind, parseId, provesFilm } from './film-ids.ts';
import { findPageAt, idPages } from './id-pages.ts';
import { findIdSystem, idKinds, refKinds, type IdKind } from './id-systems.ts';
import { findRefInUrl } from './refs.ts';
import type { FilmRef } from './types.ts';

/** What a system is called, and whether its ids are unique to a film, and made of the title. */
type Known = [kind: IdKind, name: string, ids: 'number' | 'slug' | 'several'];

const systems: Known[] = [
  ['imdb', 'IMDb', 'number'],
  ['wikidata', 'Wikidata', 'number'],
  ['tmdb', 'TMDB', 'number'],
  ['letterboxd', 'Letterboxd', 'slug'],
  ['rottentomatoes', 'Rotten Tomatoes', 'slug'],
  ['metacritic', 'Metacritic', 'slug'],
  ['trakt', 'Trakt', 'slug'],
  ['kinopoisk', 'Kinopoisk', 'number'],
  ['filmweb', 'Filmweb', 'number'],
  ['csfd', 'ČSFD', 'number'],
  ['douban', 'Douban', 'number'],
  ['allocine', 'AlloCiné', 'number'],
  ['filmaffinity', 'FilmAffinity', 'number'],
  ['mubi', 'MUBI', 'slug'],
  ['senscritique', 'SensCritique', 'number'],
  ['wikipedia', 'Wikipedia', 'several'],
  ['justwatch', 'JustWatch', 'several'],
  ['criterion', 'Criterion', 'several'],
];

test('the systems come in the order in which films are compared by them', () => {
  expect(idKinds).toEqual(systems.map(([kind]) => kind));
  expect(refKinds).toEqual([...idKinds, 'title']);
});

test.each(systems)('%s is called %s, and an id of a film there is: %s', (kind, name, ids) => {
  const { isUnique, isRenamed } = findIdSystem(kind);
  expect({ ownName: idPages[kind].name, isUnique, isRenamed }).toEqual({
    ownName: name,
    isUnique: ids !== 'several',
    isRenamed: ids === 'slug',
  });
});

test.each<[FilmRef, page: string | null]>([
  ['imdb:tt1798709', 'https://www.imdb.com/title/tt1798709/'],
  ['wikidata:Q788822', 'https://www.wikidata.org/wiki/Q788822'],
  ['tmdb:152601', 'https://www.themoviedb.org/movie/152601'],
  ['letterboxd:her', 'https://letterboxd.com/film/her/'],
  ['rottentomatoes:her', 'https://www.rottentomatoes.com/m/her'],
  ['metacritic:oliver!', 'https://www.metacritic.com/movie/oliver!/'],
  ['trakt:her-2013', 'https://trakt.tv/movies/her-2013'],
  ['kinopoisk:577488', 'https://www.kinopoisk.ru/film/577488/'],
  ['filmweb:640149', null],
  ['csfd:535121', 'https://www.csfd.cz/film/535121/'],
  ['douban:6722879', 'https://movie.douban.com/subject/6722879/'],
  ['allocine:206799', 'https://www.allocine.fr/film/fichefilm_gen_cfilm=206799.html'],
  ['filmaffinity:889720', 'https://www.filmaffinity.com/en/film889720.html'],
  ['mubi:her', 'https://mubi.com/films/her'],
  ['senscritique:8672465', 'https://www.senscritique.com/film/-/8672465'],
  ['wikipedia:en:Her_(film)', 'https://en.wikipedia.org/wiki/Her_(film)'],
  ['wikipedia:fr:Amélie', 'https://fr.wikipedia.org/wiki/Am%C3%A9lie'],
  ['wikipedia:zh-yue:Her', 'https://zh-yue.wikipedia.org/wiki/Her'],
  ['wikipedia:Her', null],
  ['wikipedia:EN:Her', null],
  ['wikipedia:evil.example/:Her', null],
  ['justwatch:us/movie/her', 'https://www.justwatch.com/us/movie/her'],
  ['criterion:168', 'https://www.criterion.com/films/168'],
])('the page of %s is %s', (ref, page) => {
  const [kind = ''] = ref.split(':');
  expect(findPageAt(kind, ['title:her:2013', ref])).toBe(page);
});

test('a film without an id at a site has no page there', () => {
  expect(findPageAt('imdb', ['tmdb:152601'])).toBeNull();
  expect(findPageAt('imdb', ['imdbx:tt1798709'])).toBeNull();
  expect(findPageAt('title', ['title:her:2013'])).toBeNull();
});

describe('an id in data', () => {
  test.each<[IdKind, text: string, ref: string | null]>([
    ['imdb', 'TT1798709', 'imdb:tt1798709'],
    ['imdb', 'tt15239678', 'imdb:tt15239678'],
    ['imdb', 'xtt1798709', null],
    ['imdb', 'tt1798709x', null],
    ['imdb', 'tt179870', null],
    ['wikidata', 'q788822', 'wikidata:Q788822'],
    ['wikidata', 'xQ788822', null],
    ['wikidata', 'Q788822x', null],
    ['tmdb', '152601', 'tmdb:152601'],
    ['tmdb', 'x152601', null],
    ['tmdb', '152601x', null],
    ['tmdb', '1234567890', null],
    ['letterboxd', 'Her', 'letterboxd:her'],
    ['letterboxd', '.her', null],
    ['letterboxd', 'her.', null],
    ['letterboxd', 'heat-1995', 'letterboxd:heat-1995'],
    ['rottentomatoes', 's.w.a.t', 'rottentomatoes:s.w.a.t'],
    ['rottentomatoes', '.her', null],
    ['rottentomatoes', 'her..2', null],
    ['rottentomatoes', 'her.', null],
    ['trakt', 'her-2013', 'trakt:her-2013'],
    ['trakt', 'Trending', null],
    ['trakt', 'trending-2013', 'trakt:trending-2013'],
    ['trakt', ':her', null],
    ['trakt', 'her:', null],
    ['kinopoisk', '577488', 'kinopoisk:577488'],
    ['kinopoisk', 'x577488', null],
    ['kinopoisk', '577488x', null],
    ['kinopoisk', '', null],
    ['filmaffinity', '889720', 'filmaffinity:889720'],
    ['filmaffinity', 'x889720', null],
    ['filmaffinity', '8897', null],
    ['filmaffinity', '88972012', null],
    ['wikipedia', 'en:Her_(film)', 'wikipedia:en:Her_(film)'],
    ['wikipedia', 'zh-yue:Her', 'wikipedia:zh-yue:Her'],
    ['wikipedia', 'Her', null],
    ['wikipedia', '1en:Her', null],
    ['wikipedia', 'en:', null],
    ['justwatch', 'US/Movie/Her', 'justwatch:us/movie/her'],
    ['justwatch', '/us/movie/her', null],
    ['justwatch', 'xus/movie/her', null],
    ['justwatch', 'us/movie/her.', null],
  ])('of %s written %j is read as %s', (kind, text, ref) => {
    expect(parseId(kind, text)).toBe(ref);
  });

  test.each(
    'trending popular anticipated watched collected boxoffice favorited recommendations streaming played updates'.split(
      ' ',
    ),
  )('of Trakt is not its list %s', (list) => {
    expect(parseId('trakt', list)).toBeNull();
  });

  test('is written in the case of its system', () => {
    expect(formatId('imdb', 'TT1')).toBe('tt1');
    expect(formatId('wikidata', 'q1')).toBe('Q1');
    expect(formatId('wikipedia', 'en:Her_(film)')).toBe('en:Her_(film)');
  });

  test('is of a system that the table has', () => {
    expect(idKinds.every(isIdKind)).toBe(true);
    expect(['title', 'myspace', 'toString', ''].some(isIdKind)).toBe(false);
  });
});

test.each<[FilmRef[], FilmRef | null]>([
  [['title:her:2013', 'tmdb:152601', 'imdb:tt1798709'], 'imdb:tt1798709'],
  [['letterboxd:her', 'tmdb:152601'], 'tmdb:152601'],
  [['title:her:2013'], null],
  [[], null],
])('of %j the best id is %s', (refs, best) => {
  expect(findBestId(refs)).toBe(best);
});

test.each<[refs: string[], isFilm: boolean]>([
  [['tmdb:152601'], true],
  [['imdb:tt1798709', 'letterboxd:her'], true],
  [['kinopoisk:577488'], true],
  [['justwatch:us/movie/her'], true],
  [['imdb:tt0944947'], false],
  [['wikidata:Q788822'], false],
  [['wikipedia:en:Her_(film)'], false],
  [['title:her:2013'], false],
  [[], false],
])('whether %j prove a film: %s', (refs, isFilm) => {
  expect(provesFilm(refs)).toBe(isFilm);
});

const rightAddresses = idKinds.flatMap((kind) =>
  addressTables[kind].right.map(([url, id]): [string, FilmRef] => [url, `${kind}:${id}`]),
);

describe('an address holds an id', () => {
  test.each(rightAddresses.filter(([url]) => !url.includes('index.php')))(
    'only where its path begins so: %s',
    (url, ref) => {
      const deeper = url.replace(/^(https?:\/\/[^/]+)/, '$1/x/y/z');
      expect(findRefInUrl(deeper)).not.toBe(ref);
    },
  );

  test.each(rightAddresses)('only on the sites of the system: %s', (url, ref) => {
    const { hostname } = new URL(url);
    expect(findRefInUrl(url.replace(hostname, 'films.example'))).toBeNull();
    expect(findRefInUrl(url.replace(hostname, `${hostname}.example`))).toBeNull();
    const site = hostname.replace(/^(?:www|m|us|app|classic)\./, '');
    expect(findRefInUrl(url.replace(hostname, `x${site}`))).not.toBe(ref);
  });

  test.each([
    ...['imdb.com', 'imdb.de', 'imdb.es', 'imdb.fr', 'imdb.it', 'imdb.pt', 'boxofficemojo.com'].map(
      (host) => [host, '/title/tt1798709/', 'imdb:tt1798709'],
    ),
    ...['themoviedb.org', 'tmdb.org'].map((host) => [host, '/movie/152601', 'tmdb:152601']),
    ...['csfd.cz', 'csfd.sk'].map((host) => [host, '/film/535121/', 'csfd:535121']),
    ...['com', 'co.uk', 'ca', 'at'].map((end) => [`filmbooster.${end}`, '/film/535121/', 'csfd:535121']),
  ] as [string, string, string][])('on %s too', (host, path, ref) => {
    expect(findRefInUrl(`https://${host}${path}`)).toBe(ref);
    expect(findRefInUrl(`https://www.${host}${path}`)).toBe(ref);
  });
});
