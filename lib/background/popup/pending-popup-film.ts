import { browser } from 'wxt/browser';
import type { SightedHint } from '../../films/types.ts';
import type { ContentSender } from '../messages/senders.ts';
import * as v from 'valibot';
import { sightedHintSchema } from '../messages/message-schemas.ts';

/** The size of the window that replaces the popup, in px. */
const windowSize = { width: 400, height: 640 };

const hintKey = (tabId: number): string => `popupHint:${tabId}`;
const windowKey = (tabId: number): string => `popupWindow:${tabId}`;

/** Keeps the film that a tab's badge was clicked for, until the popup asks; the session's storage outlives the worker. */
export async function savePendingPopupFilm(tabId: number, hint: SightedHint): Promise<void> {
  await browser.storage.session.set({ [hintKey(tabId)]: hint });
}

/** The film a tab's badge was clicked for; given once, null where there is none. */
export async function takePendingPopupFilm(tabId: number): Promise<SightedHint | null> {
  const key = hintKey(tabId);
  const kept: Record<string, unknown> = await browser.storage.session.get(key);
  await browser.storage.session.remove(key);
  const hint = v.safeParse(sightedHintSchema, kept[key]);
  return hint.success ? hint.output : null;
}

/** Deletes the data of a closed tab. */
export async function forgetTab(tabId: number): Promise<void> {
  await browser.storage.session.remove([hintKey(tabId), windowKey(tabId)]);
}

async function openSmallWindow(tabId: number): Promise<void> {
  const key = windowKey(tabId);
  const kept: Record<string, unknown> = await browser.storage.session.get(key);
  const former = kept[key];
  // The former window of this tab may be closed by now, and then there is nothing to remove.
  if (typeof former === 'number') await browser.windows.remove(former).catch(() => undefined);
  const url = browser.runtime.getURL(`/popup.html?tab=${tabId}`);
  const opened = await browser.windows.create({ url, type: 'popup', ...windowSize });
  if (opened?.id !== undefined) await browser.storage.session.set({ [key]: opened.id });
}

/** Opens the popup over a tab's window; where the browser cannot, a small window, one a tab. */
export async function openPopup({
  tabId,
  windowId,
}: Pick<ContentSender, 'tabId' | 'windowId'>): Promise<void> {
  try {
    await browser.action.openPopup(windowId === null ? {} : { windowId });
  } catch {
    // Firefox requires a click on its own controls, and older browsers lack the call: a window replaces the popup.
    await openSmallWindow(tabId);
  }
}
