import { listElements } from '../dom.ts';
import { listHeadNames, maxHeadings, readLine, readPageHead, type PageHead } from '../page-head.ts';
import { hasKnownAddress, jsonLdBlocks, microdataItems, microformats, rdfaItems } from './work-signals.ts';

/** The commonest words of film that `words.ts` counts, or their beginnings; some begin other words too, and cost a look for nothing. */
const sign =
  /film|movie|cin[eé]|kino|кино|режис|映画|电影|影片|영화|pel[ií]c|thriller|documentar|co-?star|direct|\bdir\b|oscar|remake|sequel|regi[esa]|фильм|snímek/i;
const links = 'a[href*="film"],a[href*="movie"]';

/** Text that is looked through, in UTF-16 units: more than any list of films has before the first word of film. */
const maxText = 300_000;

/** What the signs are looked for in, beside the text. */
interface NamedPage extends Pick<PageHead, 'meta' | 'url'> {
  /** What the page calls itself. */
  names: string[];
}

/** Whether a page's names, its address, its links or its text hold a word of film: without one no text names a film. */
export function hasFilmSignals({ names, meta, url }: NamedPage, root: Element): boolean {
  return (
    sign.test(`${names.join(' ')} ${url.href} ${[...meta.values()].join(' ')}`) ||
    root.querySelector(links) !== null ||
    sign.test((root.textContent ?? '').slice(0, maxText))
  );
}

const data = [jsonLdBlocks, microdataItems, rdfaItems, ...microformats];

/** Whether a page has data that may describe a work, or an address that may lead to one. Without either, only its text can name a film. */
export function hasWorkSignals(page: PageHead, root: Element): boolean {
  return data.some((selector) => root.querySelector(selector) !== null) || hasKnownAddress(page, root);
}

/** Whether anything in `root`, or in all of a page, may speak of a film, as far as a glance tells. */
export function mayNameFilms(document: Document, url: string, root: Element | null): boolean {
  const head = readPageHead(document, url);
  if (!head) return false;
  // All of them: which of many headings name the page is not worth finding out here.
  const headings = root ? listElements(head.root, 'h1', maxHeadings).map(readLine) : [];
  const names = [...listHeadNames(head), ...headings];
  const looked = root ?? head.root;
  return hasFilmSignals({ ...head, names }, looked) || hasWorkSignals(head, looked);
}
