import { browser } from 'wxt/browser';

/** The life of this script. It ends when it is started again in the same page, or the extension is updated or removed. */
export interface ScriptLife {
  signal: AbortSignal;
  /** Whether the life has ended. Reading it ends the life of a script whose extension is gone. */
  readonly isInvalid: boolean;
}

/** Whether this script's extension still exists. After an update the old script's runtime has no id. */
const hasExtension = (): boolean => !!(browser as { runtime?: { id?: string } }).runtime?.id;

/** The life before, in the extension's own world of the page, which the page cannot see. */
let former: AbortController | undefined;

/**
 * Begins the life of this script, and ends the one before it. A script from before an update is in a world of its own,
 * which nothing reaches but the page's events, and the page could use those too. So its badges are removed here, and it
 * ends itself when it sees the page change and has no extension any more.
 */
export function beginLife(): ScriptLife {
  former?.abort();
  const controller = new AbortController();
  former = controller;
  // Of the prototype: a page's form or image may have the name of the method.
  for (const badge of Document.prototype.querySelectorAll.call(document, 'marquee-badge')) badge.remove();
  const { signal } = controller;
  return {
    signal,
    get isInvalid() {
      if (!hasExtension()) controller.abort();
      return signal.aborted;
    },
  };
}
