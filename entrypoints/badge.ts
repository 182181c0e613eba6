import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountBadge } from '../components/badge/badge.ts';
import badgeCss from '../components/badge/badge.css?inline';

/** Hands what draws a badge to the content script of the same page. */
export default defineUnlistedScript(() => {
  globalThis.marqueeBadge = { mountBadge, badgeCss };
});
