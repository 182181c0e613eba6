import { browser } from 'wxt/browser';
import { sendMessage } from '../../messaging/messages.ts';

/** Most tabs have no content script of ours, and often no page of ours is open: nobody listening is no fault. */
const nobodyListens = (): void => undefined;

/** Tells every page of ours and every content script to ask again for what it shows. */
export async function broadcastLogChanged(): Promise<void> {
  const tabs = await browser.tabs.query({});
  const ids = tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
  await Promise.all([
    sendMessage('logChanged', undefined).catch(nobodyListens),
    ...ids.map((id) => sendMessage('logChanged', undefined, id).catch(nobodyListens)),
  ]);
}
