import { defineExtensionMessaging } from '@webext-core/messaging';
import type { ProtocolMap } from './protocol.ts';

const ignore = () => {};

/**
 * Sends and receives the messages of `ProtocolMap`, typed. Traces are left out: in a content script they would
 * show up in the page's console.
 */
export const { sendMessage, onMessage, removeAllListeners } = defineExtensionMessaging<ProtocolMap>({
  logger: { debug: ignore, log: ignore, warn: ignore, error: ignore },
});
