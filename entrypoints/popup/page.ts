import { browser } from 'wxt/browser';
import type { SightedHint } from '../../lib/films/types.ts';
import { sendMessage } from '../../lib/messaging/messages.ts';
import { listScriptFiles } from '../../lib/messaging/page-scripts.ts';
import type { PopupTask } from '../../lib/messaging/log-protocol.ts';
import type { TabReading } from '../../lib/messaging/protocol.ts';

/** What the popup needs from its tab when it opens. */
export interface TabView {
  tabId: number;
  /** The film whose badge opened the popup, or null. */
  asked: SightedHint | null;
  /** What the popup was opened for; null where the user opened it. */
  task: PopupTask | null;
  /** The answer of its content script; null if there is none. */
  reading: TabReading | null;
}

/** Returns the id of the active tab; null if the browser does not provide it. */
export async function findActiveTab(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Gets the popup's film from the background and the reading from the tab's content script. */
export async function readTabView(tabId: number): Promise<TabView> {
  const [asked, task, reading] = await Promise.all([
    sendMessage('takePendingPopupFilm', { tabId }),
    // Without an answer the popup is as the user opens it.
    sendMessage('takePopupTask', { tabId }).catch(() => null),
    // A tab without our content script answers with an error, which means that there is no reading.
    sendMessage('readTab', undefined, tabId).catch(() => null),
  ]);
  return { tabId, asked, task, reading };
}

/**
 * Runs the content script in a tab where it does not run automatically, which the click on the toolbar button permits.
 * Throws when the browser refuses, as on its own pages.
 */
export async function startReading(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: listScriptFiles('content') });
}

/** Opens a page of the extension in a new tab, at a fragment if given, and closes the popup. */
export async function openPage(path: '/log.html' | '/options.html', fragment = ''): Promise<void> {
  const url = browser.runtime.getURL(path);
  await browser.tabs.create({ url: fragment === '' ? url : `${url}#${fragment}` });
  window.close();
}

/** Returns the host of a web page's address; null for any other address. */
export function findHost(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? host : null;
}
