// The statistics: the picture of the year in two clicks, by mouse and by keyboard.
import { mkdirSync } from 'node:fs';
import type { Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { listViolationsInBoth } from './axe.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { fillLog } from './full-log.ts';
import { createKeys } from './keys.ts';
import { messagePattern } from './messages.ts';
import { readStore } from './popup.ts';
import { sendAsPage } from './world.ts';

const screen = { width: 1280, height: 800 };
const pictures = '.output/screenshots';

let site: SiteServer;
let browser: ExtensionBrowser;
let page: Page;
beforeAll(async () => {
  site = await startSite();
  mkdirSync(pictures, { recursive: true });
  browser = await launchExtension({ site, viewport: screen });
  await fillLog(browser, { entries: 300, lastDay: '2026-11-20' });
  page = await browser.openOwn('log.html');
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const link = (): Locator => page.getByRole('link', { name: messagePattern('logViewStatistics') });
const save = (): Locator => page.getByRole('button', { name: messagePattern('yearSave') });

async function expectPicture(download: Promise<Download>): Promise<void> {
  expect((await download).suggestedFilename()).toMatch(/^marquee-\d{4}\.png$/);
}

test('saves the picture of the year with two clicks and without scrolling', async () => {
  let clicks = 0;
  const click = async (target: Locator): Promise<void> => {
    await target.waitFor();
    const box = await target.boundingBox();
    expect(box!.y + box!.height).toBeLessThanOrEqual(screen.height);
    await page.mouse.click(box!.x + box!.width / 2, box!.y + box!.height / 2);
    clicks += 1;
  };
  const download = page.waitForEvent('download');
  await click(link());
  await page.locator('.year-picture').waitFor();
  await click(save());
  await expectPicture(download);
  expect(clicks).toBe(2);
});

test('saves it by keyboard alone', async () => {
  await page.reload();
  const { press } = createKeys(page);
  await press(link());
  await save().waitFor();
  const download = page.waitForEvent('download');
  await press(save());
  await expectPicture(download);
});

test('says of each list how many of its films were seen, and leads to it', async () => {
  const films = await readStore(page, 'films');
  const seen = films.slice(0, 50).map(({ id }) => ({ filmId: String(id) }));
  await sendAsPage(browser, 'createList', {
    ...{ name: 'Fifty for the summer', description: '', ranked: true },
    films: [{ film: { title: 'The Quiet Harbour Road', year: 2025, refs: [] } }, ...seen],
  });
  const section = page.locator('section', { has: page.locator('#lists-seen') });
  await section.getByRole('link', { name: 'Fifty for the summer' }).waitFor();
  expect(await section.innerText()).toContain('50 of 51 seen');
  await section.screenshot({ path: `${pictures}/statistics-lists.png` });
});

test('has a legend for the colours of the days, and says for how many entries hours are', async () => {
  await page.locator('.heat-legend').first().waitFor();
  await page.getByRole('heading', { name: messagePattern('statsMostWatched') }).waitFor();
  expect(await listViolationsInBoth(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.screenshot({ path: `${pictures}/statistics-1280.png`, fullPage: true });
  await page.locator('.year-picture').screenshot({ path: `${pictures}/statistics-picture.png` });
  await page.setViewportSize({ width: 380, height: 800 });
  await page.screenshot({ path: `${pictures}/statistics-380.png`, fullPage: true });
});
