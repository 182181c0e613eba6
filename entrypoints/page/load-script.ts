import type { TextReader } from '../../lib/detect/text-types.ts';
import type { SiteAdapter } from '../../lib/sites/types.ts';
import { load } from './load-once.ts';
import type * as badge from './badge.ts';
import type * as details from './details.ts';
import type * as reader from './reader.ts';
import type * as text from './text.ts';

declare global {
  /**
   * Our scripts in this page, each with its exports. The build adds the declaration to each script
   * (`scripts/page-scripts.ts`); the page itself cannot see it.
   */
  var marquee: {
    site?: { adapter: SiteAdapter };
    reader?: typeof reader;
    text?: typeof text;
    badge?: typeof badge;
    details?: typeof details;
  };
}

/** Loads the page reader. Returns undefined if the background does not answer. */
export const loadPageReader = (): Promise<typeof reader | undefined> => load('reader');

/**
 * Loads the reader of running text, which only pages without an adapter need, together with the page reader. Returns
 * undefined if the background does not answer; the page's data and links are still read.
 */
export const loadTextReader = (): Promise<TextReader | undefined> =>
  load('text').then((loaded) => loaded?.textReader);

/** Loads the code that requests films and draws badges. Returns undefined if the background does not answer. */
export const loadBadgeScript = (): Promise<typeof badge | undefined> => load('badge');
