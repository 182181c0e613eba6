/**
 * Reading a hostile DOM. A form's inputs, and a document's named images and forms, hide the members they are named
 * after (`<input name="children">`), also from a content script. So nothing is read of a form, its `localName`
 * included, and the document's own members are taken from its prototype.
 */

/** A member of the document's prototype, whatever the page has put over it. */
function findOfPrototype(document: Document, name: string): PropertyDescriptor | null {
  for (let at: unknown = Object.getPrototypeOf(document); isBare(at); at = Object.getPrototypeOf(at)) {
    const property = Object.getOwnPropertyDescriptor(at, name);
    if (property) return property;
  }
  return null;
}

function isBare(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isElement(value: unknown): value is Element {
  return isBare(value) && 'nodeType' in value && value.nodeType === 1;
}

/** The document's root element, or null for an empty document. */
export function findRoot(document: Document): Element | null {
  const root: unknown = findOfPrototype(document, 'documentElement')?.get?.call(document);
  return isElement(root) ? root : null;
}

function isWalker(value: unknown): value is TreeWalker {
  return isBare(value) && 'nextNode' in value;
}

/** What a walker shows: elements and text. */
const elementsAndText = 1 | 4;

type Method = (root: Element, shown: number) => unknown;

/** `createTreeWalker` by the prototype it was found on: looking it up takes longer than most walks. */
const makers = new WeakMap<object, Method>();

function findMaker(document: Document): Method {
  const prototype: unknown = Object.getPrototypeOf(document);
  if (!isBare(prototype)) return () => null;
  const known = makers.get(prototype);
  if (known) return known;
  const found = findOfPrototype(document, 'createTreeWalker')?.value as unknown;
  const maker: Method = typeof found === 'function' ? (found as Method) : () => null;
  makers.set(prototype, maker);
  return maker;
}

/** A walker over the elements and texts under `root`; null where the document cannot make one. */
export function walk(document: Document, root: Element): TreeWalker | null {
  const walker = findMaker(document).call(document, root, elementsAndText);
  return isWalker(walker) ? walker : null;
}

/** The element's name in lower case; `form` for every form. */
export function nameOf(element: Element): string {
  const name: unknown = element.localName;
  return typeof name === 'string' ? name : 'form';
}

/** Whether nothing may be read of this node: it is a form, or no element. */
export function isClosed(element: Element | null): element is null {
  const name: unknown = element?.localName;
  return typeof name !== 'string' || name === 'form';
}

/** The element that holds this one; null at the top and below a form. */
export function parentOf(element: Element): Element | null {
  const parent = isClosed(element) ? null : element.parentElement;
  return isClosed(parent) ? null : parent;
}

/** An attribute's value; empty where there is none. */
export function attribute(element: Element, name: string): string {
  return isClosed(element) ? '' : (element.getAttribute(name) ?? '');
}

/** The texts under an element joined, at most about `maxLength` UTF-16 units; scripts and styles left out. */
export function rawText(element: Element, maxLength: number): string {
  if (isClosed(element)) return '';
  const only = element.firstChild;
  if (!only) return '';
  if (only.nodeType === 3 && !only.nextSibling) return (only.nodeValue ?? '').slice(0, maxLength);
  const walker = walk(element.ownerDocument, element);
  let text = '';
  for (
    let node = walker?.nextNode() ?? null;
    node && text.length < maxLength;
    node = walker?.nextNode() ?? null
  ) {
    if (isText(node)) {
      if (!isUnread(node.parentNode)) text += node.data;
    } else if (isElement(node) && blockNames.has(nameOf(node))) text += ' ';
  }
  return text.slice(0, maxLength);
}

/** Whether a node is a text; a form's control named `nodeType` is an element, so no form is one. */
export function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

/** The elements in `root` that a selector finds, at most so many, in the order of the page. One tag, class or attribute is fastest. */
export function listElements(root: Element, selector: string, most: number): Element[] {
  const found = root.querySelectorAll(selector);
  const elements: Element[] = [];
  // By index: going over a node list by its iterator takes three times as long.
  for (let at = 0, count = Math.min(found.length, most); at < count; at += 1) {
    const element = found[at];
    if (element) elements.push(element);
  }
  return elements;
}

/** Those of the selectors that find anything in `root`, joined; null where none does. A list of them is slow to look for. */
export function joinPresent(root: Element, selectors: string[]): string | null {
  const present = selectors.filter((selector) => root.querySelector(selector) !== null);
  return present.length > 0 ? present.join(',') : null;
}

/** Names of elements whose text nobody reads. */
export const unreadNames = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'select',
  'textarea',
]);

function isUnread(node: Node | null): boolean {
  return isElement(node) && unreadNames.has(nameOf(node));
}

/** Names of elements that begin on a line of their own. */
export const blockNames = new Set(
  'p div li td th tr dd dt h1 h2 h3 h4 h5 h6 blockquote figcaption article section main body table ul ol br header'.split(
    ' ',
  ),
);

/** Names of elements that hold blocks: their own text is many things. */
const containerNames = new Set('html body main section article table tbody thead ul ol form'.split(' '));

/** The nearest block around an element, or the element itself; below a container the topmost that is in it. */
export function blockOf(element: Element): Element {
  let at = element;
  for (
    let parent = parentOf(at);
    parent && !blockNames.has(nameOf(at)) && !containerNames.has(nameOf(parent));
    parent = parentOf(at)
  )
    at = parent;
  return at;
}
