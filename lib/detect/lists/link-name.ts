import { cleanText } from '../../text/text.ts';
import { attribute } from '../dom.ts';
import { readLine } from '../page-head.ts';
import { listRowTexts } from '../readers/links.ts';
import { isOnlyData } from './row-data.ts';

/** The name on a link: its first line, its emphasised part, or its image's text. */
export function readLinkName(link: Element): { name: string; isLabel: boolean } {
  const texts = link.firstElementChild ? listRowTexts(link) : [];
  // A card's text is in several lines, or has data beside the name.
  const isCard =
    texts.length > 1 &&
    (link.querySelector('div, p, li, br') !== null || texts.some(isOnlyData) || texts.join(' ').length > 24);
  const own = isCard ? pickName(texts) : readLine(link);
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
