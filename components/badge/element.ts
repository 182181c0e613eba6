const svgNamespace = 'http://www.w3.org/2000/svg';

export type Child = Node | string | null | undefined | false | Child[];
type Attributes = Record<string, string | boolean | null | undefined>;

/**
 * Creates an element with attributes and children; strings become text nodes. False, null and undefined are left out.
 * The badge uses this instead of Preact: it is loaded into every film page, where each kilobyte counts.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  return fill(document.createElement(tag), attributes, children);
}

/**
 * Returns a figure as generated content, which only `badge.css` draws: `window.find` and the text fragment of an address
 * find real text in a closed shadow root too.
 */
export const figure = (text: string): HTMLElement => element('span', { class: 'figure', 'data-text': text });

const star = 'M12 2.6l2.9 6 6.5.9-4.7 4.6 1.1 6.5L12 17.5l-5.8 3.1 1.1-6.5L2.6 9.5l6.5-.9z';

/** The badge's icons as paths in a 24 by 24 box, bold enough to be drawn at 12 px. */
const lines = {
  pen: 'M4 20l1-4L16 5l3 3L8 19z',
  people:
    'M9 5a3.5 3.5 0 100 7 3.5 3.5 0 000-7M2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 5.5a3.5 3.5 0 010 6M18 14.5c2 .6 3.3 2.3 3.6 5',
  tick: 'M4.5 12.5l5 5 10-11',
  hidden: 'M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6M4 20L20 4',
  star,
  hollow: star,
} as const;

const drawn = new Map<string, SVGElement>();

/** Returns an icon that is hidden from screen readers. It clones the first one: a page may show hundreds. */
export function glyph(name: keyof typeof lines): Node {
  const first = drawn.get(name) ?? draw(name);
  drawn.set(name, first);
  return first.cloneNode(true);
}

function draw(name: keyof typeof lines): SVGElement {
  const path = fill(document.createElementNS(svgNamespace, 'path'), { d: lines[name] }, []);
  const attributes = { class: name, viewBox: '0 0 24 24', 'aria-hidden': 'true' };
  return fill(document.createElementNS(svgNamespace, 'svg'), attributes, [path]);
}

function fill<Target extends Element>(target: Target, attributes: Attributes, children: Child[]): Target {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) target.setAttribute(name, String(value));
  }
  target.append(...listNodes(children));
  return target;
}

function listNodes(children: Child[]): (Node | string)[] {
  return children.flatMap((child) => {
    if (Array.isArray(child)) return listNodes(child);
    return child === null || child === undefined || child === false || child === '' ? [] : [child];
  });
}
