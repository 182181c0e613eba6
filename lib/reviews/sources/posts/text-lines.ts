import { parseScore } from '../../../review-text/parse-score.ts';
import { cleanText, truncateText } from '../../../text/text.ts';
import { readMarkup } from '../../../text/markup.ts';

const inline =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr)$/;
const unread = /^(?:script|style|template|noscript|svg|figcaption|form|button|iframe)$/;
const maxLines = 1000;
const maxLineLength = 5000;

/**
 * The text of an HTML fragment as lines, one per block, at most 1,000, without markup, scripts and captions. An image
 * whose description is a score ("4 out of 5 stars") is replaced by its description.
 */
export function listTextLines(html: string): string[] {
  const lines: string[] = [];
  let line = '';
  let hiddenDepth: number | null = null;
  readMarkup(html, (stop) => {
    const endLine = (): void => {
      const text = cleanText(line);
      if (text !== '') lines.push(truncateText(text, maxLineLength));
      line = '';
      if (lines.length === maxLines) stop();
    };
    return {
      onOpen: (name, { alt, title }, depth) => {
        if (hiddenDepth !== null) return;
        if (unread.test(name)) hiddenDepth = depth;
        if (!inline.test(name)) endLine();
        const words = alt ?? title ?? '';
        if (/[\d★⭐½]/.test(words) && parseScore(words) !== null) line += ` ${words} `;
      },
      onText: (text) => {
        if (hiddenDepth === null && line.length < maxLineLength) line += text;
      },
      onClose: (name, depth) => {
        if (hiddenDepth === null && !inline.test(name)) endLine();
        if (hiddenDepth === depth) hiddenDepth = null;
      },
    };
  });
  const rest = cleanText(line);
  return rest === '' ? lines : [...lines, truncateText(rest, maxLineLength)];
}

/** The text of an HTML fragment as one line, without markup. */
export function formatPlainText(html: string): string {
  return cleanText(listTextLines(html).join(' '));
}
