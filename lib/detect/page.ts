import { foldTitle } from '../films/titles/title-key.ts';
import { attribute, listElements } from './dom.ts';
import { listHeadNames, maxHeadings, readLine, readPageHead, type PageHead } from './page-head.ts';

/** What a page says about itself before its content is read. */
export interface Page extends PageHead {
  document: Document;
  /** The page's own names, cleaned, each once: `<title>`, og:title, twitter:title and `h1` headings. */
  names: string[];
  /** The `h1` headings, with their elements. */
  headings: { element: Element; text: string }[];
  canonical: string | null;
  language: string | null;
}

/**
 * If a page has several `h1` headings, keeps only those that the title repeats: the others head parts of the
 * page.
 */
function listRelevant(headings: Page['headings'], title: string): Page['headings'] {
  if (headings.length < 2) return headings;
  const folded = foldTitle(title);
  return headings.filter(({ text }) => folded.includes(foldTitle(text)));
}

/** What the page says about itself; null for a document without a root element. */
export function readPageFacts(document: Document, url: string): Page | null {
  const head = readPageHead(document, url);
  if (!head) return null;
  const { root, meta } = head;
  const headings = listElements(root, 'h1', maxHeadings)
    .map((element) => ({ element, text: readLine(element) }))
    .filter(({ text }) => text !== '');
  const link = root.querySelector('link[rel="canonical"]');
  const names = [...listHeadNames(head), ...listRelevant(headings, head.title).map(({ text }) => text)];
  const language =
    attribute(root, 'lang') || attribute(root, 'xml:lang') || meta.get('og:locale')?.replace('_', '-') || '';
  return {
    ...head,
    document,
    names: [...new Set(names)],
    headings,
    canonical: (link && attribute(link, 'href')) || meta.get('og:url') || null,
    language: /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(language) ? language : null,
  };
}

/**
 * How well a title agrees with the page's names: 3 equals a name or a part of one, 2 begins one, 1 is within
 * one, 0 none of these.
 */
export type Agreement = 0 | 1 | 2 | 3;

/** Separators in a page's name: "Her – Review", "Heat (1995) - IMDb", "Bugonia | Leeds Film". */
const partings =
  /\s*[|•·»«]\s*|\s+[-–—:]+\s+|:\s+|\s*[([]|[)\]]\s*|\s-\s|[“”„"‘]|’(?![a-zà-ÿ])|\s'|'\s|^'|'$/i;

/** The name itself, and its parts between dashes, bars, colons, brackets and quotes. */
export function listParts(name: string): string[] {
  return [name, ...name.split(partings)].map((part) => part.trim()).filter((part) => part !== '');
}

const isInAddress = (folded: string, { pathname }: URL): boolean =>
  pathname.replace(/[-_]/g, ' ').split('/').map(foldTitle).includes(folded);

/**
 * Returns a function that compares a title with the page's names; folds the names once, at the first call.
 */
export function makeAgreement(page: Page): (title: string) => Agreement {
  let folds: { wholes: string[]; parts: Set<string> } | null = null;
  return (title) => {
    const folded = foldTitle(title);
    if (folded === '') return 0;
    // A page without a name is named by its address.
    if (page.names.length === 0) return isInAddress(folded, page.url) ? 2 : 0;
    folds ??= {
      wholes: page.names.map((name) => `-${foldTitle(name)}-`),
      parts: new Set(page.names.flatMap(listParts).map(foldTitle)),
    };
    if (folds.parts.has(folded)) return 3;
    if (folds.wholes.some((whole) => whole.startsWith(`-${folded}-`))) return 2;
    return folds.wholes.some((whole) => whole.includes(`-${folded}-`)) ? 1 : 0;
  };
}
