import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { readBadges } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { carousel, endlessList, lateFrame, routes, shown } from './pages/live-lists.ts';

let site: SiteServer;
let browser: ExtensionBrowser;
let page: Page;
beforeAll(async () => {
  site = await startSite();
  for (const { url, html } of [carousel, endlessList, lateFrame, routes]) site.put(url, html);
  browser = await launchExtension({ site });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  page = await browser.context.newPage();
});
afterEach(() => page.close());

/** The pages' own functions. */
interface Live {
  go(at: number): void;
  addFrame(): void;
  addRow(): void;
}

const titles = shown.map(({ title }) => title);

/** Waits until the page has a badge of each of these films and no others. */
const expectBadges = (wanted: string[]) =>
  expect
    .poll(async () =>
      (await readBadges(page)).map(({ label }) => label.replace(/: (?:critics|audience|no score).*$/, '')),
    )
    .toEqual(wanted);

test('a list that grows at its end gets the badges of its new rows', async () => {
  await page.goto(endlessList.url);
  const countRows = () => page.locator('.x').count();
  let rows = 0;
  for (const least of [6, 12, 18]) {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect.poll(countRows).toBeGreaterThanOrEqual(least);
    rows = await countRows();
  }
  await expectBadges(titles.slice(0, rows));
});

test('a carousel gets the badges of the places that fill as one scrolls', async () => {
  await page.goto(carousel.url);
  const countFilled = () => page.locator('li:not(:empty)').count();
  await expect.poll(countFilled).toBeGreaterThan(1);
  for (const left of [800, 1600, 2400]) {
    await page.locator('ul').evaluate((list, to) => list.scrollTo(to, 0), left);
    await expect.poll(countFilled).toBeGreaterThan(left / 400);
  }
  await expectBadges(titles.slice(0, await countFilled()));
});

test('a change from a list to a film’s page and back changes the badges', async () => {
  await page.goto(routes.url);
  const go = (at: number) => page.evaluate((to) => (globalThis as unknown as Live).go(to), at);
  await expectBadges(titles.slice(0, 5));
  for (const at of [2, 7]) {
    await go(at);
    await expectBadges(titles.slice(at, at + 1));
  }
  await go(-1);
  await expectBadges(titles.slice(0, 5));
});

test('a frame that comes late takes no badge from the page, and rows after it get theirs', async () => {
  await page.goto(lateFrame.url);
  await expectBadges(titles.slice(0, 4));
  await page.evaluate(() => (globalThis as unknown as Live).addFrame());
  await expect.poll(() => page.frames().length).toBe(2);
  await page.evaluate(() => (globalThis as unknown as Live).addRow());
  await expectBadges(titles.slice(0, 5));
  expect(await page.frames()[1]?.locator('marquee-badge').count()).toBe(0);
});
