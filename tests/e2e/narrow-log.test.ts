// The log page at 380 px, and how far the keyboard has to go on it.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { listViolationsInBoth } from './axe.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { fillLog } from './full-log.ts';
import { messagePattern } from './messages.ts';

const narrow = { width: 380, height: 720 };
const wide = { width: 1280, height: 800 };

let site: SiteServer;
let browser: ExtensionBrowser;
let page: Page;
let logUrl: string;
beforeAll(async () => {
  site = await startSite();
  browser = await launchExtension({ site, viewport: narrow });
  await fillLog(browser, { entries: 60, lastDay: '2026-03-08', years: 2 });
  page = await browser.openOwn('log.html');
  logUrl = page.url().replace(/#.*$/, '');
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const button = (key: string, within: Page | Locator = page): Locator =>
  within.getByRole('button', { name: messagePattern(key) }).first();
const sheet = (): Locator => page.locator('dialog[open]');
const rows = (): Locator => page.locator('main [data-row]');

async function show(hash: string, has: string, size = narrow): Promise<void> {
  await page.setViewportSize(size);
  await page.goto('about:blank');
  await page.goto(`${logUrl}${hash}`);
  await page.locator(has).first().waitFor();
}

const shoot = (name: string): Promise<unknown> =>
  page.screenshot({ path: `.output/screenshots/${name}.png` });

/** Presses Tab until an element has the focus. Returns how often. */
async function countTabs(target: Locator, skips: boolean): Promise<number> {
  for (let tabs = 0; tabs < 60; tabs += 1) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return tabs;
    await page.keyboard.press('Tab');
    if (skips && (await page.locator('.skip:focus').count()) > 0) await page.keyboard.press('Enter');
  }
  return 60;
}

describe('at 380 px', () => {
  test('the first entry of the diary is within 160 px of the top', async () => {
    await show('#diary', '[data-row]');
    const { top, bottom } = await rows()
      .first()
      .evaluate((row) => {
        const { top: from, bottom: to } = row.getBoundingClientRect();
        return { top: from, bottom: to };
      });
    expect(top).toBeLessThan(100);
    expect(bottom).toBeLessThanOrEqual(160);
    await shoot('diary-380');
    expect(await listViolationsInBoth(page)).toEqual([]);
  });

  test('tabs lead to the views, and More says that there are more', async () => {
    await show('#diary', '[data-row]');
    const more = button('logMore');
    expect(await more.getAttribute('aria-expanded')).toBe('false');
    await more.click();
    expect(await more.getAttribute('aria-expanded')).toBe('true');
    await shoot('more-380');
    expect(await listViolationsInBoth(page)).toEqual([]);
    await sheet().locator('a[href$="#statistics"]').click();
    await sheet().waitFor({ state: 'detached' });
    await page.locator('.statistics').waitFor();
    await page.locator('.tabs a[href$="#films"]').click();
    await page.locator('.film-open').first().waitFor();
    expect(await page.locator('.tabs [aria-current="page"]').getAttribute('href')).toContain('#films');
  });

  test.each([
    ['Escape', () => page.keyboard.press('Escape')],
    ['a click on the ground', () => page.mouse.click(190, 20)],
    ['its button', () => button('dialogClose', sheet()).click()],
  ])('the sheet of more views closes by %s', async (_name, close) => {
    await show('#diary', '[data-row]');
    await button('logMore').click();
    await sheet().waitFor();
    await close();
    await sheet().waitFor({ state: 'detached' });
    expect(await button('logMore').getAttribute('aria-expanded')).toBe('false');
  });

  test('the filters are a sheet; its button says how many are set', async () => {
    await show('#diary', '[data-row]');
    await button('filterMore').click();
    await sheet().waitFor();
    await button('chipRating', sheet()).click();
    await sheet().getByLabel(messagePattern('filterLiked')).check();
    await shoot('filters-380');
    expect(await listViolationsInBoth(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Filters · 2' }).waitFor();
    expect(new URL(page.url()).hash).toContain('rating=8');
  });

  test.each([
    ['#diary', '.diary [data-row]'],
    ['#diary?layout=list', '[data-row]'],
    ['#films', '.film-open'],
    ['#films?layout=table', '[data-row]'],
    ['#watchlist', '.watchlist-row'],
  ])('no box for selecting and no list of choices covers a title: %s', async (hash, has) => {
    await show(hash, has);
    await button('filterMore').click();
    await button('logSelect', sheet()).click();
    await page.locator('.select-box').first().waitFor();
    await shoot(`select${hash.replace(/\W+/g, '-')}-380`);
    const covered = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('main .select-box, main select')];
      const titles = [...document.querySelectorAll('main .title, main .cover text')];
      return boxes.flatMap((box) => {
        const a = box.getBoundingClientRect();
        return titles
          .filter((title) => {
            const range = document.createRange();
            range.selectNodeContents(title);
            return [...range.getClientRects()].some(
              (b) =>
                b.width > 0 &&
                a.left < b.right - 1 &&
                b.left < a.right - 1 &&
                a.top < b.bottom - 1 &&
                b.top < a.bottom - 1,
            );
          })
          .map((title) => title.textContent);
      });
    });
    expect(covered).toEqual([]);
  });
});

test.each([
  ['380 px', narrow],
  ['1280 px', wide],
])('the keyboard reaches the first entry with few presses of Tab at %s', async (_name, size) => {
  await show('#diary', '[data-row]', size);
  expect(await countTabs(rows().first(), true)).toBeLessThanOrEqual(8);
  await page.keyboard.press('Enter');
  await sheet().waitFor();
});

test('the skip link shows while it has the focus, and leads into a view without a list', async () => {
  await show('#statistics', '.statistics', wide);
  await page.keyboard.press('Tab');
  const skip = page.locator('.skip');
  expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  await shoot('skip-1280');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  expect(new URL(page.url()).hash).toBe('#statistics');
});
