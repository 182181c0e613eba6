import { parseScore } from '../../../review-text/parse-score.ts';
import { cleanText, truncateText } from '../../../text/text.ts';
import { readMarkup } from './markup.ts';

const inline =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr)$/;
const unread = /^(?:script|style|template|noscript|svg|figcaption|form|button|iframe)$/;
const maxLines = 1000;
const maxLineLength = 5000;

/**
 * What a reader sees of a piece of HTML, a line for each block, at most 1,000: plain text without markup, scripts and
 * captions. A picture that states a score ("4 out of 5 stars") stands there as its words.
 */
export function listTextLines(html: string): string[] {
  const lines: string[] = [];
  let line = '';
  let hidden: string | null = null;
  const endLine = (): void => {
    const text = cleanText(line);
    if (text !== '') lines.push(truncateText(text, maxLineLength));
    line = '';
  };
  for (const token of readMarkup(html, true)) {
    if (lines.length >= maxLines) break;
    if (token.kind === 'text') {
      if (hidden === null && line.length < maxLineLength) line += token.text;
      continue;
    }
    if (hidden !== null) {
      if (token.kind === 'close' && token.name === hidden) hidden = null;
      continue;
    }
    if (token.kind === 'open' && !token.isEmpty && unread.test(token.name)) hidden = token.name;
    if (!inline.test(token.name)) endLine();
    const words =
      token.kind === 'open' ? (token.attributes.get('alt') ?? token.attributes.get('title') ?? '') : '';
    if (/[\d★⭐½]/.test(words) && parseScore(words) !== null) line += ` ${words} `;
  }
  endLine();
  return lines;
}

/** The text of a piece of HTML as one line: references decoded, tags dropped. */
export function formatPlainText(html: string): string {
  return cleanText(listTextLines(html).join(' '));
}
