import { foldTitle } from '../films/titles/title-key.ts';
import { cleanText } from '../text/text.ts';
import { attribute, findRoot, isClosed, listElements, rawText } from './dom.ts';

/** Longest title or heading that is taken in, in UTF-16 units. */
const maxNameLength = 300;

/** What a page says of itself before its content is looked at. */
export interface Page {
  document: Document;
  root: Element;
  url: URL;
  /** What it calls itself, cleaned: `<title>`, og:title, the headings of the first order. Each once. */
  names: string[];
  /** The headings of the first order among them, with their elements. */
  headings: { element: Element; text: string }[];
  /** Meta names and properties in lower case to their first value. */
  meta: Map<string, string>;
  canonical: string | null;
  language: string | null;
}

/** The first text of a page's text that a person would read as one line, at most 300 characters. */
export function readLine(element: Element): string {
  const raw = rawText(element, 2 * maxNameLength);
  return cleanText(raw).slice(0, maxNameLength);
}

const maxHeadings = 12;
const maxMetas = 300;

function readMeta(root: Element): Map<string, string> {
  const meta = new Map<string, string>();
  for (const element of listElements(root, 'meta[content]', maxMetas)) {
    const name = (
      attribute(element, 'property') ||
      attribute(element, 'name') ||
      attribute(element, 'itemprop')
    ).toLowerCase();
    if (name && !meta.has(name)) meta.set(name, cleanText(attribute(element, 'content').slice(0, 2000)));
  }
  return meta;
}

function parseUrl(url: string): URL {
  return URL.canParse(url) ? new URL(url) : new URL('about:blank');
}

/** Of many headings of the first order only those count that the title repeats: the others head parts of the page. */
function listTelling(headings: Page['headings'], title: string): Page['headings'] {
  if (headings.length < 2) return headings;
  const folded = foldTitle(title);
  return headings.filter(({ text }) => folded.includes(foldTitle(text)));
}

/** What the page says of itself. Null for a document without a root element. */
export function readPageFacts(document: Document, url: string): Page | null {
  const root = findRoot(document);
  if (isClosed(root)) return null;
  const meta = readMeta(root);
  const headings = listElements(root, 'h1', maxHeadings)
    .map((element) => ({ element, text: readLine(element) }))
    .filter(({ text }) => text !== '');
  const title = root.querySelector('head title') ?? root.querySelector('title');
  const link = root.querySelector('link[rel="canonical"]');
  const called = title ? readLine(title) : '';
  const names = [
    called,
    meta.get('og:title') ?? '',
    meta.get('twitter:title') ?? '',
    ...listTelling(headings, called).map(({ text }) => text),
  ];
  const language =
    attribute(root, 'lang') || attribute(root, 'xml:lang') || meta.get('og:locale')?.replace('_', '-') || '';
  return {
    document,
    root,
    url: parseUrl(url),
    names: [...new Set(names.filter((name) => name !== ''))],
    headings,
    meta,
    canonical: (link && attribute(link, 'href')) || meta.get('og:url') || null,
    language: /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(language) ? language : null,
  };
}

/** How well a title agrees with what the page calls itself: 3 a name or a part of one, 2 begins one, 1 stands in one, 0 not. */
export type Agreement = 0 | 1 | 2 | 3;

/** Signs that part a page's name: "Her – Review", "Heat (1995) - IMDb", "Bugonia | Leeds Film". */
const partings =
  /\s*[|•·»«]\s*|\s+[-–—:]+\s+|:\s+|\s*[([]|[)\]]\s*|\s-\s|[“”„"‘]|’(?![a-zà-ÿ])|\s'|'\s|^'|'$/i;

/** The parts of a name between dashes, bars, colons, brackets and quotes, and the name itself. */
export function listParts(name: string): string[] {
  return [name, ...name.split(partings)].map((part) => part.trim()).filter((part) => part !== '');
}

/** Compares titles with the page's names; folds those once, when first asked. */
export function makeAgreement(page: Page): (title: string) => Agreement {
  let folds: { wholes: string[]; parts: Set<string> } | null = null;
  return (title) => {
    const folded = foldTitle(title);
    if (folded === '') return 0;
    folds ??= {
      wholes: page.names.map((name) => `-${foldTitle(name)}-`),
      parts: new Set(page.names.flatMap(listParts).map(foldTitle)),
    };
    if (folds.parts.has(folded)) return 3;
    if (folds.wholes.some((whole) => whole.startsWith(`-${folded}-`))) return 2;
    return folds.wholes.some((whole) => whole.includes(`-${folded}-`)) ? 1 : 0;
  };
}
