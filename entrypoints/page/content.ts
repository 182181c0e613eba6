import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { annotatePage } from './annotate-page.ts';
import { beginLife } from './script-life.ts';

/** The content script. The build declares it for each site of the registry, after that site's own (scripts/site-scripts.ts). */
export default defineUnlistedScript(() => annotatePage(beginLife()));
