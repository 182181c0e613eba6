import { defineContentScript } from 'wxt/utils/define-content-script';
import { siteAdapters } from '../../lib/sites/registry.ts';
import { annotatePage } from './annotate-page.ts';

export default defineContentScript({
  matches: [...new Set(siteAdapters.flatMap((site) => site.matches))],
  runAt: 'document_idle',
  // The page would see the message (developer.mozilla.org/docs/Web/API/Window/postMessage).
  noScriptStartedPostMessage: true,
  main: (context) => annotatePage(context.signal),
});
