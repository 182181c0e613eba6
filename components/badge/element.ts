const svgNamespace = 'http://www.w3.org/2000/svg';

export type Child = Node | string | null | undefined | false | Child[];
type Attributes = Record<string, string | boolean | null | undefined>;

/**
 * An element with its attributes and children, text set as text. The badge is built with this and not with Preact: it is
 * loaded into every film page, where each kilobyte counts. False and null leave an attribute or a child out.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  return fill(document.createElement(tag), attributes, children);
}

/** The few drawings of the badge on 24 by 24, bold enough for 12 px. */
const lines = {
  pen: 'M4 20l1-4L16 5l3 3L8 19z',
  people:
    'M9 5a3.500 3.500 0 100 7 3.500 3.500 0 000-7M2.500 20c.5-4 3-6 6.500-6s6 2 6.500 6M16 5.500a3.500 3.500 0 010 6M18 14.500c2 .6 3.300 2.300 3.600 5',
  tick: 'M4.500 12.500l5 5 10-11',
  hidden: 'M3 12s3.500-6 9-6 9 6 9 6-3.500 6-9 6-9-6-9-6M4 20L20 4',
  star: 'M12 2.600l2.900 6 6.500.9-4.700 4.600 1.100 6.500L12 17.500l-5.800 3.100 1.100-6.500L2.600 9.500l6.500-.9z',
} as const;

const drawn = new Map<string, SVGElement>();

/** A drawing, hidden from screen readers; a copy of the first, for a page may show hundreds. */
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

function fill<Made extends Element>(made: Made, attributes: Attributes, children: Child[]): Made {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, String(value));
  }
  made.append(...listNodes(children));
  return made;
}

function listNodes(children: Child[]): (Node | string)[] {
  return children.flatMap((child) => {
    if (Array.isArray(child)) return listNodes(child);
    return child === null || child === undefined || child === false || child === '' ? [] : [child];
  });
}
