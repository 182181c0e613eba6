// Starts Firefox with the extension, and opens its pages.
import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { findBrowsers } from '../../scripts/browsers.ts';
import { buildExtension } from '../../scripts/build.ts';
import { writeSampleBuild } from '../../scripts/sample/sample-build.ts';
import type { SiteServer } from '../site/server.ts';
import { isFresh } from './fresh-build.ts';

const firefox = findBrowsers().find(({ family }) => family === 'firefox');

/** Whether Firefox is installed. */
export const hasFirefox = firefox !== undefined;

/** The host of the extension's own pages. */
export const uuid = '5d0a1f5e-4a0c-4c43-9d6b-6f0a3c1b2e7d';

/** Starts Firefox with the extension, in a new profile or in the given one. */
export async function launchFirefox({
  site,
  profile,
  prefs = {},
  granted = [],
}: {
  site: SiteServer;
  profile?: string;
  /** Further settings of the browser. */
  prefs?: Record<string, boolean | number | string>;
  /** Hosts that the extension may ask without the browser's question. */
  granted?: string[];
}): Promise<Browser> {
  if (!isFresh('.output/firefox-mv3/manifest.json')) await buildExtension('firefox');
  const extension = resolve(writeSampleBuild('firefox', granted));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox?.path ?? '',
    headless: true,
    acceptInsecureCerts: true,
    enableExtensions: true,
    args: ['--remote-allow-system-access'],
    ...(profile === undefined ? {} : { userDataDir: profile }),
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ 'marquee@marquee.example': uuid }),
      // Without these a temporarily installed extension would lose its data at the end of the session.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${site.httpsPort};80=${site.httpPort}`,
      ...prefs,
    },
  });
  await browser.installExtension(extension);
  return browser;
}

/** Installs the extension again over itself, as an update does: its background ends at once, and its pages close. */
export async function updateFirefox(browser: Browser): Promise<void> {
  await browser.installExtension(resolve(writeSampleBuild('firefox')));
}

/** Opens a page of the extension. Firefox never reports that such a page is loaded, so this polls its address. */
export async function openOwn(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage();
  const address = `moz-extension://${uuid}/${path}`;
  void page.goto(address).catch(() => undefined);
  await expect
    .poll(() => page.evaluate(() => location.href).catch(() => ''), { timeout: 20_000 })
    .toBe(address);
  return page;
}

/** Opens the popup for an open page. */
export async function openPopup(browser: Browser, url: string): Promise<Page> {
  const options = await openOwn(browser, 'options.html');
  const tabId = await options.evaluate(async (wanted) => {
    interface WithTabs {
      browser: { tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> } };
    }
    const { tabs } = (globalThis as unknown as WithTabs).browser;
    return (await tabs.query({})).find((tab) => tab.url === wanted)?.id;
  }, url);
  return openOwn(browser, `popup.html?tab=${tabId}`);
}

/** Rates the popup's film with four stars, by keyboard. */
export async function rateFour(popup: Page): Promise<void> {
  const slider = await popup.waitForSelector('input[type="range"]', { timeout: 20_000 });
  await slider?.focus();
  await slider?.press('4');
  await expect.poll(() => popup.$eval('input[type="range"]', (input) => input.value)).toBe('8');
}

/** Reads the rows of a store of the current log on a page of the extension, or why they cannot be read. */
export function readRows(page: Page, store: string): Promise<Record<string, unknown>[] | string> {
  return page.evaluate(async (name) => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    try {
      // A version above 1 is the number of a rebuilt log (lib/watchlog/store/database-location.ts).
      const pointer = await wait(indexedDB.open('marquee-log-place'));
      const { version } = pointer;
      pointer.close();
      const database = await wait(indexedDB.open(version === 1 ? 'marquee-log' : `marquee-log-${version}`));
      const rows = await wait(database.transaction(name).objectStore(name).getAll());
      database.close();
      return rows as Record<string, unknown>[];
    } catch (error) {
      return String(error);
    }
  }, store);
}
