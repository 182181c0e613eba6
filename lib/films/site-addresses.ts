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
export const filmAddresses: AddressPattern<RefKind>[] = [
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
];

/** Addresses that say themselves that they are of no film. */
export const otherAddresses: AddressPattern<WorkKind>[] = [
  { kind: 'episode', domains: ['imdb.com'], path: /^\/title\/tt\d+\/episodes\/.*[?&]episode=/ },
  {
    kind: 'series',
    domains: ['imdb.com'],
    path: /^\/(?:[a-z-]{2,9}\/)?title\/tt\d+\/(?:episodes|epdate|eprate)(?:[/?]|$)/,
  },
  { kind: 'episode', domains: ['themoviedb.org', 'tmdb.org'], path: /^\/tv\/[^/]+\/season\/\d+\/episode\// },
  { kind: 'season', domains: ['themoviedb.org', 'tmdb.org'], path: /^\/tv\/[^/]+\/season\/\d/ },
  { kind: 'series', domains: ['themoviedb.org', 'tmdb.org'], path: /^\/tv\/\d/ },
  { kind: 'episode', domains: ['rottentomatoes.com'], path: /^\/tv\/[^/]+\/s\d+\/e\d/ },
  { kind: 'season', domains: ['rottentomatoes.com'], path: /^\/tv\/[^/]+\/s\d/ },
  { kind: 'series', domains: ['rottentomatoes.com'], path: /^\/tv\/[\w-]/ },
  { kind: 'season', domains: ['metacritic.com'], path: /^\/tv\/[^/]+\/season-\d/ },
  { kind: 'series', domains: ['metacritic.com'], path: /^\/tv\/[\w-]/ },
  { kind: 'game', domains: ['metacritic.com'], path: /^\/game\/[\w-]/ },
  { kind: 'album', domains: ['metacritic.com'], path: /^\/music\/[\w-]/ },
  {
    kind: 'episode',
    domains: ['trakt.tv'],
    path: /^\/shows\/[^/?]+(?:\/seasons\/\d+\/episodes\/|\?.*episode=)/,
  },
  { kind: 'season', domains: ['trakt.tv'], path: /^\/shows\/[^/?]+(?:\/seasons\/|\?.*season=)/ },
  { kind: 'series', domains: ['trakt.tv'], path: /^\/shows\/[\w-]/ },
  { kind: 'series', domains: ['allocine.fr'], path: /^\/series\/ficheserie/ },
  { kind: 'series', domains: ['filmweb.pl', 'kinopoisk.ru'], path: /^\/(?:serial|series)\/[^/]/ },
  { kind: 'book', domains: ['book.douban.com'], path: /^\/subject\// },
  { kind: 'album', domains: ['music.douban.com'], path: /^\/subject\// },
  // A second id below a film's is an episode's or a season's: csfd.cz/film/70654-simpsonovi/71378-epizoda/
  { kind: 'episode', domains: csfd, path: /^\/film\/\d+[^/]*\/\d+-/ },
  { kind: 'series', domains: ['mubi.com'], path: /^\/(?:[a-z]{2}\/){0,2}series\// },
  {
    kind: 'series',
    domains: ['justwatch.com'],
    path: /^\/[a-z]{2}\/(?:tv-show|tv-series|serie|serie-tv|tv-serie|serial|sarja|dizi)\//i,
  },
  { kind: 'series', domains: ['senscritique.com'], path: /^\/serie\// },
  { kind: 'game', domains: ['senscritique.com'], path: /^\/jeuvideo\// },
  { kind: 'book', domains: ['senscritique.com'], path: /^\/(?:livre|bd)\// },
  { kind: 'album', domains: ['senscritique.com'], path: /^\/(?:album|morceau)\// },
  { kind: 'series', domains: ['disneyplus.com'], path: /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?series\// },
  {
    kind: 'series',
    domains: ['hbomax.com', 'max.com', 'tv.apple.com'],
    path: /^\/(?:[a-z]{2}\/)?(?:shows?|series)\//,
  },
  { kind: 'episode', domains: ['tv.apple.com'], path: /^\/(?:[a-z]{2}\/)?episode\// },
];

/** Pages that only lead on, and the parameter that says where to. */
export const redirects: { domain: RegExp; path: RegExp; parameters: string[] }[] = [
  { domain: /(?:^|\.)google\.[a-z]{2,3}(?:\.[a-z]{2})?$/, path: /^\/url$/, parameters: ['q', 'url'] },
  { domain: /(?:^|\.)bing\.com$/, path: /^\/ck\/a$/, parameters: ['u'] },
  { domain: /(?:^|\.)duckduckgo\.com$/, path: /^\/l\/?$/, parameters: ['uddg'] },
  {
    domain: /(?:^|\.)(?:out\.reddit|l\.facebook|steamcommunity)\.com$/,
    path: /^\//,
    parameters: ['url', 'u'],
  },
];
