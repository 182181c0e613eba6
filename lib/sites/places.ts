import { cleanText } from '../text/text.ts';

/** The text of a place and the element it was read from. */
export interface PlacedText {
  text: string;
  element: Element;
}

const maxTextLength = 2000;
const maxElements = 20_000;
const maxFollowingLength = 120;
const elementNode = 1;
const textNode = 3;
/** Not `a`: what follows another link belongs to that one. */
const inlineTags = new Set(['b', 'i', 'em', 'strong', 'span', 'small', 'cite', 'q']);

/** A form's controls can hide its members behind their names (`<input name="textContent">`): nothing is read of one. */
function isForm(node: Node): boolean {
  return 'localName' in node && (typeof node.localName !== 'string' || node.localName === 'form');
}

/** The elements in `scope` that a selector finds, at most 20,000; none in a form. */
export function listElements(scope: Element, selector: string): Element[] {
  if (isForm(scope)) return [];
  const found = scope.querySelectorAll(selector);
  const elements: Element[] = [];
  // By index: going over a node list by its iterator takes three times as long.
  for (let at = 0, count = Math.min(found.length, maxElements); at < count; at += 1) {
    const element = found[at];
    if (element) elements.push(element);
  }
  return elements;
}

/** The first element in `scope` that a selector finds, or null. */
export function findElement(scope: Element, selector: string): Element | null {
  return isForm(scope) ? null : scope.querySelector(selector);
}

/** Whether an element itself fits a selector; a form fits none. */
export function isElementLike(element: Element, selector: string): boolean {
  return !isForm(element) && element.matches(selector);
}

/** A node's text on one line, at most 2,000 characters; empty for a form. */
export function readText(node: Node): string {
  return isForm(node) ? '' : cleanText((node.textContent ?? '').slice(0, maxTextLength));
}

/** An attribute on one line, at most 2,000 characters; empty where there is none. */
export function readAttribute(element: Element, name: string): string {
  return isForm(element) ? '' : cleanText((element.getAttribute(name) ?? '').slice(0, maxTextLength));
}

/**
 * The bracketed groups that follow an element on its line: `(TV Series) (1999)` after a link. Empty where
 * something else comes first, so that a bracket further on in a sentence is never taken for it.
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

/** The text that stands in an element itself, not in elements inside it, on one line. */
function readOwnText(element: Element): string {
  const texts = isForm(element) ? [] : Array.from(element.childNodes);
  return cleanText(texts.map((node) => (node.nodeType === textNode ? (node.nodeValue ?? '') : ' ')).join(''));
}

/** Places as they are read, once each: an adapter's are the same for every row. */
const places = new Map<string, { selector: string; attribute: string }>();

function parsePlace(place: string): { selector: string; attribute: string } {
  let parsed = places.get(place);
  if (parsed) return parsed;
  const [, selector = '', attribute = ''] = /^(.*?)(?:@(#own|[\w:-]+))?$/.exec(place) ?? [];
  parsed = { selector, attribute };
  places.set(place, parsed);
  return parsed;
}

/** What a place (see `ValueSelector`) holds in `scope`, in the page's order. */
export function* listPlaced(place: string, scope: Element): Generator<PlacedText> {
  const { selector, attribute } = parsePlace(place);
  for (const element of selector ? listElements(scope, selector) : [scope]) {
    const text = readPlaced(element, attribute);
    if (text) yield { text, element };
  }
}

function readPlaced(element: Element, attribute: string): string {
  if (attribute === '#own') return readOwnText(element);
  return attribute ? readAttribute(element, attribute) : readText(element);
}
