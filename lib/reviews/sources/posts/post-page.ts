import { parseJsonLd } from '../../../review-text/json-ld-text.ts';
import { findReviews } from '../../../review-text/find-reviews.ts';
import { readReviewItem } from '../../../review-text/read-item.ts';
import type { ReviewParts } from '../../../review-text/review-parts.ts';
import { readMarkup } from '../../../text/markup.ts';

const maxBlocks = 20;

/** The JSON-LD blocks of a page, at most 20. */
function listBlocks(html: string): string[] {
  const blocks: string[] = [];
  let block: string | null = null;
  readMarkup(html, (stop) => ({
    onOpen: (name, { type = '' }) => {
      block = name === 'script' && /^application\/ld\+json/i.test(type.trim()) ? '' : null;
    },
    onText: (text) => {
      if (block !== null) block += text;
    },
    onClose: () => {
      if (block !== null) blocks.push(block);
      block = null;
      if (blocks.length === maxBlocks) stop();
    },
  }));
  return blocks;
}

/** Reads the review in the JSON-LD of a post's page; null unless there is exactly one. */
export function parsePostPage(html: string, url: string): ReviewParts | null {
  const [only, ...more] = findReviews(listBlocks(html).map(parseJsonLd)).reviews;
  return only === undefined || more.length > 0 ? null : readReviewItem(only, url, 'json-ld');
}
