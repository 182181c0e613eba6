import { cleanText } from '../../text/text.ts';
import { attribute, blockNames, isClosed, isElement, isText, nameOf, rawText } from '../dom.ts';
import { readLine } from '../page-head.ts';
import { listRowTexts } from '../readers/links.ts';
import { isOnlyData } from './row-data.ts';

/** Limits: a link with more lines, or whose lines are deeper, is not a card. */
const maxLinkLines = 20;
const maxDepth = 4;

/** The lines of a link that has all of a card's text in several elements; none for any other link. */
function listLinkLines(link: Element, depth = 0): string[] {
  const lines: { element: Element; text: string }[] = [];
  for (let node = link.firstChild; node; node = node.nextSibling) {
    const text = isElement(node) ? readLine(node) : isText(node) ? node.data.trim() : '';
    if (text === '') continue;
    // Text beside the elements: words of one line.
    if (!isElement(node) || lines.length === maxLinkLines) return [];
    lines.push({ element: node, text });
  }
  const [only, second] = lines;
  if (only && !second)
    return depth < maxDepth && !isClosed(only.element) ? listLinkLines(only.element, depth + 1) : [];
  const isDivided = lines.some(({ element, text }) => blockNames.has(nameOf(element)) || isOnlyData(text));
  return isDivided ? lines.map(({ text }) => text) : [];
}

/** The name on a link: its first line, its emphasised part, or its image's text. */
export function readLinkName(link: Element): { name: string; isLabel: boolean } {
  const inner = link.querySelector('strong, b, p, div, span');
  const whole = rawText(link, 300);
  const lines = inner ? listLinkLines(link) : [];
  const texts = lines.length === 0 && inner && whole.length > 24 ? listRowTexts(link) : lines;
  const own = whole.trim() === '' ? '' : texts.length > 0 ? pickName(texts) : readLine(link);
  if (own !== '') return { name: own, isLabel: false };
  const image = link.querySelector('img[alt]');
  const label = [
    image ? attribute(image, 'alt') : '',
    attribute(link, 'title'),
    attribute(link, 'aria-label'),
  ];
  return { name: cleanText(label.find((text) => text.trim() !== '') ?? ''), isLabel: true };
}

/** The first of a card's texts that is not a label such as a certificate, a year or a score. */
const pickName = (texts: string[]): string =>
  cleanText(texts.find((text) => !isOnlyData(text)) ?? texts[0] ?? '');
