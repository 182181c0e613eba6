import { cleanText } from '../text/text.ts';

/** A selected text and the element that it was read from. */
export interface SelectedText {
  text: string;
  element: Element;
}

const maxTextLength = 2000;
const maxElements = 20_000;
const maxFollowingLength = 120;
const elementNode = 1;
const textNode = 3;
/** Without `a`: the text after another link belongs to that link. */
const inlineTags = new Set(['b', 'i', 'em', 'strong', 'span', 'small', 'cite', 'q']);

/**
 * Whether a node is a form. The controls of a form can hide its members behind their names (`<input
 * name="textContent">`), so forms are never read.
 */
function isForm(node: Node): boolean {
  return 'localName' in node && (typeof node.localName !== 'string' || node.localName === 'form');
}

/** The elements in `scope` that match a selector, at most 20,000; empty if `scope` is a form. */
export function listElements(scope: Element, selector: string): Element[] {
  if (isForm(scope)) return [];
  const found = scope.querySelectorAll(selector);
  const elements: Element[] = [];
  // Loops by index: the iterator of a node list takes three times as long.
  for (let at = 0, count = Math.min(found.length, maxElements); at < count; at += 1) {
    const element = found[at];
    if (element) elements.push(element);
  }
  return elements;
}

/** The first element in `scope` that matches a selector; null if there is none or if `scope` is a form. */
export function findElement(scope: Element, selector: string): Element | null {
  return isForm(scope) ? null : scope.querySelector(selector);
}

/** Whether an element itself matches a selector; false for a form. */
export function isElementLike(element: Element, selector: string): boolean {
  return !isForm(element) && element.matches(selector);
}

/** A node's text as one line of at most 2,000 characters; empty for a form. */
export function readText(node: Node): string {
  return isForm(node) ? '' : cleanText((node.textContent ?? '').slice(0, maxTextLength));
}

/** An attribute as one line of at most 2,000 characters; empty if it is missing or the element is a form. */
export function readAttribute(element: Element, name: string): string {
  return isForm(element) ? '' : cleanText((element.getAttribute(name) ?? '').slice(0, maxTextLength));
}

/**
 * The bracketed groups directly after an element on its line: `(TV Series) (1999)` after a link. Empty if other text
 * comes first, so that a bracket later in the sentence is not mistaken for one.
 */
export function readFollowingBrackets(element: Element): string {
  return /^((?:\([^()]{1,60}\)\s*)+)/.exec(cleanText(readFollowingText(element)))?.[1] ?? '';
}

function readFollowingText(element: Element): string {
  let text = '';
  let node: Node = element;
  for (let climbs = 0; climbs < 3; climbs++) {
    for (let next = node.nextSibling; next && text.length < maxFollowingLength; next = next.nextSibling) {
      if (next.nodeType === elementNode && !isInline(next)) return text;
      if (next.nodeType === elementNode || next.nodeType === textNode) text += next.textContent ?? '';
    }
    const parent = node.parentNode;
    if (text.trim() || !parent || !isInline(parent)) return text;
    node = parent;
  }
  return text;
}

function isInline(node: Node): boolean {
  return 'localName' in node && typeof node.localName === 'string' && inlineTags.has(node.localName);
}

/** An element's own text without the text of its child elements, as one line. */
function readOwnText(element: Element): string {
  const texts = isForm(element) ? [] : Array.from(element.childNodes);
  return cleanText(texts.map((node) => (node.nodeType === textNode ? (node.nodeValue ?? '') : ' ')).join(''));
}

/** The texts that a `ValueSelector` string selects in `scope`, in the page's order. Empty texts are skipped. */
export function* listSelected(source: string, scope: Element): Generator<SelectedText> {
  // A regular expression per row costs less than a list of those that were parsed before.
  const [selector = '', attribute = ''] = source.split(/@(?=(?:#own|[\w:-]+)$)/);
  for (const element of selector ? listElements(scope, selector) : [scope]) {
    const text = readValue(element, attribute);
    if (text) yield { text, element };
  }
}

function readValue(element: Element, attribute: string): string {
  if (attribute === '#own') return readOwnText(element);
  return attribute ? readAttribute(element, attribute) : readText(element);
}
