import type { TextReader } from '../../lib/detect/text-types.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';

declare global {
  /** Left by `entrypoints/text-reader.ts`, which the background puts into the page when it is asked to. */
  var marqueeText: TextReader | undefined;
}

/**
 * The reader of running text, which only pages need that no adapter knows; loaded at the first wish. Undefined where the
 * background does not answer: the page's data and links are read all the same.
 */
export async function loadTextReader(): Promise<TextReader | undefined> {
  if (!globalThis.marqueeText) {
    try {
      await sendMessage('loadTextReader', undefined);
    } catch {
      return undefined;
    }
  }
  return globalThis.marqueeText;
}
