/**
 *  Reads a hostile DOM. A form's inputs, and a document's named images and forms, hide the members they are
 * named after (`<input name="children">`), even from a content script. So no member of a form is read, not
 * even `localName`, and the document's own members are taken from its prototype.
 */

/** A member of the document's prototype, even if the page has overridden it. */
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

/** Whether a value is an element of any document. */
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

/** The node types that a walker returns: elements and text. */
const elementsAndText = 1 | 4;

type Method = (root: Element, shown: number) => unknown;

/** `createTreeWalker` by the prototype it was found on, because the lookup takes longer than most walks. */
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

/** A walker over the elements and texts under `root`; null if the document cannot make one. */
export function walk(document: Document, root: Element): TreeWalker | null {
  const walker = findMaker(document).call(document, root, elementsAndText);
  return isWalker(walker) ? walker : null;
}

/** The element's name in lower case; `form` for every form. */
export function nameOf(element: Element): string {
  const name: unknown = element.localName;
  return typeof name === 'string' ? name : 'form';
}

/** Whether this node must not be read: it is a form, or not an element. */
export function isClosed(element: Element | null): element is null {
  const name: unknown = element?.localName;
  return typeof name !== 'string' || name === 'form';
}

/** The parent element; null at the top and below a form. */
export function parentOf(element: Element): Element | null {
  const parent = isClosed(element) ? null : element.parentElement;
  return isClosed(parent) ? null : parent;
}

/** An attribute's value; empty if the element does not have it. */
export function attribute(element: Element, name: string): string {
  return isClosed(element) ? '' : (element.getAttribute(name) ?? '');
}

/** The joined texts under an element, at most about `maxLength` UTF-16 units, without scripts and styles. */
export function rawText(element: Element, maxLength: number): string {
  if (isClosed(element)) return '';
  // Most elements have one text, perhaps within a link: no walker is needed.
  let only = element.firstChild;
  while (only && !only.nextSibling) {
    if (isText(only)) return only.data.slice(0, maxLength);
    const inner = only as Element;
    if (isClosed(inner) || isUnread(inner) || blockNames.has(nameOf(inner))) break;
    only = only.firstChild;
  }
  if (!only) return '';
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

/**
 * Whether a node is a text node. A form with a control named `nodeType` is not one, because that control is
 * an element.
 */
export function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

/**
 * The first `most` elements in `root` that match a selector, in page order. Fastest for a single tag, class
 * or attribute.
 */
export function listElements(root: Element, selector: string, most: number): Element[] {
  const found = root.querySelectorAll(selector);
  const elements: Element[] = [];
  // By index, because the iterator of a node list takes three times as long.
  for (let at = 0, count = Math.min(found.length, most); at < count; at += 1) {
    const element = found[at];
    if (element) elements.push(element);
  }
  return elements;
}

/** Names of elements whose text is not visible content. */
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

/** Names of elements that start a new line. */
export const blockNames = new Set(
  'p div li td th tr dd dt h1 h2 h3 h4 h5 h6 blockquote figcaption article section main body table ul ol br header'.split(
    ' ',
  ),
);

/** Names of elements that contain blocks, so that their own text is not one unit. */
const containerNames = new Set('html body main section article table tbody thead ul ol form'.split(' '));

/**
 * The nearest block around an element, or the element itself; directly inside a container, the topmost
 * element below it.
 */
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
