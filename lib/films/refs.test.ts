import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findRefInUrl, findWorkKindInUrl } from './refs.ts';
import { filmAddresses, otherAddresses } from './site-addresses.ts';

const films: [url: string, ref: string][] = [
  ['https://www.imdb.com/title/tt1798709/', 'imdb:tt1798709'],
  ['https://www.imdb.com/title/tt1798709/reviews?ref_=tt_ov_rt', 'imdb:tt1798709'],
  ['https://m.imdb.com/title/tt1798709', 'imdb:tt1798709'],
  ['https://www.imdb.com/de/title/tt1798709/', 'imdb:tt1798709'],
  ['https://www.imdb.com/es-es/title/tt15239678/', 'imdb:tt15239678'],
  ['http://us.imdb.com/Title?0120737', 'imdb:tt0120737'],
  ['http://imdb.com/title/TT0111161/', 'imdb:tt0111161'],
  ['https://www.boxofficemojo.com/title/tt1798709/?ref_=bo', 'imdb:tt1798709'],
  ['https://letterboxd.com/imdb/tt1798709/', 'imdb:tt1798709'],
  ['https://www.themoviedb.org/movie/152601-her?language=de-DE', 'tmdb:152601'],
  ['https://www.themoviedb.org/movie/152601', 'tmdb:152601'],
  ['https://letterboxd.com/tmdb/152601', 'tmdb:152601'],
  ['https://letterboxd.com/film/her/', 'letterboxd:her'],
  ['https://letterboxd.com/dave/film/heat-1995/1/', 'letterboxd:heat-1995'],
  ['https://www.rottentomatoes.com/m/her/reviews', 'rottentomatoes:her'],
  ['https://www.rottentomatoes.com/m/1011615-king_kong/', 'rottentomatoes:1011615-king_kong'],
  ['https://www.metacritic.com/movie/her/', 'metacritic:her'],
  ['https://www.metacritic.com/movie/dune-1984/critic-reviews', 'metacritic:dune-1984'],
  ['https://www.wikidata.org/wiki/Q788822', 'wikidata:Q788822'],
  ['http://www.wikidata.org/entity/q788822', 'wikidata:Q788822'],
  ['https://www.wikidata.org/wiki/Special:EntityData/Q788822.json', 'wikidata:Q788822'],
  ['https://en.wikipedia.org/wiki/Her_(film)', 'wikipedia:en:Her_(film)'],
  ['https://en.m.wikipedia.org/wiki/Her_(film)#Plot', 'wikipedia:en:Her_(film)'],
  ['https://en.wikipedia.org/wiki/Mission:_Impossible_(film)', 'wikipedia:en:Mission:_Impossible_(film)'],
  ['https://en.wikipedia.org/wiki/3:10_to_Yuma_(2007_film)', 'wikipedia:en:3:10_to_Yuma_(2007_film)'],
  ['https://fr.wikipedia.org/wiki/Am%C3%A9lie', 'wikipedia:fr:Amélie'],
  ['https://fr.wikipedia.org/wiki/Her_(film,_2013)', 'wikipedia:fr:Her_(film,_2013)'],
  ['https://en.wikipedia.org/w/index.php?title=Her_(film)&action=edit', 'wikipedia:en:Her_(film)'],
  ['https://trakt.tv/movies/her-2013', 'trakt:her-2013'],
  ['https://app.trakt.tv/movies/her-2013?mode=media', 'trakt:her-2013'],
  ['https://www.allocine.fr/film/fichefilm_gen_cfilm=206799.html', 'allocine:206799'],
  ['https://allocine.fr/film/fichefilm-263132/critiques/spectateurs/?page=2', 'allocine:263132'],
  ['https://www.allocine.fr/video/player_gen_cmedia=19540267&cfilm=206799.html', 'allocine:206799'],
  ['https://www.filmweb.pl/film/Ona-2013-640149', 'filmweb:640149'],
  ['https://www.filmweb.pl/film/Ona-2013-640149/descs', 'filmweb:640149'],
  ['https://www.kinopoisk.ru/film/577488/', 'kinopoisk:577488'],
  ['https://www.kinopoisk.ru/film/ona-2013-577488/', 'kinopoisk:577488'],
  ['https://movie.douban.com/subject/6722879/', 'douban:6722879'],
  ['https://m.douban.com/movie/subject/6722879/', 'douban:6722879'],
  ['https://www.filmaffinity.com/es/film889720.html', 'filmaffinity:889720'],
  ['https://www.filmaffinity.com/en/reviews/1/889720.html', 'filmaffinity:889720'],
  ['https://m.filmaffinity.com/es/movie.php?id=889720', 'filmaffinity:889720'],
  ['https://www.csfd.cz/film/535121-na-spatne-strane/prehled/', 'csfd:535121'],
  ['https://www.filmbooster.co.uk/film/535121-na-spatne-strane/', 'csfd:535121'],
  ['https://mubi.com/en/us/films/the-garden', 'mubi:the-garden'],
  ['https://mubi.com/films/the-garden/player', 'mubi:the-garden'],
  ['https://www.justwatch.com/us/movie/her', 'justwatch:us/movie/her'],
  ['https://www.justwatch.com/de/Film/Her', 'justwatch:de/film/her'],
  ['https://www.criterion.com/films/168-the-400-blows', 'criterion:168'],
  ['https://www.senscritique.com/film/her/8672465', 'senscritique:8672465'],
  ['https://www.google.com/url?q=https://www.imdb.com/title/tt1798709/&sa=U', 'imdb:tt1798709'],
  ['https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fletterboxd.com%2Ffilm%2Fher%2F', 'letterboxd:her'],
  [
    'https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly93d3cuaW1kYi5jb20vdGl0bGUvdHQxNzk4NzA5Lw&ntb=1',
    'imdb:tt1798709',
  ],
  ['https://duckduckgo.com/l/?uddg=https%3A%2F%2Fwww.imdb.com%2Ftitle%2Ftt1798709%2F', 'imdb:tt1798709'],
  ['https://web.archive.org/web/20160101000000/http://www.imdb.com/title/tt1798709/', 'imdb:tt1798709'],
];

test.each(films)('finds the film in %s', (url, ref) => {
  expect(findRefInUrl(url)).toBe(ref);
});

test.each([
  'https://www.imdb.com/name/nm0005069/',
  'https://www.imdb.com/chart/top/',
  'https://www.imdb.com/title/tt0944947/episodes/',
  'https://www.themoviedb.org/tv/1396-breaking-bad',
  'https://www.themoviedb.org/movie/popular',
  'https://letterboxd.com/films/popular/',
  'https://letterboxd.com/dave/list/film/',
  'https://www.rottentomatoes.com/tv/fargo',
  'https://www.rottentomatoes.com/browse/movies_in_theaters/',
  'https://en.wikipedia.org/wiki/Category:2013_films',
  'https://de.wikipedia.org/wiki/Spezial:Suche',
  'https://en.wikipedia.org/wiki/Fargo_(TV_series)',
  'https://www.wikipedia.org/',
  'https://trakt.tv/movies/trending',
  'https://hd.kinopoisk.ru/film/4e5f8a1f2c3b4d5e8f9a0b1c2d3e4f5a',
  'https://book.douban.com/subject/6722879/',
  'https://notimdb.com/title/tt1798709/',
  'https://imdb.com.example.org/title/tt1798709/',
  'https://www.google.com/search?q=her',
  'javascript:alert(1)',
  'mailto:a@example.org',
  'not an address',
  '',
])('finds no film in %j', (url) => {
  expect(findRefInUrl(url)).toBeNull();
});

test('reads a relative link against the page it stands on', () => {
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
  ['https://en.wikipedia.org/wiki/Amelie', null],
  ['https://www.imdb.com/title/tt1798709/', null],
  ['not an address', null],
])('reads from %s that it is of: %s', (url, kind) => {
  expect(findWorkKindInUrl(url)).toBe(kind);
});

test('no address of the list is taken for a film and another kind of work at once', () => {
  for (const [url] of films) expect([null, 'film']).toContain(findWorkKindInUrl(url));
});

test('any text is answered', () => {
  const hosts = [...filmAddresses(), ...otherAddresses()].flatMap(({ domains }) => domains);
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
