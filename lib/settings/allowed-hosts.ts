import { readItem } from './read-item.ts';
import { storage } from 'wxt/utils/storage';
import { browser } from 'wxt/browser';

/** The pattern of every site. */
export const everySite = '*://*/*';

/** Match patterns of the sites that the user always wants read, besides the built-in ones. */
export const allowedHosts = storage.defineItem<string[]>('local:alwaysSites', { fallback: [], version: 1 });

/** The pattern of all pages of an address's host; null if the address is not http or https. */
export function formatSitePattern(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? `*://${hostname}/*` : null;
}

/**
 * Asks the browser for one pattern and keeps it. Must be called in a click. False if the user declines. The
 * pattern is stored first, because asking can close the popup.
 */
export async function readAlways(pattern: string): Promise<boolean> {
  const granting = browser.permissions.request({ origins: [pattern] });
  await addSite(pattern);
  const granted = await granting;
  if (!granted) await forgetSite(pattern);
  return granted;
}

/** Removes a pattern and the browser's permission for it. */
export async function readNoLonger(pattern: string): Promise<void> {
  await forgetSite(pattern);
  await browser.permissions.remove({ origins: [pattern] });
}

/** The patterns that the user wants and the browser still grants. */
export async function listGrantedSites(): Promise<string[]> {
  const wanted = await readItem(allowedHosts);
  const granted = await Promise.all(
    wanted.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
  );
  return wanted.filter((_, index) => granted[index]);
}

async function addSite(pattern: string): Promise<void> {
  const others = (await allowedHosts.getValue()).filter((site) => site !== pattern);
  await allowedHosts.setValue([...others, pattern]);
}

async function forgetSite(pattern: string): Promise<void> {
  await allowedHosts.setValue((await allowedHosts.getValue()).filter((site) => site !== pattern));
}
