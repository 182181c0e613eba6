import type { readPageInSteps } from '../../lib/detect/read-page.ts';
import type { TextReader } from '../../lib/detect/text-types.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import type { LoadableScript } from '../../lib/messaging/page-scripts.ts';
import type { SiteAdapter } from '../../lib/sites/types.ts';
import type * as badge from './badge.ts';
import type * as reader from './reader.ts';
import type * as text from './text.ts';

declare global {
  /**
   * The scripts of ours that are in this page, each with what it exports. The build puts the declaration in front of each
   * script (`scripts/page-scripts.ts`); the page itself cannot see it.
   */
  var marquee: {
    site?: { adapter: SiteAdapter };
    reader?: typeof reader;
    text?: typeof text;
    badge?: typeof badge;
  };
}

/** Puts a script of ours into this page. False where the background does not answer. */
async function loadScript(name: LoadableScript): Promise<boolean> {
  try {
    await sendMessage('loadScript', { name });
    return true;
  } catch {
    return false;
  }
}

/** What reads pages that may name films. Undefined where the background does not answer. */
export async function loadPageReader(): Promise<typeof readPageInSteps | undefined> {
  if (!globalThis.marquee.reader) await loadScript('reader');
  return globalThis.marquee.reader?.readPageInSteps;
}

/**
 * The reader of running text, which only pages need that no adapter knows; loaded at the first wish, with what reads the
 * rest of a page. Undefined where the background does not answer: the page's data and links are read all the same.
 */
export async function loadTextReader(): Promise<TextReader | undefined> {
  if (!globalThis.marquee.text) await loadScript('text');
  return globalThis.marquee.text?.textReader;
}

/** What draws badges, which only pages with films need; loaded before the first. False where the background does not answer. */
export async function loadBadgeKit(): Promise<boolean> {
  return globalThis.marquee.badge !== undefined || (await loadScript('badge'));
}
