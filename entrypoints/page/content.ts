import { annotatePage } from './annotate-page.ts';
import { beginLife } from './script-life.ts';

/** Starts the content script, at each time that it is put into a page. */
export const run = () => annotatePage(beginLife());
