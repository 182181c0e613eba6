import { nameOf, rawText } from '../dom.ts';
import { readLine } from '../page-head.ts';
import { isDate } from './row-data.ts';

/** The text of a link that is compared with its heading, in UTF-16 units. */
const maxText = 400;

/** Whether a heading is one of several texts of a link. */
function isInCard(heading: Element): boolean {
  const link = heading.closest('a[href]');
  return link !== null && rawText(link, maxText).trim() !== rawText(heading, maxText).trim();
}

/** Returns the headings above an element, nearest first, without dates. Call it in page order. */
export function makeTrail(headings: Element[]) {
  let next = 0;
  const above: { level: number; text: string; at: number }[] = [];
  let date = '';
  let last: Element | null = null;
  return (element: Element) => {
    for (let heading = headings[next]; heading; heading = headings[next]) {
      if ((heading.compareDocumentPosition(element) & 4) === 0) break;
      next += 1;
      // A name in a row heads nothing.
      if (last?.contains(heading) || isInCard(heading)) continue;
      const level = Number(nameOf(heading).slice(1));
      const text = readLine(heading);
      const isDay = isDate(text);
      date = isDay ? text : '';
      while (!isDay && (above.at(-1)?.level ?? 0) >= level) above.pop();
      if (!isDay) above.push({ level, text, at: next });
    }
    last = element;
    return {
      above: above.map(({ text }) => text).reverse(),
      key: above.at(-1)?.at,
      year: /^(?:19|20)\d\d$/.test(date) ? Number(date) : null,
    };
  };
}
