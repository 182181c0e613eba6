import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPageInSteps } from '../../lib/detect/read-page.ts';

/** Hands the reader of pages to the content script of the same page. */
export default defineUnlistedScript(() => {
  globalThis.marqueePage = readPageInSteps;
});
