import type { ListReader, TextReader } from '../../lib/detect/text-types.ts';
import type { SiteAdapter } from '../../lib/sites/types.ts';
import { load } from './load-once.ts';
import type * as adapter from './adapter.ts';
import type * as badge from './badge.ts';
import type * as details from './details.ts';
import type * as lists from './lists.ts';
import type * as markup from './markup.ts';
import type * as reader from './reader.ts';
import type * as tables from './tables.ts';
import type * as text from './text.ts';

declare global {
  /**
   * Our scripts in this page, each with its exports. The build adds the declaration to each script
   * (`scripts/page-scripts.ts`); the page itself cannot see it.
   */
  var marquee: {
    site?: { adapter: SiteAdapter };
    reader?: typeof reader;
    adapter?: typeof adapter;
    markup?: typeof markup;
    text?: typeof text;
    tables?: typeof tables;
    lists?: typeof lists;
    badge?: typeof badge;
    details?: typeof details;
  };
}

/** Loads the page reader. Returns undefined if the background does not answer. */
export const loadPageReader = (): Promise<typeof reader | undefined> => load('reader');

/**
 * Loads the reader of running text, which few sites with an adapter need, or that of tables. Returns undefined if the
 * background does not answer; the page's data and links are still read.
 */
export const loadTextScript: (name: 'text' | 'tables') => Promise<Partial<TextReader> | undefined> = load;

/** Loads the reader of lists, and of running text with it. Returns undefined if the background does not answer. */
export const loadListReader = (): Promise<ListReader | undefined> =>
  load('lists').then((loaded) => loaded?.listReader);

/** Loads the reader of JSON-LD, microdata and RDFa. Returns undefined if the background does not answer. */
export const loadMarkupReader = (): Promise<typeof markup.markupReader | undefined> =>
  load('markup').then((loaded) => loaded?.markupReader);

/** Loads the code that requests films and draws badges. Returns undefined if the background does not answer. */
export const loadBadgeScript = (): Promise<typeof badge | undefined> => load('badge');
