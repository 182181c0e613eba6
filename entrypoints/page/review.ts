import { readReview } from '../../lib/detect/review/read-review.ts';

/**
 * Reads the page as a review. The result goes to the caller that injected the script. Separate from the content script,
 * because few pages are reviews and these readers are as large as all others together.
 */
export const run = () => readReview(document, location.href);
