import { parseJsonLd } from '../../../review-text/json-ld-text.ts';
import { findReviews } from '../../../review-text/find-reviews.ts';
import { readReviewItem } from '../../../review-text/read-item.ts';
import type { ReviewParts } from '../../../review-text/review-parts.ts';
import { readMarkup } from './markup.ts';

const maxBlocks = 20;

/** What the JSON-LD of a post's page states of its review; null where it holds none, or several. */
export function parsePostPage(html: string, url: string): ReviewParts | null {
  const blocks: unknown[] = [];
  let isBlock = false;
  for (const token of readMarkup(html, true)) {
    if (token.kind === 'text' && isBlock && blocks.length < maxBlocks) blocks.push(parseJsonLd(token.text));
    isBlock =
      token.kind === 'open' &&
      token.name === 'script' &&
      /^application\/ld\+json/i.test(token.attributes.get('type')?.trim() ?? '');
  }
  const [only, ...more] = findReviews(blocks).reviews;
  return only === undefined || more.length > 0 ? null : readReviewItem(only, url, 'json-ld');
}
