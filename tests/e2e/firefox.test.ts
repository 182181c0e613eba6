// The same code in Firefox, where it is installed: the page gets its badge, and a rating is kept.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowsers } from '../../scripts/browsers.ts';
import { buildExtension } from '../../scripts/build.ts';
import { writeSampleBuild } from '../../scripts/sample-build.ts';
import { startSite, type SiteServer } from '../site/server.ts';

const firefox = findBrowsers().find(({ family }) => family === 'firefox');
const uuid = '5d0a1f5e-4a0c-4c43-9d6b-6f0a3c1b2e7d';
const filmUrl = 'https://films.marquee.example/films/jaws-1975/';

describe.skipIf(!firefox)('in Firefox', () => {
  let site: SiteServer;
  let browser: Browser;
  beforeAll(async () => {
    if (!existsSync('.output/firefox-mv3/manifest.json')) await buildExtension('firefox');
    const extension = resolve(writeSampleBuild('firefox'));
    site = await startSite();
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: firefox?.path ?? '',
      headless: true,
      acceptInsecureCerts: true,
      enableExtensions: true,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ 'marquee@marquee.example': uuid }),
        'network.dns.forceResolve': '127.0.0.1',
        'network.socket.forcePort': `443=${site.httpsPort};80=${site.httpPort}`,
      },
    });
    await browser.installExtension(extension);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test('a film page gets its badge, and the popup keeps a rating', async () => {
    const page = await browser.newPage();
    await page.goto(filmUrl);
    await page.waitForSelector('marquee-badge', { timeout: 20_000 });
    expect(await page.$$eval('marquee-badge', (badges) => badges.length)).toBe(1);

    const options = await openOwn(browser, 'options.html');
    const tabId = await findTabId(options, filmUrl);
    const popup = await openOwn(browser, `popup.html?tab=${tabId}`);
    await rateWithKey(popup, '4');
    const again = await openOwn(browser, `popup.html?tab=${tabId}`);
    await again.waitForSelector('input[type="range"]', { timeout: 20_000 });
    await expect.poll(() => again.$eval('input[type="range"]', (input) => input.value)).toBe('8');
  });
});

/** Opens a page of the extension. Firefox never tells that such a page is loaded, so its address is looked at. */
async function openOwn(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage();
  const address = `moz-extension://${uuid}/${path}`;
  void page.goto(address).catch(() => undefined);
  await expect
    .poll(() => page.evaluate(() => location.href).catch(() => ''), { timeout: 20_000 })
    .toBe(address);
  return page;
}

function findTabId(options: Page, url: string): Promise<number | undefined> {
  return options.evaluate(async (wanted) => {
    interface WithTabs {
      browser: { tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> } };
    }
    const { tabs } = (globalThis as unknown as WithTabs).browser;
    return (await tabs.query({})).find((tab) => tab.url === wanted)?.id;
  }, url);
}

async function rateWithKey(popup: Page, key: '4'): Promise<void> {
  const slider = await popup.waitForSelector('input[type="range"]', { timeout: 20_000 });
  await slider?.focus();
  await slider?.press(key);
  await expect.poll(() => popup.$eval('input[type="range"]', (input) => input.value)).toBe('8');
}
