import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { waitForBadges } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { findYesterday, logOn, rate } from './popup.ts';

let site: SiteServer;
let browser: ExtensionBrowser;
beforeAll(async () => {
  site = await startSite();
  browser = await launchExtension({ site });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test('requests nothing from any server except the opened pages', async () => {
  const film = 'https://films.marquee.example/films/inception-2010/';
  const list = 'https://films.marquee.example/';
  const page = await browser.open(film);
  await waitForBadges(page);
  await waitForBadges(await browser.open(list), 40);
  const popup = await browser.openPopup(page);
  await rate(popup, /Inception/, 3);
  await logOn(popup, findYesterday('UTC'));
  const log = await browser.openOwn('log.html');
  await log.getByText('Inception').first().waitFor();
  await browser.openOwn('options.html');
  await browser.killWorker();
  await popup.reload();
  await popup.getByRole('slider', { name: /Inception/ }).waitFor();
  // Chromium itself contacts Google's services despite the flags. Those requests are not the extension's.
  const requested = site.requests.filter(
    (url) => !/^https:\/\/[^/]*\b(google|googleapis|gvt1|gstatic)\.com\//.test(url),
  );
  expect([...new Set(requested)].sort()).toEqual([list, film].sort());
});
