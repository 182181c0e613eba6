import { listElements, walk } from '../dom.ts';
import { listHeadNames, maxHeadings, readLine, readPageHead, type PageHead } from '../page-head.ts';
import { hasKnownAddress, jsonLdBlocks, microdataItems, rdfaItems } from './work-signals.ts';

/**
 * The most frequent film words of `words.ts`, or their beginnings. Some also begin other words, which only
 * costs a needless reading.
 */
const sign =
  /film|movie|cin[eé]|kino|pel[ií·]+[ck]|thriller|do[ck]ument[aá][lr]|co-?star|direct|\bdir\b|oscar|remake|sequel|r[eé]gi[esa]|sním[ek]k|eloku|kvikm|phim|métrage|cartel|belges|sinema|biograf|biosk|\bBio\b/i;
/** The same in other scripts; tested only on a text that has letters of one. */
const otherSign =
  /кин[оа]|кіно|реж|фи?і?л[ьм]|ταιν|κινη|σινεμ|σκην|φιλμ|סרט|קול?נ|فیل|فيل|فلم|سین|سين|फ़ि?|फ़|सिने|चित्र|চলচ|সিনে|ਫ਼|ફિ|திரை|సిని|സിനി|ചല|ಚಲ|ภาพย|หนัง|ფილ|ֆիլ|影城|影院|上映|放映|상영|映画|电影|電影|影片|영화/i;
const otherScript = /[\u0370-\u1fff\u3040-\ud7ff]{2}/;
const hasSign = (text: string): boolean =>
  sign.test(text) || (otherScript.test(text) && otherSign.test(text));
const links = 'a[href*=film],a[href*=movie]';

/** How much text is searched, in UTF-16 units: more than any list of films has before its first film word. */
const maxText = 300_000;
/** What an element counts, as walking past it takes time too. */
const nodeCost = 4;
/** Nodes searched between two pauses. */
const nodesPerStep = 1000;

/** A search that pauses often. */
type Search = Generator<undefined, boolean>;

/**
 * Whether one of the first texts of a page has a film word. Walks no further than that: the whole text of a page of 5 MB
 * takes more than 50 ms.
 */
function* hasSignInText(root: Element): Search {
  const walker = walk(root.ownerDocument, root);
  let left = maxText;
  for (let seen = 1; left > 0 && walker?.nextNode(); seen += 1) {
    const text = (walker.currentNode.nodeValue ?? '').slice(0, left);
    if (hasSign(text)) return true;
    left -= text.length || nodeCost;
    if (seen % nodesPerStep === 0) yield;
  }
  return false;
}

/** What is searched besides the text. */
interface NamedPage extends Pick<PageHead, 'meta' | 'url'> {
  /** The page's own names. */
  names: string[];
}

/**
 * Whether a page's names, address, links or text contain a film word; without one, no text on it names a
 * film.
 */
export function* hasFilmSignals({ names, meta, url }: NamedPage, root: Element): Search {
  if (hasSign(`${names.join(' ')} ${url.href} ${[...meta.values()].join(' ')}`)) return true;
  return root.querySelector(links) !== null || (yield* hasSignInText(root));
}

const data = [jsonLdBlocks, microdataItems, rdfaItems];

/**
 * Whether a page has data that may describe a work, or an address that may lead to one. If neither, only its
 * text can name a film.
 */
export function hasWorkSignals(page: PageHead, root: Element): boolean {
  return data.some((selector) => root.querySelector(selector) !== null) || hasKnownAddress(page, root);
}

/**
 * A quick test of whether `root`, or the whole page if it is null, may name a film; may be true for a page
 * without films.
 */
export function* mayNameFilms(document: Document, url: string, root: Element | null): Search {
  const head = readPageHead(document, url);
  if (!head) return false;
  // All headings: finding out which of them name the page would cost too much here.
  const headings = root ? listElements(head.root, 'h1', maxHeadings).map(readLine) : [];
  const names = [...listHeadNames(head), ...headings];
  const looked = root ?? head.root;
  return (yield* hasFilmSignals({ ...head, names }, looked)) || hasWorkSignals(head, looked);
}
