import type { DrawDetails } from '../../components/badge/badge.ts';
import type { TextReader } from '../../lib/detect/text-types.ts';
import { sendMessage } from '../../lib/messaging/page-messages.ts';
import type { LoadableScript } from '../../lib/messaging/page-scripts.ts';
import type { SiteAdapter } from '../../lib/sites/types.ts';
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

/** Loads one of our scripts into this page, once, and returns its exports; undefined if the background does not answer. */
async function load<Name extends LoadableScript>(name: Name): Promise<(typeof marquee)[Name]> {
  if (!globalThis.marquee[name]) await sendMessage('loadScript', { name }).catch(() => undefined);
  return globalThis.marquee[name];
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

/** Returns the code that draws a badge's details, loaded at first use; null if the background does not answer. */
export function loadDetails(): DrawDetails | Promise<DrawDetails | null> {
  const { details } = globalThis.marquee;
  return details?.drawDetails ?? load('details').then((loaded) => loaded?.drawDetails ?? null);
}
