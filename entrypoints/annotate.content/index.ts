import { defineContentScript } from 'wxt/utils/define-content-script';
import { annotatePage } from './annotate-page.ts';

export default defineContentScript({
  // The build declares it for each site of the registry, after that site's own script (scripts/site-scripts.ts).
  matches: ['https://*.marquee.example/*'],
  runAt: 'document_idle',
  // The page would see the message (developer.mozilla.org/docs/Web/API/Window/postMessage).
  noScriptStartedPostMessage: true,
  main: annotatePage,
});
