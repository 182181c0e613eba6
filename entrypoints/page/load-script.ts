import type { readPageInSteps } from '../../lib/detect/read-page.ts';
import type { TextReader } from '../../lib/detect/text-types.ts';
import { sendMessage } from '../../lib/messaging/page-messages.ts';
import type { LoadableScript } from '../../lib/messaging/page-scripts.ts';
import type { SiteAdapter } from '../../lib/sites/types.ts';
import type * as badge from './badge.ts';
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
  };
}

/** Loads one of our scripts into this page. Returns false if the background does not answer. */
async function loadScript(name: LoadableScript): Promise<boolean> {
  try {
    await sendMessage('loadScript', { name });
    return true;
  } catch {
    return false;
  }
}

/** Loads the page reader. Returns undefined if the background does not answer. */
export async function loadPageReader(): Promise<typeof readPageInSteps | undefined> {
  if (!globalThis.marquee.reader) await loadScript('reader');
  return globalThis.marquee.reader?.readPageInSteps;
}

/**
 * Loads the reader of running text, which only pages without an adapter need, together with the page reader. Returns
 * undefined if the background does not answer; the page's data and links are still read.
 */
export async function loadTextReader(): Promise<TextReader | undefined> {
  if (!globalThis.marquee.text) await loadScript('text');
  return globalThis.marquee.text?.textReader;
}

/** Loads the code that draws badges, which only pages with films need. Returns false if the background does not answer. */
export async function loadBadgeKit(): Promise<boolean> {
  return globalThis.marquee.badge !== undefined || (await loadScript('badge'));
}
