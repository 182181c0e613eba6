import { foldTitle } from '../../films/titles/title-key.ts';
import { decodePart } from '../decode.ts';
import type { Page } from '../page.ts';
import { isFilmNoun } from '../words.ts';
import { programmeWords } from './sections.ts';

/** Whether a part of a path says that what follows is a film: "film", "liff-2022-films", "detalle-pelicula", "film.php". */
const isFilmPart = (part: string): boolean => isFilmNoun(part.toLowerCase().replace(/^.*[-_.]/, ''));

/** What a link's address says of what it leads to. */
export interface Address {
  part: 'film' | 'programme' | null;
  /** The words of the address that may be the title, without ids; null if it has only an id. */
  slug: string | null;
}

/** The parts of a link's address; null for one that is not a page. */
export function readAddress(href: string | null, page: Page): Address | null {
  const url =
    href === null || href.length > 600 || href.startsWith('#') ? null : URL.parse(href, page.url.href);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  // "/culture/2024/05/its-name": an article.
  if (/\/(?:19|20)\d\d[/-]\d\d?[/-]/.test(url.pathname)) return null;
  const all = url.pathname
    .split('/')
    .map((part) => decodePart(part).replace(/\.\w{2,4}$/, ''))
    .filter((part) => part !== '');
  const parts = all.filter((part) => /\p{L}/u.test(part));
  const [before = '', last = ''] = parts.length > 1 ? parts.slice(-2) : ['', parts[0]];
  // "/film/123", "/film.php?id=123", "/watch/123": the address has no words of the title.
  const own = /\d/.test(url.pathname + url.search) ? findPart(last) : null;
  // "/show?id=123"
  if (own || /=\d+$/.test(url.search)) return { part: own, slug: '' };
  return all.length > 1 && all.at(-1) !== last && last.length > 1
    ? { part: null, slug: null }
    : { part: findPart(before), slug: squeeze(last.replace(/[-_+]+/g, ' ')) };
}

const findPart = (part: string): Address['part'] =>
  isFilmPart(part) ? 'film' : programmeWords.test(part) ? 'programme' : null;

/** The letters of a title without the words that slugs omit. */
function squeeze(title: string): string {
  return foldTitle(title.replace(/[&+]|\b(?:and|plus)\b/gi, ' ')).replaceAll('-', '');
}

/** Whether the words of an address are the name, or the address has only numbers. */
export function agrees(name: string, { slug }: Address): boolean {
  if (slug === null) return false;
  const said = squeeze(name);
  const named = slug.replace(/^\d+|\d{4,}$/g, '');
  return (
    named.length < 2 ||
    said.includes(named.slice(0, 8)) ||
    (said.length > 2 && named.includes(said.slice(0, 8)))
  );
}
