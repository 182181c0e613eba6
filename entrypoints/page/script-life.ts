import { browser } from 'wxt/browser';

/** The life of this script: ended by a newer one in the same page, or when the extension is updated or removed. */
export interface ScriptLife {
  signal: AbortSignal;
  /** Asking ends the life of a script whose extension is gone. */
  readonly isInvalid: boolean;
}

/** Whether the extension that this script is of is still there: what is left in a page of an older one has no id. */
const hasExtension = (): boolean => !!(browser as { runtime?: { id?: string } }).runtime?.id;

/**
 * Begins the life of this script, and ends that of older ones in the page. Those of an extension that was updated since
 * can be reached by nothing but an event; the window's own, for a page may put its forms over the document's members.
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
