import { cleanText } from '../../text/text.ts';
import { isText, nameOf, parentOf, unreadNames, walk } from '../dom.ts';

/** Where words of a block's text end: in a text node, or behind the link or button they stand in. */
export type TextEnd = { text: Text; offset: number } | { element: Element };

const spaces = /\s+/g;

/** How many signs of a text are left when it is cleaned and its spaces are taken out. */
function countSigns(text: string): number {
  return cleanText(text).replace(spaces, '').length;
}

/** The offset behind the given number of signs. */
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

/** The link or button around a text, inside its block; null where there is none. */
function findPressable(text: Text, block: Element): Element | null {
  for (let at: Element | null = text.parentElement; at && at !== block; at = parentOf(at))
    if (nameOf(at) === 'a' || nameOf(at) === 'button') return at;
  return null;
}

/**
 * The place in a block at which the words end that end at `end` of its cleaned text. Null where the block's texts are not
 * those that were read.
 */
export function findTextEnd(block: Element, cleaned: string, end: number): TextEnd | null {
  let left = countSigns(cleaned.slice(0, end));
  const walker = left > 0 ? walk(block.ownerDocument, block) : null;
  for (let node = walker?.nextNode() ?? null; node; node = walker?.nextNode() ?? null) {
    if (!isText(node) || (node.parentElement && unreadNames.has(nameOf(node.parentElement)))) continue;
    const signs = countSigns(node.data);
    if (signs < left) {
      left -= signs;
      continue;
    }
    const element = findPressable(node, block);
    return element ? { element } : { text: node, offset: findOffset(node.data, left) };
  }
  return null;
}
