import { browser } from 'wxt/browser';
import { sendMessage } from '../../messaging/messages.ts';

/**
 * Most tabs have no content script, and often no page of the extension is open: a message without a receiver is not a
 * fault.
 */
const ignoreNoReceiver = (): void => undefined;

/** Notifies every page of the extension and every content script to request its data again. */
export async function broadcastLogChanged(): Promise<void> {
  const tabs = await browser.tabs.query({});
  const ids = tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
  await Promise.all([
    sendMessage('logChanged', undefined).catch(ignoreNoReceiver),
    ...ids.map((id) => sendMessage('logChanged', undefined, id).catch(ignoreNoReceiver)),
  ]);
}
