import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readReview } from '../../lib/detect/review/read-review.ts';

/**
 * Reads the page it is put into as a review; its result goes to whoever injected it. Apart from the content script,
 * because few pages are reviews and the readers weigh as much as all others together.
 */
export default defineUnlistedScript(() => readReview(document, location.href));
