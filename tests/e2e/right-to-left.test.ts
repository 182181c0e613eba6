// The pages of ours in a language from right to left: the pseudo-locale, whose texts are also a third longer.
import { cpSync, rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putLocale } from '../../scripts/sample/put-locale.ts';
import { startSite, type SiteServer } from '../site/server.ts';
import { listViolationsInBoth } from './axe.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { bundleForPage } from './bundle.ts';

const folder = '.output/chrome-mv3-xb';
const wide = { width: 1280, height: 800 };
const narrow = { width: 380, height: 720 };

let site: SiteServer;
let browser: ExtensionBrowser;
beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  cpSync('.output/chrome-mv3-sample', folder, { recursive: true });
  putLocale(folder, 'xb');
  site = await startSite();
  browser = await launchExtension({ site, viewport: wide, extension: folder });
  await fillMirroredLog();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function fillMirroredLog(): Promise<void> {
  const filling = await bundleForPage('tests/logs/fill-log.ts', 'filling');
  const page = await browser.openOwn('log.html');
  await page.locator('.bar-top .primary').waitFor();
  await page.goto(page.url().replace(/log\.html.*$/, 'manifest.json'));
  await page.evaluate(filling);
  await page.evaluate(async () => {
    interface Filling {
      filling: { fillLog(options: object): Promise<void> };
    }
    const wanted = { entries: 40, lastDay: '2026-03-08', years: 1 };
    await (globalThis as unknown as Filling).filling.fillLog(wanted);
  });
  await page.close();
}

/** Returns the middle of an element, from the left. */
const middleOf = async (page: Page, selector: string): Promise<number> => {
  const box = await page.locator(selector).first().boundingBox();
  return (box?.x ?? 0) + (box?.width ?? 0) / 2;
};

test.each([
  ['log.html#diary', '[data-row]', 'log'],
  ['log.html#films', '.film-open', 'films'],
  ['log.html#statistics', '.statistics .year-picture', 'statistics'],
  ['log.html#transfer', '.exports', 'transfer'],
  ['options.html', '#source-omdb', 'options'],
  ['welcome.html', 'main', 'welcome'],
])('%s is mirrored and fits, wide and narrow', async (path, has, name) => {
  const page = await browser.openOwn(path);
  await page.locator(has).first().waitFor();
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  for (const size of [wide, narrow]) {
    await page.setViewportSize(size);
    await page.waitForTimeout(300);
    await page.screenshot({ path: `.output/screenshots/xb-${name}-${size.width}.png` });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
  }
  await page.close();
});

test('the rail is on the right, the panels on the left, and half stars turn', async () => {
  const page = await browser.openOwn('log.html#diary');
  await page.locator('[data-row] .star-row').first().waitFor();
  expect(await middleOf(page, '.nav')).toBeGreaterThan(wide.width / 2);
  expect(await middleOf(page, '.side')).toBeLessThan(wide.width / 2);
  const turn = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).transform);
  expect(await turn('[data-row] .star-row')).toBe('matrix(-1, 0, 0, 1, 0, 0)');
  await page.goto(page.url().replace(/#.*$/, '#diary?layout=calendar&period=2026-02'));
  await page.locator('.calendar-head .icon').first().waitFor();
  expect(await turn('.calendar-head .icon')).toBe('matrix(-1, 0, 0, 1, 0, 0)');
  expect(await listViolationsInBoth(page)).toEqual([]);
  await page.close();
});
