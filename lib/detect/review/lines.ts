import { cleanText, truncateText } from '../../std/text.ts';
import {
  attribute,
  blockNames,
  blockOf,
  isClosed,
  isText,
  nameOf,
  rawText,
  unreadNames,
  walk,
} from '../dom.ts';
import { parseScore } from './parse-score.ts';

/** What a reader sees as one line: a block, or the part of one between line breaks. */
export interface Line {
  /** Cleaned; scores that pictures and titles state stand in it as text. Empty for a bar on its own. */
  text: string;
  /** The width of a bar in it, 0 to 100; null where there is none. */
  bar: number | null;
  block: Element;
}

const maxNodes = 30_000;
const maxLines = 3000;
const maxLineLength = 6000;
/** Parts of a page that hold nothing of the review: by name, and by a whole word of their class or id. */
const skippedNames = new Set([...unreadNames, 'nav', 'footer', 'figcaption', 'button', 'head']);
const skippedClasses =
  /(?:^|\s)(?:comments?|comments?-(?:area|list|section)|respond|comment-respond|(?:jp-)?related(?:-?posts?)?|sidebar|widget(?:-area)?|sharedaddy|share(?:-buttons)?|social(?:-share)?|newsletter|breadcrumbs?|site-(?:header|footer))(?:\s|$)/i;
const factClasses = /review|film|movie|info|fact|box|score|rating/i;
const barNames = new Set(['span', 'div', 'i', 'b', 'li', 'p', 'em']);

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isSkipped(element: Element): boolean {
  const name = nameOf(element);
  if (skippedNames.has(name)) return true;
  const classes = `${attribute(element, 'class')} ${attribute(element, 'id')}`;
  if (name === 'aside') return !factClasses.test(classes);
  return skippedClasses.test(classes) && !element.querySelector('h1');
}

/** The width that an element without text shows, as a part of 100. */
function readBar(element: Element): number | null {
  if (!barNames.has(nameOf(element))) return null;
  const style = /(?:^|[;\s])width\s*:\s*(\d{1,3}(?:\.\d{1,6})?)%/i.exec(attribute(element, 'style'))?.[1];
  const stated = [style, attribute(element, 'data-width'), attribute(element, 'data-rate')].find((text) =>
    /^\d{1,3}(?:\.\d{1,6})?%?$/.test(text ?? ''),
  );
  const width = parseFloat(stated ?? '');
  return width <= 100 && rawText(element, 40).trim() === '' ? width : null;
}

/** A score that a picture's or an empty element's words state: `alt="4 out of 5 stars"`, `title="4.1 out of 5"`. */
function readWords(element: Element): string {
  for (const name of ['alt', 'title', 'aria-label']) {
    const words = attribute(element, name);
    if (/[\d★⭐½]/.test(words) && parseScore(words) && !/\d/.test(rawText(element, 200))) return ` ${words} `;
  }
  return '';
}

/** One for a star icon, a half for half a one, 0 for an empty one; null for anything else. */
function readIcon(element: Element): number | null {
  const classes = attribute(element, 'class');
  if (!/^(?:i|span|svg)$/.test(nameOf(element)) || !/(?:^|[\s-])star(?:$|[\s-])/i.test(classes)) return null;
  if (element.firstElementChild !== null || rawText(element, 4).trim() !== '') return null;
  return /half/i.test(classes)
    ? 0.5
    : /empty|-o(?:$|\s)|\bfar\b|regular|outline|\boff\b|blank/i.test(classes)
      ? 0
      : 1;
}

interface Draft extends Line {
  icons: number[];
}

/** Icons state a score where their number tells the end of the scale. */
function spellIcons({ icons, bar }: Draft): string {
  const sum = icons.reduce((one, other) => one + other, 0);
  const tellsEnd = icons.length === 5 || (icons.length >= 4 && icons.length <= 10 && sum < icons.length);
  return bar === null && tellsEnd && sum > 0 ? ` ${sum}/${icons.length}` : '';
}

/** Collects nodes in the page's order into lines. */
function makeCollector() {
  const drafts: Draft[] = [];
  let isBroken = true;
  const lineOf = (block: Element): Draft => {
    const last = drafts.at(-1);
    if (last && !isBroken && last.block === block) return last;
    const draft: Draft = { text: '', bar: null, block, icons: [] };
    drafts.push(draft);
    isBroken = false;
    return draft;
  };
  const addText = (text: string, block: Element): void => {
    const last = drafts.at(-1);
    if (text.trim() === '' && (isBroken || last?.block !== block)) return;
    const line = lineOf(block);
    if (line.text.length < maxLineLength) line.text += truncateText(text, maxLineLength);
  };
  const addBar = (bar: number, block: Element): void => {
    const last = drafts.at(-1);
    const isOfLast =
      last?.bar === null && last.text.trim() !== '' && !isClosed(block) && block.contains(last.block);
    const line = isOfLast ? last : lineOf(block);
    line.bar ??= bar;
  };
  const enter = (element: Element): void => {
    if (blockNames.has(nameOf(element)) || nameOf(element) === 'hr') isBroken = true;
    const words = readWords(element);
    if (words) addText(words, blockOf(element));
    const bar = readBar(element);
    if (bar !== null) addBar(bar, blockOf(element));
    const icon = bar === null ? readIcon(element) : null;
    if (icon !== null) lineOf(blockOf(element)).icons.push(icon);
  };
  return { drafts, addText, enter };
}

function skipBelow(walker: TreeWalker): Node | null {
  for (;;) {
    const next = walker.nextSibling();
    if (next) return next;
    if (!walker.parentNode()) return null;
  }
}

/** The lines under an element in the page's order, at most 3,000, without navigation, comments and side bars. */
export function listLines(root: Element): Line[] {
  const walker = walk(root.ownerDocument, root);
  const collector = makeCollector();
  let node = walker?.nextNode() ?? null;
  for (let seen = 0; walker && node && seen < maxNodes && collector.drafts.length < maxLines; seen += 1) {
    const isHidden = isElement(node) && isSkipped(node);
    if (isText(node)) {
      const parent = node.parentElement;
      if (parent) collector.addText(node.data, blockOf(parent));
    } else if (isElement(node) && !isHidden) collector.enter(node);
    node = isHidden ? skipBelow(walker) : walker.nextNode();
  }
  return collector.drafts
    .map((draft) => ({ text: cleanText(draft.text + spellIcons(draft)), bar: draft.bar, block: draft.block }))
    .filter(({ text, bar }) => text !== '' || bar !== null);
}
