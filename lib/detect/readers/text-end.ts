import { cleanText } from '../../text/text.ts';
import type { Sighting } from '../types.ts';
import { isText, nameOf, parentOf, unreadNames, walk } from '../dom.ts';

/**
 * The position where words of a block's text end: in a text node, or after the link or button around them. `first`: the
 * text node in which they begin, if it is another.
 */
export type TextEnd = NonNullable<Sighting['textEnd']> | { element: Element };

const spaces = /\s+/g;

/** The number of characters in a cleaned text without its spaces. */
function countSigns(text: string): number {
  return cleanText(text).replace(spaces, '').length;
}

/** The offset after the given number of characters that are not spaces. */
function findOffset(data: string, signs: number): number {
  let left = signs;
  let offset = 0;
  for (const sign of data) {
    offset += sign.length;
    left -= countSigns(sign);
    if (left <= 0) break;
  }
  return offset;
}

/** The link or button around a text within its block; null if there is none. */
function findPressable(text: Text, block: Element): Element | null {
  for (let at: Element | null = text.parentElement; at && at !== block; at = parentOf(at))
    if (nameOf(at) === 'a' || nameOf(at) === 'button') return at;
  return null;
}

/** The text node of a block in which the words that end at `end` of its cleaned text end, and where in it; null if none. */
function findText(block: Element, cleaned: string, end: number): { text: Text; offset: number } | null {
  let left = countSigns(cleaned.slice(0, end));
  const walker = left > 0 ? walk(block.ownerDocument, block) : null;
  for (let node = walker?.nextNode() ?? null; node; node = walker?.nextNode() ?? null) {
    if (!isText(node) || (node.parentElement && unreadNames.has(nameOf(node.parentElement)))) continue;
    const signs = countSigns(node.data);
    if (signs >= left) return { text: node, offset: findOffset(node.data, left) };
    left -= signs;
  }
  return null;
}

/**
 * The position in a block where the words from `start` to `end` of its cleaned text end. Null if the block's texts have
 * changed since they were read.
 */
export function findTextEnd(block: Element, cleaned: string, start: number, end: number): TextEnd | null {
  const found = findText(block, cleaned, end);
  if (!found) return null;
  const element = findPressable(found.text, block);
  if (element) return { element };
  const first = findText(block, cleaned, start + 1)?.text;
  return first && first !== found.text ? { ...found, first } : found;
}
