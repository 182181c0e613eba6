import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { textReader } from '../../lib/detect/read-text.ts';
import { textParts } from '../../components/badge/text-parts.ts';

/** Hands the reader of running text to the content script of the same page. */
export default defineUnlistedScript(() => {
  globalThis.marqueeText = textReader;
  globalThis.marqueeTextParts = textParts;
});
