import { once } from '../async/once.ts';
import { csfdDomains } from './id-systems.ts';
import type { WorkKind } from './types.ts';

/** Addresses of one kind of work. `path` is tested against path and query. */
export interface WorkAddress {
  kind: WorkKind;
  /** Domains, with all their subdomains. */
  domains: string[];
  path: RegExp;
}

const tvSites = ['themoviedb.org', 'tmdb.org', 'rottentomatoes.com', 'metacritic.com'];

/**
 * Sites with a separate folder for series: `/shows/fargo`, `/us/tv-show/fargo`, `/serial/Fargo-2014-694585`.
 */
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

/** Addresses of works of one kind, most of them no films. The first match counts. */
export const workAddresses = once((): WorkAddress[] => [
  // An IMDb id does not prove a film, but this site has nothing else.
  { kind: 'film', domains: ['boxofficemojo.com'], path: /^\/title\/tt\d/ },
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
  // A second id below a film's id belongs to an episode or season:
  // csfd.cz/film/70654-simpsonovi/71378-epizoda/
  { kind: 'episode', domains: csfdDomains, path: /^\/film\/\d+[^/]*\/\d+-/ },
  { kind: 'game', domains: ['metacritic.com', 'senscritique.com'], path: /^\/(?:game|jeuvideo)\/\w/ },
  { kind: 'book', domains: ['book.douban.com', 'senscritique.com'], path: /^\/(?:subject|livre|bd)\/\w/ },
  {
    kind: 'album',
    domains: ['music.douban.com', 'metacritic.com', 'senscritique.com'],
    path: /^\/(?:subject|music|album|morceau)\/\w/,
  },
]);

/** Pages that only redirect, and the parameters that may contain the target. */
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
