import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { readBadges, waitForBadges } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { realSitePages } from './pages/real-sites.ts';

let site: SiteServer;
let browser: ExtensionBrowser;
beforeAll(async () => {
  site = await startSite();
  for (const { url, html } of realSitePages) site.put(url, html);
  // The shipped build: real sites need no further hosts.
  browser = await launchExtension({ site, extension: '.output/chrome-mv3' });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test.each(realSitePages)('$site: only $films get a badge', async ({ url, films }) => {
  const page = await browser.open(url);
  if (films.length) await waitForBadges(page, films.length);
  else await page.waitForTimeout(1000);
  const badges = await readBadges(page);
  expect(badges.map(({ label }) => label.split(': ')[0])).toEqual(films);
  for (const { nearby, label } of badges) expect(nearby).toContain(label.split(': ')[0]);
  await page.close();
});
