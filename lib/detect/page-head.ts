import { cleanText } from '../text/text.ts';
import { attribute, findRoot, isClosed, listElements, rawText } from './dom.ts';

/** What a page's head says about it. */
export interface PageHead {
  root: Element;
  url: URL;
  /** The `<title>`, cleaned; empty if there is none. */
  title: string;
  /** Lower-case meta names and properties, each with its first value. */
  meta: Map<string, string>;
}

/** Maximum length of a title or heading, in UTF-16 units. */
const maxNameLength = 300;

/** Maximum number of `h1` headings read. */
export const maxHeadings = 12;

const maxMetas = 300;

/** An element's text as one cleaned line, at most 300 UTF-16 units. */
export function readLine(element: Element): string {
  const raw = rawText(element, 2 * maxNameLength);
  return cleanText(raw).slice(0, maxNameLength);
}

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

/** Reads the page's head; null for a document without a root element. */
export function readPageHead(document: Document, url: string): PageHead | null {
  const root = findRoot(document);
  if (isClosed(root)) return null;
  const title = root.querySelector('head title') ?? root.querySelector('title');
  return { root, url: parseUrl(url), title: title ? readLine(title) : '', meta: readMeta(root) };
}

/** The names that the page's head gives the page, each once. */
export function listHeadNames({ title, meta }: PageHead): string[] {
  const names = [title, meta.get('og:title') ?? '', meta.get('twitter:title') ?? ''];
  return [...new Set(names.filter((name) => name !== ''))];
}
