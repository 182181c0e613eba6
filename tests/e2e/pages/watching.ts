/* eslint-disable @typescript-eslint/restrict-template-expressions -- lists become text, to be compared */
// A page that tries to find out what its badges show. Its script runs before the extension and records all it can observe.

/** What the page's script puts into its window. */
export interface Watching {
  /** Returns everything that can be measured now, as one text a line. */
  measure(): string[];
  /** The changes of the page since it began, in order. */
  changes: string[];
  /** The events that reached the page, without those of the mouse. */
  events: string[];
  /** What the browser reported about drawing and layout, such as a shift or a large text, and changes of size. */
  timings: string[];
  /** How many closed shadow roots the page got at. */
  roots: number;
}

/** Text that only the user's own data puts into a badge, and other text that only badges have. */
const findable = ['4½', '½', '3½', 'seen', '–', '95', '8.3'];

const families = [
  'ui-sans-serif',
  'system-ui',
  'sans-serif',
  '-apple-system',
  'Segoe UI',
  'Roboto',
  'Helvetica Neue',
  'Arial',
  'ui-serif',
  'serif',
  'Georgia',
];
const variables = [
  'amber',
  'amber-wash',
  'amber-ink',
  'amber-edge',
  'card',
  'line',
  'edge',
  'teal',
  'ink',
  'ink-3',
  'wash',
];

/** Requests of these addresses tell the page's server that a badge has a half in it, or one of our colours. */
export const trap = '/trap/';

const style = `
${families.map((name) => `@font-face{font-family:"${name}";src:url("${trap}${name}");unicode-range:U+BD,U+2013}`).join('\n')}
marquee-badge{${variables.map((name) => `--${name}:url("${trap}${name}")`).join(';')}}
marquee-badge{width:auto;min-width:max-content;max-width:none;height:auto;padding:0;font-size:40px;line-height:3;letter-spacing:9px}`;

// These run in the page, as text, and use nothing but one another.

function box({ x, y, width, height }: DOMRect): string {
  return [x, y, width, height].join();
}

function measureBadge(badge: HTMLElement): string {
  const { x, y, width, height } = badge.getBoundingClientRect();
  const sizes = (['offset', 'client', 'scroll'] as const).flatMap((kind) => [
    badge[`${kind}Width`],
    badge[`${kind}Height`],
    badge[`${kind}Left`],
    badge[`${kind}Top`],
  ]);
  const range = document.createRange();
  range.selectNodeContents(badge.parentElement!);
  const found = [];
  for (let at = 0; at < width; at += 6)
    found.push(
      document
        .elementsFromPoint(x + at, y + height / 2)
        .map(({ localName }) => localName)
        .join('>'),
    );
  const computed = getComputedStyle(badge);
  return [
    box(badge.getBoundingClientRect()),
    sizes,
    [...range.getClientRects()].map(box),
    found,
    new XMLSerializer().serializeToString(badge),
    badge.childNodes.length,
    badge.innerText,
    badge.shadowRoot === null,
    badge.getAnimations({ subtree: true }).length,
    [...computed].map((property) => computed.getPropertyValue(property)).join(';'),
    badge.parentElement!.innerText,
    getComputedStyle(badge, '::before').content,
    badge.matches(':hover,:focus,:focus-within'),
  ]
    .map(String)
    .join(' | ');
}

function measurePage(words: string[]): string[] {
  const badges = [...document.querySelectorAll<HTMLElement>('marquee-badge')];
  getSelection()?.removeAllRanges();
  const found = words.map(
    (text) =>
      `${text}: ${(window as unknown as { find(...all: unknown[]): boolean }).find(text, true, false, true)}`,
  );
  getSelection()?.selectAllChildren(document.body);
  const selected = String(getSelection());
  getSelection()?.removeAllRanges();
  const { scrollWidth, scrollHeight } = document.documentElement;
  return [
    ...badges.map(measureBadge),
    `found ${found}`,
    `selected ${selected}`,
    `page ${scrollWidth} ${scrollHeight}`,
    `rows ${[...document.querySelectorAll('li, h1, p')].map((row) => box(row.getBoundingClientRect()))}`,
    `resources ${performance
      .getEntriesByType('resource')
      .map((entry) => entry.name)
      .filter((address) => !address.endsWith('favicon.ico'))}`,
    `fonts ${[...document.fonts].map(({ family, status }) => family + status)}`,
    `globals ${Object.getOwnPropertyNames(window).length}`,
    `focus ${document.activeElement?.localName}`,
  ];
}

function record(): Pick<Watching, 'changes' | 'events' | 'timings'> {
  const changes: string[] = [];
  const events: string[] = [];
  const name = ({ nodeName }: Node) => nodeName;
  new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes, attributeName } of records)
      changes.push(
        `${type} ${name(target)} ${attributeName} +${[...addedNodes].map(name)} -${[...removedNodes].map(name)}`,
      );
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const type of [
    'focusin',
    'focusout',
    'toggle',
    'beforetoggle',
    'transitionrun',
    'animationstart',
    'slotchange',
    'message',
    'error',
    'resize',
    'scroll',
    'securitypolicyviolation',
  ])
    addEventListener(type, ({ target }) => void events.push(`${type} ${name(target as Node)}`), true);
  return { changes, events, timings: recordTimings() };
}

function recordTimings(): string[] {
  const timings: string[] = [];
  type Entry = PerformanceEntry & { size?: number; scripts?: { sourceURL: string }[] };
  for (const type of ['element', 'layout-shift', 'largest-contentful-paint', 'paint', 'long-animation-frame'])
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Entry[]) {
        // Whether a frame was long depends on the machine; whose script ran in it does not.
        const scripts = (entry.scripts ?? []).map(({ sourceURL }) => sourceURL);
        if (type !== 'long-animation-frame') timings.push(`${type} ${entry.name} ${entry.size}`);
        else if (scripts.some((url) => !url.startsWith('https:'))) timings.push(`${type} ${scripts}`);
      }
    }).observe({ type, buffered: true });
  const sizes = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries)
      timings.push(`size ${target.localName} ${contentRect.width} ${contentRect.height}`);
  });
  const sights = new IntersectionObserver((entries) => {
    for (const { target, intersectionRatio } of entries)
      timings.push(`sight ${target.localName} ${intersectionRatio}`);
  });
  new MutationObserver(() => {
    for (const badge of document.querySelectorAll('marquee-badge')) {
      sizes.observe(badge);
      sights.observe(badge);
    }
  }).observe(document, { subtree: true, childList: true });
  return timings;
}

function watch(words: string[]): void {
  const internals: ElementInternals[] = [];
  customElements.define(
    'marquee-badge',
    class extends HTMLElement {
      constructor() {
        super();
        internals.push(this.attachInternals());
      }
    },
  );
  Object.assign(window, {
    watching: {
      measure: () => measurePage(words),
      ...record(),
      get roots() {
        return internals.filter(({ shadowRoot }) => shadowRoot).length;
      },
    },
  });
}

/** Returns a page with this content that watches its badges. */
export const makeWatchingPage = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><title>${title}</title><style>${style}</style><script>${[box, measureBadge, measurePage, recordTimings, record, watch].map(String).join('\n')}
watch(${JSON.stringify(findable)})</script>${body.replaceAll(/<(h1|p|li|a)(?=[ >])/g, '<$1 elementtiming="$1"')}`;
