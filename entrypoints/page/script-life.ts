import { browser } from 'wxt/browser';

/** The life of this script. It ends when a newer one starts in the same page, or the extension is updated or removed. */
export interface ScriptLife {
  signal: AbortSignal;
  /** Whether the life has ended. Reading it ends the life of a script whose extension is gone. */
  readonly isInvalid: boolean;
}

/** Whether this script's extension still exists. After an update the old script's runtime has no id. */
const hasExtension = (): boolean => !!(browser as { runtime?: { id?: string } }).runtime?.id;

/**
 * Begins the life of this script, and ends that of older ones in the page. Only an event reaches scripts from before an
 * update. It is an event of the window, since a page's forms can hide members of the document.
 */
export function beginLife(): ScriptLife {
  const controller = new AbortController();
  const { signal } = controller;
  const begun = `${browser.runtime.id}:begun`;
  dispatchEvent(new Event(begun));
  addEventListener(begun, () => controller.abort(), { signal });
  return {
    signal,
    get isInvalid() {
      if (!hasExtension()) controller.abort();
      return signal.aborted;
    },
  };
}
