import { cleanText } from '../text/text.ts';
import { attribute, findRoot, isClosed, listElements, rawText } from './dom.ts';

/** What a page says in its head. */
export interface PageHead {
  root: Element;
  url: URL;
  /** Its `<title>`, cleaned; empty where there is none. */
  title: string;
  /** Meta names and properties in lower case to their first value. */
  meta: Map<string, string>;
}

/** Longest title or heading that is read, in UTF-16 units. */
const maxNameLength = 300;

/** Most headings of the first order that are read. */
export const maxHeadings = 12;

const maxMetas = 300;

/** The first text of a page's text that a person would read as one line, at most 300 characters. */
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

/** What the page's head says. Null for a document without a root element. */
export function readPageHead(document: Document, url: string): PageHead | null {
  const root = findRoot(document);
  if (isClosed(root)) return null;
  const title = root.querySelector('head title') ?? root.querySelector('title');
  return { root, url: parseUrl(url), title: title ? readLine(title) : '', meta: readMeta(root) };
}

/** What the page calls itself in its head. Each name once. */
export function listHeadNames({ title, meta }: PageHead): string[] {
  const names = [title, meta.get('og:title') ?? '', meta.get('twitter:title') ?? ''];
  return [...new Set(names.filter((name) => name !== ''))];
}
