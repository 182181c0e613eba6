import { readPageFacts, type Page } from './page.ts';
import { jsonLdBlocks } from './readers/json-ld.ts';
import { hasKnownAddress } from './readers/links.ts';
import { dataItems } from './readers/microdata.ts';
import { microformats } from './readers/microformats.ts';

/** The commonest words of film that `words.ts` counts, or their beginnings; some begin other words too, and cost a look for nothing. */
const sign =
  /film|movie|cin[eé]|kino|кино|режис|映画|电影|影片|영화|pel[ií]c|thriller|documentar|co-?star|direct|\bdir\b|oscar|remake|sequel|regi[esa]|фильм|snímek/i;
const links = 'a[href*="film"],a[href*="movie"]';

/** Text that is looked through, in UTF-16 units: more than any list of films has before the first word of film. */
const maxText = 300_000;

/** Whether a page's names, its address, its links or its text hold a word of film: without one no text names a film. */
export function hasFilmSignals({ names, meta, url }: Page, root: Element): boolean {
  return (
    sign.test(`${names.join(' ')} ${url.href} ${[...meta.values()].join(' ')}`) ||
    root.querySelector(links) !== null ||
    sign.test((root.textContent ?? '').slice(0, maxText))
  );
}

const data = [jsonLdBlocks, ...dataItems, ...microformats];

/** Whether a page has data that may describe a work, or an address that may lead to one. Without either, only its text can name a film. */
export function hasWorkSignals(page: Page, root: Element): boolean {
  return data.some((selector) => root.querySelector(selector) !== null) || hasKnownAddress(page, root);
}

/** Whether anything in `root`, or in all of a page, may speak of a film, as far as a glance tells. */
export function mayNameFilms(document: Document, url: string, root: Element | null): boolean {
  const page = readPageFacts(document, url);
  if (!page) return false;
  const looked = root ?? page.root;
  return hasFilmSignals(page, looked) || hasWorkSignals(page, looked);
}
