import { annotatePage } from './annotate-page.ts';
import { beginLife } from './script-life.ts';

/** Starts the content script each time it is injected into a page. */
export const run = () => annotatePage(beginLife());
