import { isIdKind } from './film-ids.ts';
import type { IdKind } from './id-systems.ts';

/** The name of an id system and the addresses of its films. Not in `idSystems`, which page scripts load. */
interface IdPages {
  /** The system's own name, for people. */
  name: string;
  /** The address of the film's page; null if it cannot be made from the id. */
  findPage: (id: string) => string | null;
}

/** The names of all id systems, and the addresses of their films. */
export const idPages: Record<IdKind, IdPages> = {
  imdb: {
    name: 'IMDb',
    findPage: (id) => `https://www.imdb.com/title/${encodeURIComponent(id)}/`,
  },
  wikidata: {
    name: 'Wikidata',
    findPage: (id) => `https://www.wikidata.org/wiki/${encodeURIComponent(id)}`,
  },
  tmdb: {
    name: 'TMDB',
    findPage: (id) => `https://www.themoviedb.org/movie/${encodeURIComponent(id)}`,
  },
  letterboxd: {
    name: 'Letterboxd',
    findPage: (id) => `https://letterboxd.com/film/${encodeURIComponent(id)}/`,
  },
  rottentomatoes: {
    name: 'Rotten Tomatoes',
    findPage: (id) => `https://www.rottentomatoes.com/m/${encodeURIComponent(id)}`,
  },
  metacritic: {
    name: 'Metacritic',
    findPage: (id) => `https://www.metacritic.com/movie/${encodeURIComponent(id)}/`,
  },
  trakt: {
    name: 'Trakt',
    findPage: (id) => `https://trakt.tv/movies/${encodeURIComponent(id)}`,
  },
  kinopoisk: {
    name: 'Kinopoisk',
    findPage: (id) => `https://www.kinopoisk.ru/film/${encodeURIComponent(id)}/`,
  },
  filmweb: {
    name: 'Filmweb',
    // The address has title and year before the id.
    findPage: () => null,
  },
  csfd: {
    name: 'ČSFD',
    findPage: (id) => `https://www.csfd.cz/film/${encodeURIComponent(id)}/`,
  },
  douban: {
    name: 'Douban',
    findPage: (id) => `https://movie.douban.com/subject/${encodeURIComponent(id)}/`,
  },
  allocine: {
    name: 'AlloCiné',
    findPage: (id) => `https://www.allocine.fr/film/fichefilm_gen_cfilm=${encodeURIComponent(id)}.html`,
  },
  filmaffinity: {
    name: 'FilmAffinity',
    findPage: (id) => `https://www.filmaffinity.com/en/film${encodeURIComponent(id)}.html`,
  },
  mubi: {
    name: 'MUBI',
    findPage: (id) => `https://mubi.com/films/${encodeURIComponent(id)}`,
  },
  senscritique: {
    name: 'SensCritique',
    findPage: (id) => `https://www.senscritique.com/film/-/${encodeURIComponent(id)}`,
  },
  wikipedia: {
    name: 'Wikipedia',
    findPage: (id) => {
      const [, language, name] = /^([a-z][a-z-]{1,11}):(.+)$/.exec(id) ?? [];
      if (language === undefined || name === undefined) return null;
      return `https://${language}.wikipedia.org/wiki/${encodeURIComponent(name)}`;
    },
  },
  justwatch: {
    name: 'JustWatch',
    findPage: (id) => `https://www.justwatch.com/${encodeURI(id)}`,
  },
  criterion: {
    name: 'Criterion',
    findPage: (id) => `https://www.criterion.com/films/${encodeURIComponent(id)}`,
  },
};

/**
 * The address of a film's page in a system, by its refs; null if it has no id there, or its address cannot be
 * made from the id.
 */
export function findPageAt(kind: string, refs: readonly string[]): string | null {
  if (!isIdKind(kind)) return null;
  const ref = refs.find((each) => each.startsWith(`${kind}:`));
  return ref === undefined ? null : idPages[kind].findPage(ref.slice(kind.length + 1));
}
