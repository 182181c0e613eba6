import { cleanText, truncateText } from '../../text/text.ts';
import {
  attribute,
  blockNames,
  blockOf,
  isClosed,
  isText,
  nameOf,
  parentOf,
  unreadNames,
  walk,
} from '../dom.ts';
import { isWhole, readBar, readIcon, readWords, spellIcons, type StarIcon } from './measures.ts';

/** What a reader sees as one line: a block, or a part of one between line breaks. */
export interface Line {
  /** Cleaned text, including scores stated by images and title attributes. Empty for a bar without text. */
  text: string;
  /** The width of a bar in the line, from 0 to 100; null if there is none. */
  bar: number | null;
  block: Element;
  /** The innermost element of its first figure or star; the block if there is none. */
  element: Element;
  /** The words at its start that are bold or in an element named as a label; empty if there are none. */
  lead: string;
  /** Whether its first letters are in a link. */
  isLinked: boolean;
}

const maxNodes = 30_000;
const maxLines = 3000;
const maxLineLength = 6000;
/** Parts of a page outside the review: by element name, and by whole words of their class or id. */
const skippedNames = new Set([...unreadNames, 'nav', 'footer', 'figcaption', 'button', 'head']);
const skippedClasses =
  /(?:^|\s)(?:comments?|(?:wp-block-)?comments?-(?:area|list|section|body|template)|wp-block-comments|commentlist|repl(?:y|ies)|responses|backlinks|respond|comment-respond|disqus_thread|sidebar|widget(?:-area)?|sharedaddy|share(?:-buttons)?|social(?:-share)?|polls?|breadcrumbs?|site-(?:header|footer))(?:\s|$)|(?:^|[\s_]|(?<!has|no|with)-)(?:related|recommend(?:ed|ations)|trending|newsletter|(?:recent|latest|popular|more|other)[_-]?(?:posts?|reviews?|articles?|stories|films?|movies))(?=[\s_-]|posts?|$)/i;
const factClasses = /review|film|movie|info|fact|box|score|rating/i;
function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isHidden(element: Element): boolean {
  const style = attribute(element, 'style');
  return (
    element.hasAttribute('hidden') ||
    (style !== '' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style))
  );
}

/** Whether an element is not part of the review: navigation, comments, a sidebar, something hidden. */
export function isSkipped(element: Element): boolean {
  const name = nameOf(element);
  if (isHidden(element)) return true;
  const classes = `${attribute(element, 'class')} ${attribute(element, 'id')}`.slice(0, 500);
  // Drupal states the author of a post in a footer above its text.
  if (skippedNames.has(name)) return name !== 'footer' || !/__meta(?:\s|$)/.test(classes);
  if (name === 'aside' && !factClasses.test(classes)) return true;
  return skippedClasses.test(classes) && !element.querySelector('h1, .entry-title, .post-title, article');
}

interface Draft extends Line {
  icons: StarIcon[];
  /** The element of the last text. */
  last: Element | null;
}

/**
 * Whether two texts meet without a space where a letter meets a digit, "8.4" and "Superb", or where two elements with
 * words of their own meet, as a name and a job do.
 */
function isGlued(before: string, text: string, element: Element, last: Element | null): boolean {
  const meet = before.slice(-1) + text.slice(0, 1);
  if (/^(?:\p{L}\d|\d\p{L})$/u.test(meet)) return nameOf(element) !== 'sup';
  const areBeside = last !== null && last !== element && last.nextElementSibling === element;
  return areBeside && /\p{Ll}{2}$/u.test(before) && /^\p{L}{3}/u.test(text);
}

function isLead(element: Element): boolean {
  return (
    /^(?:strong|b|dt|th)$/.test(nameOf(element)) ||
    /(?:^|[\s_-])(?:label|title|key|term|name|heading)(?=[\s_-]|$)/i.test(attribute(element, 'class'))
  );
}

/** Collects nodes in page order into lines. */
function makeCollector() {
  const drafts: Draft[] = [];
  let isBroken = true;
  const lineOf = (block: Element): Draft => {
    const last = drafts.at(-1);
    if (last && !isBroken && last.block === block) return last;
    const draft: Draft = {
      text: '',
      bar: null,
      block,
      element: block,
      lead: '',
      isLinked: false,
      icons: [],
      last: null,
    };
    drafts.push(draft);
    isBroken = false;
    return draft;
  };
  const addText = (text: string, block: Element, element: Element, isLinked = false): void => {
    const last = drafts.at(-1);
    if (text.trim() === '' && (isBroken || last?.block !== block)) return;
    const line = lineOf(block);
    if (line.text.trim() === '' && line.block !== element && isLead(element)) line.lead = cleanText(text);
    if (line.element === line.block && /[\d★⭐]/.test(text)) line.element = element;
    if (isLinked && !/\p{L}/u.test(line.text)) line.isLinked ||= /\p{L}/u.test(text);
    if (line.text.length >= maxLineLength) return;
    line.text +=
      (isGlued(line.text, text, element, line.last) ? ' ' : '') + truncateText(text, maxLineLength);
    line.last = element;
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
    if (words) addText(words, blockOf(element), element);
    const bar = readBar(element);
    if (bar !== null) addBar(bar, blockOf(element));
    const icon = bar === null ? readIcon(element) : null;
    if (icon !== null) lineOf(blockOf(element)).icons.push(icon);
  };
  return { drafts, addText, enter };
}

/** Whether an element is a link or within four steps of one around it. */
function isInLink(element: Element): boolean {
  let at: Element | null = element;
  for (let step = 0; at && step < 5; step += 1, at = parentOf(at)) if (nameOf(at) === 'a') return true;
  return false;
}

function skipBelow(walker: TreeWalker): Node | null {
  for (;;) {
    const next = walker.nextSibling();
    if (next) return next;
    if (!walker.parentNode()) return null;
  }
}

/** The text of a line with the score of its icons, which is before the scale in brackets: "3.5/4 (out of four)". */
function joinIcons({ text, bar, icons }: Draft): string {
  const score = bar === null ? spellIcons(icons) : '';
  return text.trimStart().startsWith('(') ? `${score} ${text}` : text + score;
}

/** The lines under an element in page order, at most 3,000, without navigation, comments and sidebars. */
export function listLines(root: Element): Line[] {
  const walker = walk(root.ownerDocument, root);
  if (!walker) return [];
  const collector = makeCollector();
  let node = walker.nextNode();
  for (let seen = 0; node && seen < maxNodes && collector.drafts.length < maxLines; seen += 1) {
    const isLeft = isElement(node) && isSkipped(node);
    if (isText(node)) {
      const parent = node.parentElement;
      if (parent) collector.addText(node.data, blockOf(parent), parent, isInLink(parent));
    } else if (isElement(node) && (!isLeft || (nameOf(node) === 'svg' && !isHidden(node))))
      collector.enter(node);
    node = isLeft || (isElement(node) && isWhole(node)) ? skipBelow(walker) : walker.nextNode();
  }
  return collector.drafts
    .map((draft) => ({
      text: cleanText(joinIcons(draft)),
      bar: draft.bar,
      block: draft.block,
      element: draft.element,
      lead: draft.lead,
      isLinked: draft.isLinked,
    }))
    .filter(({ text, bar }) => text !== '' || bar !== null);
}
