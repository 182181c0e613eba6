import { once } from '../async/once.ts';
import { parseId } from './film-ids.ts';
import { findIdSystem, idKinds, type IdAddress, type IdKind } from './id-systems.ts';
import { workAddresses, redirects, type Redirect, type WorkAddress } from './site-addresses.ts';
import type { FilmRef, WorkKind } from './types.ts';
import { findKindOfLabel } from './work-kinds.ts';

/** Maximum length of an address in UTF-16 units; longer ones are not read. */
const maxLength = 2000;

/** Maximum number of redirects followed in one address. */
const maxHops = 2;

function parseUrl(url: string, base?: string): URL | null {
  // Rejects texts that are not addresses without the cost of an exception: tables have thousands of such
  // cells.
  if (url.length > maxLength || (!base && !url.includes(':'))) return null;
  try {
    const parsed = new URL(url, base);
    return /^https?:$/.test(parsed.protocol) ? parsed : null;
  } catch {
    return null;
  }
}

/** Bing writes the target of a redirect in base64url after "a1". */
function decodeBing(text: string): string {
  try {
    return atob(text.slice(2).replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

function findTarget(url: URL): URL | null {
  const archived = /^\/web\/\d+[a-z_]*\/(https?:\/\/.+)$/.exec(
    url.hostname === 'web.archive.org' ? url.pathname + url.search : '',
  );
  if (archived?.[1] !== undefined) return parseUrl(archived[1]);
  const redirect = findPatterns(url.hostname).redirects.find(({ path }) => path.test(url.pathname));
  for (const name of redirect?.parameters ?? []) {
    const value = url.searchParams.get(name);
    if (value !== null) return parseUrl(value.startsWith('a1') ? decodeBing(value) : value);
  }
  return null;
}

/**
 * The address that a link finally leads to, as far as the link itself states it; null if that is not a web
 * address.
 */
function followUrl(url: string, base?: string): URL | null {
  let target = parseUrl(url, base);
  for (let hop = 0; hop < maxHops && target !== null; hop += 1) {
    const next = findTarget(target);
    if (next === null) break;
    target = next;
  }
  return target;
}

/** Decodes the escapes in a part of an address; null if they are not UTF-8. */
function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function isOn(host: string, domains: string[]): boolean {
  return domains.some(
    (domain) =>
      host.endsWith(domain) && (host.length === domain.length || host.at(-domain.length - 1) === '.'),
  );
}

interface FilmAddress extends IdAddress {
  kind: IdKind;
}

/** The patterns for addresses on one host. */
interface HostPatterns {
  films: FilmAddress[];
  works: WorkAddress[];
  redirects: Redirect[];
}

const filmAddresses = once((): FilmAddress[] =>
  idKinds.flatMap((kind) =>
    findIdSystem(kind)
      .addresses()
      .map((address) => ({ ...address, kind })),
  ),
);

/** Cached by host, because the links of a page lead to few hosts. */
const hosts = new Map<string, HostPatterns>();
const maxHosts = 500;

function findPatterns(host: string): HostPatterns {
  let known = hosts.get(host);
  if (known) return known;
  known = {
    films: filmAddresses().filter(({ domains }) => isOn(host, domains)),
    works: workAddresses().filter(({ domains }) => isOn(host, domains)),
    redirects: redirects().filter(({ domain }) => domain.test(host)),
  };
  if (hosts.size >= maxHosts) hosts.clear();
  hosts.set(host, known);
  return known;
}

interface Article {
  language: string;
  name: string;
}

/**
 * A Wikipedia article's language and name; null for other pages, including the encyclopedia's own namespaces.
 */
function findArticle(url: URL): Article | null {
  if (!url.hostname.endsWith('.wikipedia.org')) return null;
  const language = /^([a-z][a-z-]{1,11})\.(?:m\.)?wikipedia\.org$/.exec(url.hostname)?.[1];
  if (language === undefined || language === 'www') return null;
  const path = /^\/(?:wiki|zh-[a-z]{2,4})\/(.+)$/.exec(url.pathname)?.[1] ?? url.searchParams.get('title');
  const name = trimName(decode(path ?? '')?.replace(/ /g, '_') ?? '');
  // "Category:Films" and "Spezial:Suche" are not articles; "Mission:_Impossible" and "3:10_to_Yuma" are.
  return name === '' || /^[^\d!-/:-@[-^`{-~]+:[^_]/.test(name) ? null : { language, name };
}

/** The name without the punctuation of the sentence that an address is in: `Her_(film),` is `Her_(film)`. */
function trimName(name: string): string {
  let trimmed = name.replace(/\)[^)\p{L}\p{N}]+$/u, ')').replace(/[,;]+$/, '');
  while (trimmed.endsWith(')') && trimmed.split(')').length > trimmed.split('(').length)
    trimmed = trimmed.slice(0, -1);
  return trimmed;
}

function findKind(url: URL, article: Article | null): WorkKind | null {
  const named = article && findKindOfArticle(article.name);
  if (named !== undefined && named !== null) return named;
  const path = url.pathname + url.search;
  return findPatterns(url.hostname).works.find((work) => work.path.test(path))?.kind ?? null;
}

/**
 * The kind of work that the brackets of an encyclopedia article's name state: "Her (2013 film)", "Roma_(película_de_2018)";
 * null if they state none.
 */
export function findKindOfArticle(name: string): WorkKind | null {
  const label = /[ _]\(([^()]+)\)$/.exec(name)?.[1]?.replaceAll('_', ' ');
  return label === undefined ? null : findKindOfLabel(label.replace(/^\d{4} |,? (?:d[eo] )?\d{4}$/g, ''));
}

/**
 * The film id in an address, after following search engines' redirects; null if it contains none or says that
 * it is not about a film. An IMDb, Wikipedia, Wikidata, Letterboxd, Douban, FilmAffinity or ČSFD id in an
 * address does not prove a film: series have the same addresses there, and on the first three games, books
 * and people too. `base` is the page's address, for relative links.
 */
export function findRefInUrl(url: string, base?: string): FilmRef | null {
  return readAddress(url, base).ref;
}

/** The results of `findRefInUrl` and `findWorkKindInUrl` in one call. */
export function readAddress(url: string, base?: string): { ref: FilmRef | null; kind: WorkKind | null } {
  const target = followUrl(url, base);
  if (target === null) return { ref: null, kind: null };
  const article = findArticle(target);
  const kind = findKind(target, article);
  const isOther = kind !== null && kind !== 'film';
  return { ref: isOther ? null : findRef(target, article), kind };
}

function findRef(url: URL, article: Article | null): FilmRef | null {
  if (article !== null) return `wikipedia:${article.language}:${article.name}`;
  const path = url.pathname + url.search;
  for (const { kind, path: pattern, prefix = '' } of findPatterns(url.hostname).films) {
    const match = pattern.exec(path);
    if (match) return makeRef(kind, prefix + match.slice(1).join(''));
  }
  return null;
}

/** The ref of an id as written in an address; null if it is not a complete id of the system. */
function makeRef(kind: IdKind, part: string): FilmRef | null {
  const id = decode(part);
  return id === null ? null : parseId(kind, id);
}

/**
 * The kind of work that an address states: `themoviedb.org/tv/1396` and `…/wiki/Fargo_(TV_series)` a series,
 * `…/wiki/Her_(film)` a film. Null if it could be of any kind, as most addresses of films could.
 */
export function findWorkKindInUrl(url: string, base?: string): WorkKind | null {
  return readAddress(url, base).kind;
}
