import { readReview } from '../../lib/detect/review/read-review.ts';

/**
 * Reads the page as a review; the result goes to whoever injected the script. Apart from the content script, because few
 * pages are reviews and the readers weigh as much as all others together.
 */
export const run = () => readReview(document, location.href);
