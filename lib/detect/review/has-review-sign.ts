import { isClosed, rawText } from '../dom.ts';
import { readLine } from '../page-head.ts';
import type { Page } from '../page.ts';
import { maxBlockLength } from '../../review-text/json-ld-text.ts';
import { themes } from './themes.ts';

const words = /review|kritik|rezension|besprechung|critique|avis|cr[íi]tica|rese[ñn]a|recens|recenzja/i;
const marks = '[itemtype*="Review"], [typeof*="Review"], .hreview, .h-review';

/** The titles of the posts on a page, by the markup of blogs; at most 12. */
export function listPostTitles({ root }: Page): Page['headings'] {
  return Array.from(root.querySelectorAll('.entry-title, .post-title, [itemprop="headline"]'))
    .filter((element) => !isClosed(element) && /^h[1-6]$/.test(element.localName))
    .slice(0, 12)
    .map((element) => ({ element, text: readLine(element) }));
}

/**
 * Whether anything on a page says "review": one of its names, its data or a known box. Cheap, and true for
 * every page that `readReview` can read, so that other pages do not load the rest of this folder.
 */
export function hasReviewSign(page: Page): boolean {
  if (page.names.some((name) => words.test(name))) return true;
  if (listPostTitles(page).some(({ text }) => words.test(text))) return true;
  const boxes = [marks, ...themes.map(({ box }) => box)].join(', ');
  if (Array.from(page.root.querySelectorAll(boxes)).some((box) => !isClosed(box))) return true;
  const blocks = Array.from(page.root.querySelectorAll('script[type*="ld+json" i]')).slice(0, 60);
  return blocks.some((block) =>
    /["/:](?:Critic)?Review"|"itemReviewed"/.test(rawText(block, maxBlockLength)),
  );
}
