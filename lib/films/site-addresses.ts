import { once } from '../async/once.ts';
import type { RefKind, WorkKind } from './types.ts';

/** Where a system's ids stand in addresses. `path` is tested against path and query; its groups, joined, are the id. */
export interface AddressPattern<Kind> {
  kind: Kind;
  /** Domains, with all their subdomains. */
  domains: string[];
  path: RegExp;
  /** Put before the id. */
  prefix?: string;
}

const csfd = [
  'csfd.cz',
  'csfd.sk',
  'filmbooster.com',
  'filmbooster.co.uk',
  'filmbooster.ca',
  'filmbooster.at',
];

/**
 * Ids of films. What the forms are: `imdb:tt0111161`, `tmdb:152601` (films only), `letterboxd:her`, `rottentomatoes:her`
 * and `metacritic:her` (the slug), `wikidata:Q788822`, `trakt:her-2013`, `mubi:her`, `justwatch:us/movie/her` (with country
 * and word, for slugs differ by country), and the number alone of AlloCiné, Filmweb, Kinopoisk, Douban, FilmAffinity,
 * ČSFD, Criterion and SensCritique. Wikipedia has its own form, `wikipedia:en:Her_(film)`.
 */
export const filmAddresses = once((): AddressPattern<RefKind>[] => [
  // imdb.com/title/tt1798709/reviews · imdb.com/de/title/tt1798709 · m.imdb.com · imdb.com/showtimes/title/tt1798709
  { kind: 'imdb', domains: ['imdb.com'], path: /^\/(?:[a-z-]{2,9}\/)?title\/(tt\d{7,10})(?!\d)/i },
  // us.imdb.com/Title?0120737 (about 2000)
  { kind: 'imdb', domains: ['imdb.com'], path: /^\/Title\?(?:tt)?(\d{7})(?!\d)/i, prefix: 'tt' },
  { kind: 'imdb', domains: ['boxofficemojo.com'], path: /^\/title\/(tt\d{7,10})(?!\d)/i },
  { kind: 'imdb', domains: ['letterboxd.com'], path: /^\/imdb\/(tt\d{7,10})(?!\d)/i },
  { kind: 'tmdb', domains: ['themoviedb.org', 'tmdb.org'], path: /^\/movie\/(\d{1,9})(?!\d)/ },
  { kind: 'tmdb', domains: ['letterboxd.com'], path: /^\/tmdb\/(\d{1,9})(?!\d)/ },
  // letterboxd.com/film/her/ · letterboxd.com/dave/film/her/1/
  { kind: 'letterboxd', domains: ['letterboxd.com'], path: /^\/(?:[\w-]+\/)?film\/([\w-]+)/ },
  { kind: 'rottentomatoes', domains: ['rottentomatoes.com'], path: /^\/m\/([\w-]+)/ },
  { kind: 'metacritic', domains: ['metacritic.com'], path: /^\/movie\/([\w!+-]+)/ },
  {
    kind: 'wikidata',
    domains: ['wikidata.org'],
    path: /^\/(?:wiki|entity)\/(?:Special:EntityData\/)?(Q\d{1,10})(?!\d)/i,
  },
  {
    kind: 'trakt',
    domains: ['trakt.tv'],
    path: /^\/movies\/(?!(?:trending|popular|anticipated|watched|collected|boxoffice|favorited|recommendations|streaming|played|updates)(?:[/?]|$))([\w-]+)/,
  },
  // allocine.fr/film/fichefilm_gen_cfilm=206799.html · /film/fichefilm-206799/critiques/ · /video/player_gen_cmedia=1&cfilm=206799.html
  { kind: 'allocine', domains: ['allocine.fr'], path: /^\/film\/fichefilm(?:_gen_cfilm=|-)(\d{1,9})/ },
  { kind: 'allocine', domains: ['allocine.fr'], path: /^\/video\/.{0,60}[_?&;]cfilm=(\d{1,9})/ },
  // filmweb.pl/film/Ona-2013-640149
  { kind: 'filmweb', domains: ['filmweb.pl'], path: /^\/film\/[^/?]{1,200}-\d{4}-(\d{1,9})(?!\d)/ },
  // kinopoisk.ru/film/577488/ · /film/ona-2013-577488/; not hd.kinopoisk.ru/film/HEX
  { kind: 'kinopoisk', domains: ['kinopoisk.ru'], path: /^\/film\/(?:[^/?]{1,200}-)?(\d{1,9})(?:[/?]|$)/ },
  { kind: 'douban', domains: ['movie.douban.com'], path: /^\/subject\/(\d{1,12})/ },
  { kind: 'douban', domains: ['m.douban.com'], path: /^\/movie\/subject\/(\d{1,12})/ },
  // filmaffinity.com/es/film889720.html · /en/reviews/1/889720.html · m.filmaffinity.com/es/movie.php?id=889720
  { kind: 'filmaffinity', domains: ['filmaffinity.com'], path: /^\/[a-z]{2}\/film(\d{5,7})\.html/ },
  { kind: 'filmaffinity', domains: ['filmaffinity.com'], path: /^\/[a-z]{2}\/reviews\/\d+\/(\d{5,7})\.html/ },
  {
    kind: 'filmaffinity',
    domains: ['filmaffinity.com'],
    path: /^\/[a-z]{2}\/movie\.php\?id=(\d{5,7})(?!\d)/,
  },
  { kind: 'csfd', domains: csfd, path: /^\/film\/(\d{1,9})(?:-|\/|\?|$)/ },
  // mubi.com/films/her · mubi.com/en/us/films/her
  { kind: 'mubi', domains: ['mubi.com'], path: /^\/(?:[a-z]{2}\/){0,2}films\/([\w-]+)/ },
  {
    kind: 'justwatch',
    domains: ['justwatch.com'],
    path: /^\/([a-z]{2}\/(?:movie|film|pelicula|filme|elokuva)\/[\w-]+)/i,
  },
  { kind: 'criterion', domains: ['criterion.com'], path: /^\/films\/(\d{1,6})(?!\d)/ },
  { kind: 'senscritique', domains: ['senscritique.com'], path: /^\/film\/[^/?]+\/(\d{1,12})/ },
]);

const tvSites = ['themoviedb.org', 'tmdb.org', 'rottentomatoes.com', 'metacritic.com'];

/** Sites that have a folder of their own for series: `/shows/fargo`, `/us/tv-show/fargo`, `/serial/Fargo-2014-694585`. */
const folderSites = [
  'trakt.tv',
  'allocine.fr',
  'filmweb.pl',
  'kinopoisk.ru',
  'mubi.com',
  'justwatch.com',
  'senscritique.com',
  'disneyplus.com',
  'hbomax.com',
  'max.com',
  'tv.apple.com',
];

/** Addresses that say themselves that they are of no film. The first that fits is taken. */
export const otherAddresses = once((): AddressPattern<WorkKind>[] => [
  {
    kind: 'series',
    domains: ['imdb.com'],
    path: /^\/(?:[a-z-]{2,9}\/)?title\/tt\d+\/(?:episodes|epdate|eprate)(?!\w)/,
  },
  // themoviedb.org/tv/1396/season/2/episode/3 · rottentomatoes.com/tv/fargo/s01/e02 · metacritic.com/tv/fargo/season-2/
  { kind: 'episode', domains: tvSites, path: /^\/tv\/[^/]+\/(?:season\/\d+\/episode|s\d+\/e\d)/ },
  { kind: 'season', domains: tvSites, path: /^\/tv\/[^/]+\/(?:season[/-]|s)\d/ },
  { kind: 'series', domains: tvSites, path: /^\/tv\/\w/ },
  // trakt.tv/shows/fargo/seasons/1/episodes/2 · app.trakt.tv/shows/fargo?season=1&view=episode&episode=1
  {
    kind: 'episode',
    domains: ['trakt.tv', 'tv.apple.com'],
    path: /^\/(?:[a-z]{2}\/)?(?:episode\/|shows\/.*(?:\/episodes\/|[?&]episode=))/,
  },
  { kind: 'season', domains: ['trakt.tv'], path: /^\/shows\/.*(?:\/seasons\/|[?&]season=)/ },
  {
    kind: 'series',
    domains: folderSites,
    path: /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/){0,2}(?:tv-)?(?:shows?|series?|serial|serie-tv|sarja|dizi)\/[^/]/i,
  },
  // A second id below a film's is an episode's or a season's: csfd.cz/film/70654-simpsonovi/71378-epizoda/
  { kind: 'episode', domains: csfd, path: /^\/film\/\d+[^/]*\/\d+-/ },
  { kind: 'game', domains: ['metacritic.com', 'senscritique.com'], path: /^\/(?:game|jeuvideo)\/\w/ },
  { kind: 'book', domains: ['book.douban.com', 'senscritique.com'], path: /^\/(?:subject|livre|bd)\/\w/ },
  {
    kind: 'album',
    domains: ['music.douban.com', 'metacritic.com', 'senscritique.com'],
    path: /^\/(?:subject|music|album|morceau)\/\w/,
  },
]);

/** Pages that only lead on, and the parameters that may say where to. */
export interface Redirect {
  domain: RegExp;
  path: RegExp;
  parameters: string[];
}

export const redirects = once((): Redirect[] => [
  { domain: /(?:^|\.)google\.[a-z]{2,3}(?:\.[a-z]{2})?$/, path: /^\/url$/, parameters: ['q', 'url'] },
  { domain: /(?:^|\.)bing\.com$/, path: /^\/ck\/a$/, parameters: ['u'] },
  { domain: /(?:^|\.)duckduckgo\.com$/, path: /^\/l\/?$/, parameters: ['uddg'] },
  {
    domain: /(?:^|\.)(?:out\.reddit|l\.facebook|steamcommunity)\.com$/,
    path: /^\//,
    parameters: ['url', 'u'],
  },
]);
