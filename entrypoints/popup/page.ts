import { browser } from 'wxt/browser';
import type { SightedHint } from '../../lib/films/types.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import { listScriptFiles } from '../../lib/messaging/page-scripts.ts';
import type { TabReading } from '../../lib/messaging/protocol.ts';

/** What there is to know of a tab when the popup opens on it. */
export interface TabView {
  tabId: number;
  /** The film whose badge opened the popup, or null. */
  asked: SightedHint | null;
  /** What its content script says; null where none answers. */
  reading: TabReading | null;
}

/** The tab in front of the user; null where the browser does not tell. */
export async function findActiveTab(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Asks the background and the tab's content script what the popup is about. */
export async function readTabView(tabId: number): Promise<TabView> {
  const [asked, reading] = await Promise.all([
    sendMessage('takePendingPopupFilm', { tabId }),
    // A tab without our content script answers with an error: that is the answer.
    sendMessage('readTab', undefined, tabId).catch(() => null),
  ]);
  return { tabId, asked, reading };
}

/**
 * Puts the content script into a tab it does not run in by itself; the click on the toolbar button allows it.
 * Throws where the browser refuses, as on its own pages.
 */
export async function startReading(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: listScriptFiles('content') });
}

/** Opens a page of the extension in a tab, at one of its places, and closes the popup. */
export async function openPage(path: '/log.html' | '/options.html', place = ''): Promise<void> {
  const url = browser.runtime.getURL(path);
  await browser.tabs.create({ url: place === '' ? url : `${url}#${place}` });
  window.close();
}

/** The host of a web page's address; null for any other address. */
export function findHost(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? host : null;
}
