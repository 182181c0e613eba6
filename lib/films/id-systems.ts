/**
 * Where an address contains a system's id: `path` is tested against path and query; its groups, joined, are
 * the id.
 */
export interface IdAddress {
  /** Domains, with all their subdomains. */
  domains: string[];
  path: RegExp;
  /** Put before the id. */
  prefix?: string;
}

/** An id system and its rules. */
export interface IdSystem {
  /** Whether a film has only one id in the system, so that two different ids mean two films. */
  isUnique: boolean;
  /**
   * Whether ids are slugs of the title that the site may change, so that two different ids are weaker
   * evidence.
   */
  isRenamed: boolean;
  /**
   * Whether only films have ids in the system, so that an id says that a thing is a film. IMDb, Wikidata and Wikipedia
   * have series, games and people too.
   */
  provesFilm: boolean;
  /** The form of a second kind of id for the same films. Ids of the two kinds cannot be compared. */
  otherId?: RegExp;
  /** The form of a complete id; a part of an address that does not match is not read. */
  id: RegExp;
  /** The letter case of ids: `imdb:tt0111161`, `wikidata:Q788822`. */
  letterCase: 'lower' | 'upper' | 'kept';
  addresses: () => IdAddress[];
}

const digits = /^\d{1,12}$/;
const slug = /^[\w-]+$/;
const dottedSlug = /^[\w!+-]+(?:\.[\w!+-]+)*$/;

/** In addresses a number ends where no letter, digit or escape follows; a slug fills its part of the path. */
const numbered = {
  isUnique: true,
  isRenamed: false,
  provesFilm: true,
  id: digits,
  letterCase: 'lower',
} as const;
const named = { isUnique: true, isRenamed: true, provesFilm: true, id: slug, letterCase: 'lower' } as const;

const imdbDomains = ['imdb.com', 'imdb.de', 'imdb.es', 'imdb.fr', 'imdb.it', 'imdb.pt'];

/** ČSFD and its sister sites in other countries, which share its ids. */
export const csfdDomains = [
  'csfd.cz',
  'csfd.sk',
  'filmbooster.com',
  'filmbooster.co.uk',
  'filmbooster.ca',
  'filmbooster.at',
];

/**
 * Every id system with all its rules, the best first: its ids are compared first and used first to look up a film. Examples of ids: `imdb:tt0111161`, `tmdb:152601` (films only),
 * `letterboxd:her`, `rottentomatoes:her` and `metacritic:her` (the slug), `wikidata:Q788822`,
 * `trakt:her-2013`, `mubi:her`, `justwatch:us/movie/her` (with country and word, because slugs differ by
 * country), `wikipedia:en:Her_(film)`, and a plain number in the other systems.
 */
export const idSystems = {
  imdb: {
    ...numbered,
    provesFilm: false,
    id: /^tt\d{7,10}$/i,
    addresses: () => [
      // imdb.com/title/tt1798709/reviews · imdb.com/de/title/tt1798709 · m.imdb.com · imdb.de (to about 2013)
      { domains: imdbDomains, path: /^\/(?:[a-z-]{2,9}\/)?title\/(tt\d+)(?![\w%-])/i },
      // us.imdb.com/Title?0120737 (about 2000)
      { domains: ['imdb.com'], path: /^\/Title\?(?:tt)?(\d{7})(?![\w%-])/i, prefix: 'tt' },
      { domains: ['boxofficemojo.com'], path: /^\/title\/(tt\d+)(?![\w%-])/i },
      { domains: ['letterboxd.com'], path: /^\/imdb\/(tt\d+)(?![\w%-])/i },
    ],
  },
  wikidata: {
    ...numbered,
    provesFilm: false,
    id: /^Q\d{1,10}$/i,
    letterCase: 'upper',
    addresses: () => [
      {
        domains: ['wikidata.org'],
        path: /^\/(?:wiki|entity)\/(?:Special:EntityData\/)?(Q\d+)(?![\w%-])/i,
      },
    ],
  },
  tmdb: {
    ...numbered,
    id: /^\d{1,9}$/,
    addresses: () => [
      { domains: ['themoviedb.org', 'tmdb.org'], path: /^\/movie\/(\d+)(?![\w%])/ },
      { domains: ['letterboxd.com'], path: /^\/tmdb\/(\d+)(?![\w%-])/ },
    ],
  },
  letterboxd: {
    ...named,
    // letterboxd.com/film/her/ · letterboxd.com/dave/film/her/1/; not letterboxd.com/film/film:19619/
    addresses: () => [{ domains: ['letterboxd.com'], path: /^\/(?:[\w-]+\/)?film\/([^/?]+)/ }],
  },
  rottentomatoes: {
    ...named,
    // rottentomatoes.com/m/0814255 · /m/1011615-king_kong: until about 2010; each now redirects to a slug.
    otherId: /^\d{6,}/,
    id: dottedSlug,
    addresses: () => [{ domains: ['rottentomatoes.com'], path: /^\/m\/([^/?]+)/ }],
  },
  metacritic: {
    ...named,
    id: dottedSlug,
    addresses: () => [{ domains: ['metacritic.com'], path: /^\/movie\/([^/?]+)/ }],
  },
  trakt: {
    ...named,
    // The API returns numbers as well as slugs, and accepts both.
    otherId: /^\d+$/,
    id: /^(?!(?:trending|popular|anticipated|watched|collected|boxoffice|favorited|recommendations|streaming|played|updates)$)[\w-]+$/i,
    addresses: () => [{ domains: ['trakt.tv'], path: /^\/movies\/([^/?]+)/ }],
  },
  kinopoisk: {
    ...numbered,
    // kinopoisk.ru/film/577488/ · /film/ona-2013-577488/; not hd.kinopoisk.ru/film/HEX
    addresses: () => [{ domains: ['kinopoisk.ru'], path: /^\/film\/(?:[^/?]{1,200}-)?(\d+)(?![\w%-])/ }],
  },
  filmweb: {
    ...numbered,
    // filmweb.pl/film/Ona-2013-640149
    addresses: () => [{ domains: ['filmweb.pl'], path: /^\/film\/[^/?]{1,200}-\d{4}-(\d+)(?![\w%-])/ }],
  },
  csfd: {
    ...numbered,
    addresses: () => [{ domains: csfdDomains, path: /^\/film\/(\d+)(?![\w%])/ }],
  },
  douban: {
    ...numbered,
    addresses: () => [
      { domains: ['movie.douban.com'], path: /^\/subject\/(\d+)(?![\w%-])/ },
      { domains: ['m.douban.com'], path: /^\/movie\/subject\/(\d+)(?![\w%-])/ },
    ],
  },
  allocine: {
    ...numbered,
    addresses: () => [
      // allocine.fr/film/fichefilm_gen_cfilm=206799.html · /film/fichefilm-206799/critiques/
      { domains: ['allocine.fr'], path: /^\/film\/fichefilm(?:_gen_cfilm=|-)(\d+)(?![\w%-])/ },
      // allocine.fr/video/player_gen_cmedia=1&cfilm=206799.html
      { domains: ['allocine.fr'], path: /^\/video\/.{0,60}[_?&;]cfilm=(\d+)(?![\w%-])/ },
      // Sister sites in other languages, which share its ids.
      { domains: ['sensacine.com'], path: /^\/peliculas\/pelicula-(\d+)(?![\w%-])/ },
      { domains: ['adorocinema.com'], path: /^\/filmes\/filme-(\d+)(?![\w%-])/ },
      { domains: ['filmstarts.de'], path: /^\/kritiken\/(\d+)(?![\w%-])/ },
      { domains: ['beyazperde.com'], path: /^\/filmler\/film-(\d+)(?![\w%-])/ },
    ],
  },
  filmaffinity: {
    ...numbered,
    id: /^\d{5,7}$/,
    addresses: () => [
      // filmaffinity.com/es/film889720.html · /en/reviews/1/889720.html · m.filmaffinity.com/es/movie.php?id=889720
      { domains: ['filmaffinity.com'], path: /^\/[a-z]{2}\/film(\d+)\.html(?![\w%-])/ },
      { domains: ['filmaffinity.com'], path: /^\/[a-z]{2}\/reviews\/\d+\/(\d+)\.html(?![\w%-])/ },
      { domains: ['filmaffinity.com'], path: /^\/[a-z]{2}\/movie\.php\?id=(\d+)(?![\w%-])/ },
    ],
  },
  mubi: {
    ...named,
    // mubi.com/films/her · mubi.com/en/us/films/her
    addresses: () => [{ domains: ['mubi.com'], path: /^\/(?:[a-z]{2}\/){0,2}films\/([^/?]+)/ }],
  },
  senscritique: {
    ...numbered,
    addresses: () => [{ domains: ['senscritique.com'], path: /^\/film\/[^/?]+\/(\d+)(?![\w%-])/ }],
  },
  // In the systems below a film has several ids: one per language, country or edition.
  wikipedia: {
    ...numbered,
    isUnique: false,
    provesFilm: false,
    id: /^[a-z][a-z-]{1,11}:.+$/,
    letterCase: 'kept',
    // Its addresses do not fit one pattern: `findArticle` in refs.ts reads them.
    addresses: () => [],
  },
  justwatch: {
    ...numbered,
    isUnique: false,
    id: /^[a-z]{2}\/[a-z]+\/[\w-]+$/i,
    addresses: () => [
      {
        domains: ['justwatch.com'],
        path: /^\/([a-z]{2}\/(?:movie|film|pelicula|filme|elokuva)\/[^/?]+)/i,
      },
    ],
  },
  criterion: {
    ...numbered,
    isUnique: false,
    addresses: () => [{ domains: ['criterion.com'], path: /^\/films\/(\d+)(?![\w%])/ }],
  },
} as const satisfies Record<string, IdSystem>;

/** The name of an id system. */
export type IdKind = keyof typeof idSystems;

/**
 * The kinds of refs: ids of a system, or `title`, which is the project's own: the folded title and the year.
 */
export type RefKind = IdKind | 'title';

/**
 * A name for a film as text: `imdb:tt1798709`, `wikidata:Q788822`, `title:her:2013` (folded title and year).
 */
export type FilmRef = `${RefKind}:${string}`;

/** The rules of an id system. */
export const findIdSystem = (kind: IdKind): IdSystem => idSystems[kind];

/** The id systems, the best first. */
export const idKinds: readonly IdKind[] = /* @__PURE__ */ Object.keys(idSystems) as IdKind[];

/** Everything that a ref can begin with. */
export const refKinds: readonly RefKind[] = /* @__PURE__ */ [...idKinds, 'title'];
