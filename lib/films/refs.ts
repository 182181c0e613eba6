import { filmAddresses, otherAddresses, redirects, type AddressPattern } from './site-addresses.ts';
import type { FilmRef, WorkKind } from './types.ts';
import { findKindOfLabel } from './work-kinds.ts';

/** Longer addresses are not read. */
const maxLength = 2000;

/** A redirect may lead to a redirect, but hardly further. */
const maxHops = 2;

function parseUrl(url: string, base?: string): URL | null {
  if (url.length > maxLength) return null;
  try {
    const parsed = new URL(url, base);
    return /^https?:$/.test(parsed.protocol) ? parsed : null;
  } catch {
    return null;
  }
}

/** Bing writes where it leads to in base64url behind "a1". */
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
  const redirect = redirects.find(({ domain, path }) => domain.test(url.hostname) && path.test(url.pathname));
  for (const name of redirect?.parameters ?? []) {
    const value = url.searchParams.get(name);
    if (value !== null) return parseUrl(value.startsWith('a1') ? decodeBing(value) : value);
  }
  return null;
}

/** The address that a link leads to in the end, as far as it says so itself; null where it is no web address. */
function followUrl(url: string, base?: string): URL | null {
  let target = parseUrl(url, base);
  for (let hop = 0; hop < maxHops && target !== null; hop += 1) {
    const next = findTarget(target);
    if (next === null) break;
    target = next;
  }
  return target;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function isOn(host: string, domains: string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

function findPattern<Kind>(patterns: AddressPattern<Kind>[], url: URL): { kind: Kind; id: string } | null {
  const path = url.pathname + url.search;
  for (const { kind, domains, path: pattern, prefix = '' } of patterns) {
    const match = isOn(url.hostname, domains) ? pattern.exec(path) : null;
    if (match) return { kind, id: prefix + match.slice(1).join('') };
  }
  return null;
}

/** A Wikipedia article's language and name; null for other pages, those of the encyclopedia's own name spaces too. */
function findArticle(url: URL): { language: string; name: string } | null {
  const language = /^([a-z][a-z-]{1,11})\.(?:m\.)?wikipedia\.org$/.exec(url.hostname)?.[1];
  if (language === undefined || language === 'www') return null;
  const path = /^\/(?:wiki|zh-[a-z]{2,4})\/(.+)$/.exec(url.pathname)?.[1] ?? url.searchParams.get('title');
  const name = decode(path ?? '').replace(/ /g, '_');
  // "Category:Films" and "Spezial:Suche" are no articles; "Mission:_Impossible" and "3:10_to_Yuma" are.
  return name === '' || /^[\p{L}_]+:[^_]/u.test(name) ? null : { language, name };
}

function findKind(url: URL): WorkKind | null {
  const article = findArticle(url);
  const label = /_\(([^()]+)\)$/.exec(article?.name ?? '')?.[1];
  if (label === undefined) return findPattern(otherAddresses, url)?.kind ?? null;
  return findKindOfLabel(label.replace(/^\d{4}_|,?_(?:de_)?\d{4}$/g, '').replaceAll('_', ' '));
}

/**
 * The film's id that an address holds, redirects of search engines followed; null where it holds none or says itself that
 * it is of no film. An IMDb, Wikipedia, Wikidata, Letterboxd, Douban, FilmAffinity or ČSFD id found in an address alone
 * does not prove a film: series have the same addresses there, and on the first three so have games, books and people.
 * `base` is the page's address, for links that are relative.
 */
export function findRefInUrl(url: string, base?: string): FilmRef | null {
  const target = followUrl(url, base);
  if (target === null) return null;
  const kind = findKind(target);
  if (kind !== null && kind !== 'film') return null;
  const article = findArticle(target);
  if (article !== null) return `wikipedia:${article.language}:${article.name}`;
  const found = findPattern(filmAddresses, target);
  if (found === null) return null;
  if (found.kind === 'wikidata') return `wikidata:${found.id.toUpperCase()}`;
  return `${found.kind}:${found.id.toLowerCase()}`;
}

/**
 * The kind of work that an address says it is about: `themoviedb.org/tv/1396` a series, `…/wiki/Fargo_(TV_series)` too,
 * `…/wiki/Her_(film)` a film. Null where it could be any, as most addresses of films could.
 */
export function findWorkKindInUrl(url: string, base?: string): WorkKind | null {
  const target = followUrl(url, base);
  return target === null ? null : findKind(target);
}
