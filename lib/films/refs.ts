import type { FilmRef, RefKind, WorkKind } from './types.ts';

/** Where a system's ids stand in addresses. Group 1 of `path` (tested against path and query) is the id. */
interface RefPattern {
  kind: RefKind;
  /** The end of the host's name, after a dot or whole. */
  host: RegExp;
  path: RegExp;
  /** The id out of the match and the host; group 1 where this is missing. */
  form?: (match: RegExpExecArray, host: string) => string | null;
}

const patterns: RefPattern[] = [
  {
    kind: 'imdb',
    host: /(?:^|\.)imdb\.com$/,
    path: /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/title\/(tt\d{7,10})\b/i,
  },
  {
    kind: 'imdb',
    host: /(?:^|\.)imdb\.com$/,
    path: /^\/Title\?(?:tt)?(\d{7,10})\b/,
    form: (match) => `tt${match[1] ?? ''}`,
  },
  { kind: 'imdb', host: /(?:^|\.)boxofficemojo\.com$/, path: /^\/title\/(tt\d{7,10})\b/i },
  { kind: 'imdb', host: /(?:^|\.)letterboxd\.com$/, path: /^\/imdb\/(tt\d{7,10})\b/i },
  { kind: 'tmdb', host: /(?:^|\.)(?:themoviedb|tmdb)\.org$/, path: /^\/movie\/(\d{1,9})(?:[-/?]|$)/ },
  { kind: 'tmdb', host: /(?:^|\.)letterboxd\.com$/, path: /^\/tmdb\/(\d{1,9})(?:[/?]|$)/ },
  { kind: 'letterboxd', host: /(?:^|\.)letterboxd\.com$/, path: /^(?:\/[\w-]+)?\/film\/([\w-]+)/ },
  { kind: 'rottentomatoes', host: /(?:^|\.)rottentomatoes\.com$/, path: /^\/m\/([\w-]+)/ },
  { kind: 'metacritic', host: /(?:^|\.)metacritic\.com$/, path: /^\/movie\/([\w!+-]+)/ },
  {
    kind: 'wikidata',
    host: /(?:^|\.)wikidata\.org$/,
    path: /^\/(?:wiki|entity)\/(?:Special:EntityData\/)?(Q\d{1,10})\b/i,
  },
  {
    kind: 'wikipedia',
    host: /^(?:[a-z-]+\.)?(?:m\.)?wikipedia\.org$/,
    path: /^\/wiki\/([^?#:]+(?::[^?#:\w][^?#]*)?)/,
    form: (match, host) => `${/^(?!www\.|m\.)([a-z-]+)\./.exec(host)?.[1] ?? 'en'}:${match[1] ?? ''}`,
  },
  { kind: 'trakt', host: /(?:^|\.)trakt\.tv$/, path: /^\/movies\/([\w-]+)/ },
  { kind: 'allocine', host: /(?:^|\.)allocine\.fr$/, path: /^\/film\/fichefilm(?:_gen_cfilm=|-)(\d+)/ },
  { kind: 'allocine', host: /(?:^|\.)allocine\.fr$/, path: /[?&_](?:gen_)?cfilm=(\d+)/ },
  { kind: 'filmweb', host: /(?:^|\.)filmweb\.pl$/, path: /^\/film\/[^/?]*-(\d+)(?:[/?]|$)/ },
  { kind: 'kinopoisk', host: /^(?:www\.|m\.)?kinopoisk\.ru$/, path: /^\/film\/(?:[^/?]*-)?(\d+)(?:[/?]|$)/ },
  { kind: 'douban', host: /(?:^|\.)douban\.com$/, path: /^\/(?:movie\/)?subject\/(\d+)/ },
  { kind: 'filmaffinity', host: /(?:^|\.)filmaffinity\.com$/, path: /^\/[a-z]{2}\/film(\d+)\.html/ },
  {
    kind: 'csfd',
    host: /(?:^|\.)(?:csfd\.(?:cz|sk)|filmbooster\.(?:com|co\.uk|ca|at))$/,
    path: /^\/film\/(\d+)[^/]*(?!\/\d+-)(?:[/?]|$)/,
  },
  { kind: 'mubi', host: /(?:^|\.)mubi\.com$/, path: /^(?:\/[a-z]{2})?(?:\/[a-z]{2})?\/films\/([\w-]+)/ },
  {
    kind: 'justwatch',
    host: /(?:^|\.)justwatch\.com$/,
    path: /^\/([a-z]{2}\/(?:movie|film|pelicula|filme|elokuva|filma)\/[\w-]+)/i,
  },
  { kind: 'criterion', host: /(?:^|\.)criterion\.com$/, path: /^\/films\/(\d+)/ },
  { kind: 'senscritique', host: /(?:^|\.)senscritique\.com$/, path: /^\/film\/[^/?]+\/(\d+)/ },
];

const works: { kind: WorkKind; host: RegExp; path: RegExp }[] = [
  { kind: 'season', host: /./, path: /^\/tv\/[^/]+\/(?:s\d+|season[-/]\d+)\/?(?:\?|$)/ },
  {
    kind: 'series',
    host: /(?:^|\.)(?:themoviedb\.org|rottentomatoes\.com|metacritic\.com)$/,
    path: /^\/tv\//,
  },
  { kind: 'series', host: /(?:^|\.)trakt\.tv$/, path: /^\/shows\// },
  { kind: 'series', host: /(?:^|\.)allocine\.fr$/, path: /^\/series\// },
];

function parseUrl(url: string, base?: string): URL | null {
  try {
    return new URL(url, base);
  } catch {
    return null;
  }
}

/** Follows links through search engines' redirect pages to what they point at. */
function unwrap(url: URL): URL {
  const host = url.hostname;
  if (/(?:^|\.)google\.[a-z.]{2,6}$/.test(host) && url.pathname === '/url') {
    return parseUrl(url.searchParams.get('q') ?? url.searchParams.get('url') ?? '') ?? url;
  }
  return url;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * The film's id that an address holds, or null. An IMDb, Wikipedia, Wikidata or Douban id found in an address alone
 * does not prove a film: series, games and people have the same addresses there.
 */
export function findRefInUrl(url: string, base?: string): FilmRef | null {
  const parsed = parseUrl(url, base);
  if (parsed === null) return null;
  const target = unwrap(parsed);
  const path = target.pathname + target.search;
  for (const pattern of patterns) {
    if (!pattern.host.test(target.hostname)) continue;
    const match = pattern.path.exec(path);
    const id = match && (pattern.form ? pattern.form(match, target.hostname) : match[1]);
    if (id) return `${pattern.kind}:${decode(id)}`;
  }
  return null;
}

/** The kind of work that an address says it is about, where it says so; null where it could be any. */
export function findWorkKindInUrl(url: string, base?: string): WorkKind | null {
  const parsed = parseUrl(url, base);
  if (parsed === null) return null;
  const target = unwrap(parsed);
  const path = target.pathname + target.search;
  return works.find((work) => work.host.test(target.hostname) && work.path.test(path))?.kind ?? null;
}
