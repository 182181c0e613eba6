import { isListName } from '../headline-subject.ts';
import { blockNames, blockOf, isText, nameOf, parentOf, rawText } from '../dom.ts';
import type { Sighting } from '../types.ts';
import { readLine } from '../page-head.ts';
import type { Page } from '../page.ts';
import { findOtherKind, hasFilmWords } from '../words.ts';
import { readHeading, type HeadingReading } from './headings.ts';
import { makeHeadingFound } from './list-headings.ts';
import { isTitleLike } from './text-spans.ts';

/** Minimum number of lines of one shape; fewer are not a list. */
const minLines = 3;
const maxLine = 160;
const maxSiblings = 12;
const maxWordsAfter = 6;

const rank = /^\s*(?:#\s?\d{1,3}\b|\d{1,3}\s?[.):]|\d{1,3}\s?[-–]\s)/;
const yearBracket = /[([][^()[\]]{0,40}?(?:18|19|20)\d\d[^()[\]]{0,20}[)\]]/g;
const directorBracket = /\((?:dir(?:\.|ected by|ector:?)|réal\.|regie:?|a film by)\s[^()]{3,60}\)/i;

interface Line {
  element: Element;
  reading: HeadingReading;
  /** What the lines of one list have in common: the name of their block, and whether they are ranked. */
  shape: string;
  isLikelyTitle: boolean;
}

/** The outermost node around a text that does not break its line. */
function findOnLine(text: Text): Node {
  let at: Node = text;
  let parent: Element | null = text.parentElement;
  while (parent && !blockNames.has(nameOf(parent))) {
    at = parent;
    parent = parentOf(parent);
  }
  return at;
}

/** The text between the line breaks around a text node; null if it is too long for a line of a list. */
export function readTextLine(text: Text): string | null {
  const at = findOnLine(text);
  let line = readNode(at);
  for (const next of ['previousSibling', 'nextSibling'] as const) {
    let node = at[next];
    for (let count = 0; node && count < maxSiblings && line.length <= maxLine; count += 1) {
      if (!isText(node) && (node.nodeType !== 1 || blockNames.has(nameOf(node as Element)))) break;
      line = next === 'previousSibling' ? readNode(node) + line : line + readNode(node);
      node = node[next];
    }
  }
  const clean = line.replace(/\s+/g, ' ').trim();
  return clean.length > maxLine ? null : clean;
}

function readNode(node: Node): string {
  return isText(node) ? node.data.slice(0, 2 * maxLine) : rawText(node as Element, 2 * maxLine);
}

function parseLine(text: Text): Line | null {
  const element = text.parentElement;
  if (!element || /^h\d$/.test(nameOf(blockOf(element)))) return null;
  const line = readTextLine(text);
  if (line === null) return null;
  const years = [...line.matchAll(yearBracket)];
  const bracket = years.length === 1 ? years[0] : years.length === 0 ? directorBracket.exec(line) : undefined;
  if (!bracket) return null;
  const after = line.slice(bracket.index + bracket[0].length).trim();
  if (after.split(/\s+/).length > maxWordsAfter || /^[,;]|[.!?]$/.test(after)) return null;
  const reading = readHeading(line);
  if (!reading || (reading.year === null && reading.directors.length === 0) || !isTitleLike(reading.title))
    return null;
  const isRanked = rank.test(line);
  return {
    element,
    reading,
    shape: `${nameOf(blockOf(element))} ${isRanked}`,
    isLikelyTitle: isRanked || reading.isReview || reading.directors.length > 0,
  };
}

/**
 * Returns a test for whether the heading before a line announces works of another kind. Call it in page
 * order.
 */
function makeOtherTest(headings: Element[]): (element: Element) => boolean {
  let next = 0;
  let isOther = false;
  return (element) => {
    for (let heading = headings[next]; heading; heading = headings[next]) {
      if ((heading.compareDocumentPosition(element) & 4) === 0) break;
      const text = readLine(heading);
      isOther = findOtherKind(text) !== null && !hasFilmWords(text);
      next += 1;
    }
    return isOther;
  };
}

/**
 * The films that the lines of a list name, each with its year or director in brackets: "12. Nurse Betty (R)
 * (2000) US", "Race (2016) ****". Stated if the page's name says that it lists films, or if the page is about
 * films and the lines are ranked or rated; otherwise only possible. Pauses between lines.
 */
export function* readLines(
  texts: Text[],
  headings: Element[],
  { page, isFilmPage, isAside }: { page: Page; isFilmPage: boolean; isAside: (element: Element) => boolean },
): Generator<Sighting | null> {
  if (!isFilmPage) return;
  const isOther = makeOtherTest(headings);
  const lines: Line[] = [];
  for (const [count, text] of texts.entries()) {
    if (count % 10 === 9) yield null;
    const parent = text.parentElement;
    const line = parent && !isAside(parent) ? parseLine(text) : null;
    if (line && !isOther(line.element)) lines.push(line);
  }
  const isList = page.names.some((name) => isListName(name) && hasFilmWords(name));
  const isMixed = findOtherKind(page.names.join(' | ')) !== null;
  const shapes = Map.groupBy(lines, ({ shape }) => shape);
  const likelyShapes = new Set(
    [...shapes].filter(([, alike]) => alike.every((line) => line.isLikelyTitle)).map(([shape]) => shape),
  );
  const linesOf = Map.groupBy(lines, ({ element }) => element);
  for (const { element, reading, shape } of lines) {
    if ((shapes.get(shape)?.length ?? 0) < minLines) continue;
    const isStated = !isMixed && (isList || likelyShapes.has(shape));
    // Several lines of one block do not have their own element.
    const own = (linesOf.get(element)?.length ?? 0) > 1 ? null : element;
    yield makeHeadingFound(own, reading, isStated || reading.saysFilm);
  }
}
