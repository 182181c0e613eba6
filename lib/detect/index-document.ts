import { attribute, isClosed, isText, nameOf, parentOf, unreadNames, walk } from './dom.ts';
import type { Page } from './page.ts';

/** Limits per page; anything beyond them is not read. */
const maxLinks = 12_000;
const maxApart = 3000;
const maxTexts = 3000;
const maxBodyText = 10_000;
const maxParagraphs = 300;
/** Nodes walked before a pause: about a millisecond. */
const nodesPerStep = 1500;

/** The elements and texts of a page that may contain a title, in page order. */
export interface DocumentIndex {
  /** Elements `em`, `i` and `cite`, which often mark titles. */
  apart: Element[];
  headings: Element[];
  /** Headings, links, and buttons with a picture together. */
  outline: Element[];
  tables: Element[];
  /** Short texts, which may be labels of facts. */
  labels: Text[];
  /** Texts with a quotation mark, a year or director in brackets, or words that begin a list of names. */
  texts: Text[];
  /** Elements that directly contain a longer text; they show where the content is. */
  paragraphs: Element[];
  /** The longer texts joined, about 10,000 characters: what the page talks about. */
  bodyText: string;
}

/** An apostrophe that can open a quotation, or brackets with a year or a director. */
const openers = /(?:^|[\s(])'|[([][^()[\]]{0,40}?(?:18|19|20)\d\d|\((?:[Dd]ir(?:\.|ect)|[Rr](?:egie|éal))/;

/**
 * Whether a text contains a quotation mark, or a year or a director in brackets. Scans characters, because a
 * pattern takes four times as long.
 */
function hasOpener(text: string): boolean {
  let isLikely = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (
      code === 0x22 ||
      code === 0xab ||
      code === 0xbb ||
      code === 0x5f4 ||
      (code > 0x2017 && quotes.includes(text.charAt(at)))
    )
      return true;
    if (code === 0x27 || code === 0x28 || code === 0x5b) isLikely = true;
  }
  return isLikely && openers.test(text);
}

const quotes = '“„”‹›‚「『《〈〝‘';

/**
 * Walks the page once and pauses often. Yields null at each pause and returns the index. `mayEnumerate` finds longer texts
 * with words that begin a list of names.
 */
export function* indexDocument(
  page: Page,
  root: Element,
  mayEnumerate?: (text: string) => boolean,
): Generator<null, DocumentIndex> {
  const found: DocumentIndex = {
    apart: [],
    headings: [],
    outline: [],
    tables: [],
    labels: [],
    texts: [],
    paragraphs: [],
    bodyText: '',
  };
  const walker = walk(page.document, root);
  let node = walker?.nextNode() ?? null;
  for (let seen = 1; walker && node; seen += 1) {
    if (seen % nodesPerStep === 0) yield null;
    if (isText(node)) {
      const { data } = node;
      if (
        data.length > 3 &&
        found.texts.length < maxTexts &&
        (hasOpener(data) || (data.length > 60 && mayEnumerate?.(data)))
      )
        found.texts.push(node);
      if (data.length > 60) takeParagraph(node, found);
      if (data.length < 160 && found.labels.length < maxTexts && data.trim().length > 1)
        found.labels.push(node);
      node = walker.nextNode();
    } else node = take(node as Element, found) ? skip(walker) : walker.nextNode();
  }
  return found;
}

function takeParagraph(text: Text, found: DocumentIndex): void {
  if (found.bodyText.length < maxBodyText) found.bodyText += `${text.data.slice(0, 2000)}\n`;
  if (text.parentElement && found.paragraphs.length < maxParagraphs)
    found.paragraphs.push(text.parentElement);
}

/** Adds an element to the index. Returns true if its content must be skipped. */
function take(element: Element, found: DocumentIndex): boolean {
  const name = nameOf(element);
  // Most elements have one of these names, so return early.
  if (name === 'div' || name === 'span' || name === 'li' || name === 'p') return false;
  if (name === 'a' || (name === 'button' && element.querySelector('img[alt]'))) {
    if (found.outline.length < maxLinks) found.outline.push(element);
  } else if (name === 'em' || name === 'i' || name === 'cite') {
    if (found.apart.length < maxApart) found.apart.push(element);
  } else if (name.length === 2 && name.startsWith('h') && name > 'h0' && name < 'h7') {
    found.headings.push(element);
    found.outline.push(element);
  } else if (name === 'table') found.tables.push(element);
  else return unreadNames.has(name) || name === 'head';
  return false;
}

/** The next node after the current one and its descendants; null at the end. */
function skip(walker: TreeWalker): Node | null {
  for (let next = walker.nextSibling(); ; next = walker.nextSibling()) {
    if (next) return next;
    if (!walker.parentNode()) return null;
  }
}

/** Names, roles and classes of elements outside the main content: teasers, menus, adverts. */
const asideNames = /^(?:nav|footer|aside)$/;
const asideRoles = /^(?:navigation|complementary|contentinfo|search)$/;
const asideClasses =
  /(?:^|[\s_-])(?:related|sidebar|side-bar|trending|recirc\w*|recommend\w*|promo\w*|newsletter|footer|menu|nav|navbar|navigation|flyout|breadcrumbs?|most-?(?:read|popular)|popular|newswire|share|social|tags|taglist|next|previous|prev|pagination|copyright|cookie\w*|advert\w*|byline)(?:$|[\s_-])|(?:^|\s)widgets?(?:$|[\s_-])/i;

/** Readers' comments: never main content, however long they are. */
const commentClasses = /(?:^|[\s_-])(?:comments?|commentlist|respond|disqus\w*|replies)(?:$|[\s_-])/i;

/**
 * Returns a test for whether an element is outside the main content; it caches its answers. An element with a
 * fifth of the longer texts is content, whatever its class says ("with-sidebar").
 */
export function makeAsideTest(paragraphs: Element[]): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  const hasAsideClass = makeClassTest();
  return (element) => {
    const path: Element[] = [];
    let isAside = false;
    for (let at: Element | null = element; at && !isClosed(at); at = parentOf(at)) {
      const before = known.get(at);
      if (before !== undefined) {
        isAside = before;
        break;
      }
      path.push(at);
      const name = nameOf(at);
      if (name === 'body' || name === 'main') break;
      isAside =
        asideNames.test(name) ||
        (at.hasAttributes() && (asideRoles.test(attribute(at, 'role')) || hasAsideClass(at, name)));
      if (isAside && paragraphs.length > 5 && !commentClasses.test(attribute(at, 'class'))) {
        const around = at;
        isAside = 5 * paragraphs.filter((paragraph) => around.contains(paragraph)).length < paragraphs.length;
      }
      if (isAside) break;
    }
    for (const at of path) known.set(at, isAside);
    return isAside;
  };
}

/** A post's own classes list its tags and categories, so they are no evidence. */
const postClasses = /(?:^|\s)(?:post|hentry)(?:\s|$)/;

/**
 * Returns a test of an element's class and id; caches its answers because the rows of a page share their
 * classes.
 */
function makeClassTest(): (element: Element, name: string) => boolean {
  const known = new Map<string, boolean>();
  return (element, name) => {
    const names = `${attribute(element, 'class')} ${attribute(element, 'id')}`;
    if (names === ' ' || name === 'article') return false;
    const classes = names.slice(0, 300);
    let isAside = known.get(classes);
    if (isAside === undefined) {
      isAside = !postClasses.test(classes) && (asideClasses.test(classes) || commentClasses.test(classes));
      known.set(classes, isAside);
    }
    return isAside;
  };
}
