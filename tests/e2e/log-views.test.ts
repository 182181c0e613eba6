// Every view of the log page with a full log: no axe violations in light and dark mode, and no overflow on a narrow page.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { listViolationsInBoth } from './axe.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { fillLog } from './full-log.ts';
import { messagePattern } from './messages.ts';

let site: SiteServer;
let logUrl: string;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** Just high enough for each kind of row, since axe checks every rendered row. */
const wide = { width: 1280, height: 500 };
/** Equals 1280 px at 400 % zoom, or a small window at 200 %. */
const narrow = { width: 320, height: 800 };

/** Starts a browser whose log has two years of entries. */
async function launchWithLog(): Promise<ExtensionBrowser> {
  const browser = await launchExtension({ site, viewport: wide });
  await fillLog(browser, { entries: 120, lastDay: '2026-03-08', years: 2 });
  return browser;
}

/** Returns the elements that are wider than a narrow page, each described in a line. */
async function listOverflow(page: Page): Promise<string[]> {
  await page.setViewportSize(narrow);
  const found = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return [];
    const beyond = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > edge,
    );
    return [
      `${document.documentElement.scrollWidth} px`,
      ...beyond.slice(0, 10).map(({ tagName, className }) => `${tagName} ${String(className)}`),
    ];
  });
  await page.setViewportSize(wide);
  return found;
}

const button = (page: Page, key: string) => page.getByRole('button', { name: messagePattern(key) }).first();

interface View {
  name: string;
  hash: string;
  /** The selector of an element that shows that the view is ready. */
  has: string;
  open?: (page: Page) => Promise<void>;
}

const views: View[] = [
  { name: 'diary by month', hash: '#diary', has: '.diary [data-row]' },
  { name: 'diary as a list', hash: '#diary?layout=list', has: '[data-row]' },
  { name: 'calendar', hash: '#diary?layout=calendar&period=2026-02', has: '.calendar-film' },
  { name: 'nothing found', hash: '#diary?q=zzzz', has: '.empty' },
  { name: 'films as covers', hash: '#films', has: '.film-open' },
  { name: 'films as a table', hash: '#films?layout=table', has: '.films-table [data-row]' },
  { name: 'watchlist', hash: '#watchlist', has: '.watchlist-row' },
  { name: 'reviews', hash: '#reviews', has: '.review-card' },
  { name: 'statistics', hash: '#statistics', has: '.statistics .year-picture' },
  { name: 'import and export', hash: '#transfer', has: '.exports' },
  { name: 'trash', hash: '#trash', has: 'h1' },
  {
    name: 'filters',
    hash: '#diary?rating=6',
    has: '[data-row]',
    open: (page) => button(page, 'filterMore').click(),
  },
  {
    name: 'an entry',
    hash: '#diary',
    has: '[data-row]',
    open: async (page) => {
      await page.locator('[data-row] button').first().click();
      await page.locator('dialog[open] form').waitFor();
    },
  },
  {
    name: 'a film',
    hash: '#films',
    has: '.film-open',
    open: async (page) => {
      await page.locator('.film-open').first().click();
      await page.locator('.film-page .timeline').waitFor();
    },
  },
  {
    name: 'the keys',
    hash: '#watchlist',
    has: '.watchlist-row',
    open: async (page) => {
      await page.keyboard.press('?');
      await page.locator('dialog[open]').waitFor();
    },
  },
  {
    name: 'logging a film',
    hash: '#reviews',
    has: '.review-card',
    open: async (page) => {
      await button(page, 'logAdd').click();
      await page.locator('dialog[open] input').waitFor();
    },
  },
  {
    name: 'selected lines',
    hash: '#diary',
    has: '[data-row]',
    open: async (page) => {
      await button(page, 'logSelect').click();
      await page.locator('[data-row] input').first().check();
      await button(page, 'bulkTagsShort').waitFor();
    },
  },
  {
    name: 'an import before it is written',
    hash: '#transfer',
    has: '.exports',
    open: async (page) => {
      const text =
        'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n2024-03-02,Inception,2010,,4,,,2024-03-01\n2024-03-02,Broken,20x,,4,,,2024-03-01\n';
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: 'diary.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
      await page.locator('.left-out summary').last().click();
      await page.locator('.plan-table').waitFor();
    },
  },
];

/** Shows a view in a fresh page, without dialogs, selection or search of an earlier view. */
async function show(page: Page, { hash, has, open }: View): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${logUrl}${hash}`);
  await page.locator('.nav .number').first().waitFor();
  await page.locator(has).first().waitFor();
  await open?.(page);
}

describe('with a full log', () => {
  let browser: ExtensionBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchWithLog();
    page = await browser.openOwn('log.html');
    logUrl = page.url().replace(/#.*$/, '');
  });
  afterAll(() => browser.close());

  test.each(views)('has no axe violations and nothing wider than 320 px: $name', async (view) => {
    await show(page, view);
    expect(await listViolationsInBoth(page)).toEqual([]);
    expect(await listOverflow(page)).toEqual([]);
  });

  test('no title is wider than its cover', async () => {
    await page.goto('about:blank');
    await page.goto(`${logUrl}#films`);
    await expect.poll(() => page.locator('.film-open').count()).toBeGreaterThan(20);
    const beyond = await page.evaluate(() =>
      [...document.querySelectorAll<SVGTextElement>('.cover text')]
        .filter((text) => text.getBBox().x + text.getBBox().width > 60)
        .map((text) => text.textContent),
    );
    expect(beyond).toEqual([]);
  });

  test('Back restores the scroll position of the films', async () => {
    await page.goto('about:blank');
    await page.goto(`${logUrl}#films`);
    await expect.poll(() => page.locator('.film-open').count()).toBeGreaterThan(20);
    const readOffset = () => page.evaluate(() => Math.round(scrollY));
    await page.mouse.move(600, 300);
    await page.mouse.wheel(0, 1500);
    await expect.poll(readOffset).toBeGreaterThan(1400);
    const left = await readOffset();
    await page.locator('.nav a[href$="#trash"]').click();
    await expect.poll(readOffset).toBe(0);
    await page.goBack();
    // The heights of the rows above were estimates and are measured again.
    await expect.poll(async () => Math.abs((await readOffset()) - left)).toBeLessThan(150);
  });
});
