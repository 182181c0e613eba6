import { foldTitle } from '../films/titles/title-key.ts';
import { attribute, listElements } from './dom.ts';
import { listHeadNames, maxHeadings, readLine, readPageHead, type PageHead } from './page-head.ts';

/** What a page says of itself before its content is looked at. */
export interface Page extends PageHead {
  document: Document;
  /** What it calls itself, cleaned: `<title>`, og:title, the headings of the first order. Each once. */
  names: string[];
  /** The headings of the first order among them, with their elements. */
  headings: { element: Element; text: string }[];
  canonical: string | null;
  language: string | null;
}

/** Of many headings of the first order only those count that the title repeats: the others head parts of the page. */
function listTelling(headings: Page['headings'], title: string): Page['headings'] {
  if (headings.length < 2) return headings;
  const folded = foldTitle(title);
  return headings.filter(({ text }) => folded.includes(foldTitle(text)));
}

/** What the page says of itself. Null for a document without a root element. */
export function readPageFacts(document: Document, url: string): Page | null {
  const head = readPageHead(document, url);
  if (!head) return null;
  const { root, meta } = head;
  const headings = listElements(root, 'h1', maxHeadings)
    .map((element) => ({ element, text: readLine(element) }))
    .filter(({ text }) => text !== '');
  const link = root.querySelector('link[rel="canonical"]');
  const names = [...listHeadNames(head), ...listTelling(headings, head.title).map(({ text }) => text)];
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
