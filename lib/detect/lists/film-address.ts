import { foldTitle } from '../../films/titles/title-key.ts';
import { decodePart } from '../decode.ts';
import type { Page } from '../page.ts';
import { isFilmNoun } from '../words.ts';
import { programmeWords } from './row-data.ts';

/** Whether a part of a path says that what follows is a film: "film", "liff-2022-films", "detalle-pelicula", "film.php". */
const isFilmPart = (part: string): boolean => isFilmNoun(part.toLowerCase().replace(/^.*[-_.]/, ''));

/** What a link's address says of what it leads to. */
export interface Address {
  part: 'film' | 'programme' | null;
  /** The words of the address that may be the title, without ids. */
  slug: string;
}

/** The parts of a link's address; null for one that is not a page. */
export function readAddress(href: string | null, page: Page): Address | null {
  const url = href === null || href.length > 600 ? null : URL.parse(href, page.url.href);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const parts = url.pathname
    .split('/')
    .map((part) => decodePart(part).replace(/\.\w{2,4}$/, ''))
    .filter((part) => /\p{L}/u.test(part));
  const [before = '', last = ''] = parts.length > 1 ? parts.slice(-2) : ['', parts[0]];
  // "/film/123", "/film.php?id=123": the address has no words of the title.
  const own = /\d/.test(url.pathname + url.search) ? findPart(last) : null;
  return own
    ? { part: own, slug: '' }
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
  const said = squeeze(name);
  const named = slug.replace(/^\d+|\d{4,}$/g, '');
  return (
    named.length < 2 ||
    said.includes(named.slice(0, 8)) ||
    (said.length > 2 && named.includes(said.slice(0, 8)))
  );
}
