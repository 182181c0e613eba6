// The options page: sections with addresses, theme, language, the toolbar's number, and deleting everything.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { listViolationsInBoth } from './axe.ts';
import { waitForBadges } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { messagePattern } from './messages.ts';
import { rate, readStore } from './popup.ts';

const wide = { width: 1280, height: 800 };
const narrow = { width: 380, height: 720 };
const ids = [
  'badges',
  'sources',
  'your-log',
  'sites',
  'appearance',
  'sync',
  'backups',
  'privacy',
  'film-data',
  'about',
];
/** Addresses that other pages lead to. */
const former = ['catalogues', 'followed-sites', 'storage', 'always-sites', 'source-omdb'];

let site: SiteServer;
let browser: ExtensionBrowser;
let page: Page;
let url: string;
beforeAll(async () => {
  site = await startSite();
  browser = await launchExtension({ site, viewport: wide });
  page = await browser.openOwn('options.html');
  url = page.url();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function show(hash: string, size = wide): Promise<void> {
  await page.setViewportSize(size);
  await page.goto('about:blank');
  await page.goto(`${url}${hash}`);
  await page.locator('#about').waitFor();
  await page.locator('#source-omdb').waitFor({ state: 'attached' });
}

const topOf = (id: string): Promise<number> =>
  page.locator(`#${id}`).evaluate((element) => element.getBoundingClientRect().top);
const current = () => page.locator('.section-rail [aria-current]').getAttribute('href');
const schemeOf = (shown: Page): Promise<string> =>
  shown.evaluate(() => getComputedStyle(document.documentElement).colorScheme);

test.each([...ids, ...former])('#%s is the address of its section', async (id) => {
  await show(`#${id}`);
  await expect.poll(() => topOf(id)).toBeLessThan(wide.height);
  expect(await topOf(id)).toBeGreaterThanOrEqual(0);
});

test('the rail marks the section in view', async () => {
  await show('');
  expect(await current()).toBe('#badges');
  for (const id of ['backups', 'privacy', 'about', 'badges']) {
    await page.locator(`.section-rail a[href="#${id}"]`).click();
    await expect.poll(current).toBe(`#${id}`);
  }
  await page.screenshot({ path: '.output/screenshots/options-1280.png', fullPage: true });
});

test('on a narrow page one choice on top leads to the sections', async () => {
  await show('', narrow);
  const choice = page.locator('.section-choice select');
  await choice.selectOption('privacy');
  await expect.poll(() => topOf('privacy')).toBeLessThan(200);
  await expect.poll(() => choice.inputValue()).toBe('privacy');
  expect((await choice.boundingBox())?.y).toBeLessThan(60);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(380);
  await page.screenshot({ path: '.output/screenshots/options-380.png' });
  expect(await listViolationsInBoth(page)).toEqual([]);
});

test('axe finds nothing at 1280 px, light and dark', async () => {
  await show('');
  expect(await listViolationsInBoth(page)).toEqual([]);
});

test('a chosen theme shows on every page before it renders, whatever the system has', async () => {
  await show('#appearance');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('radio', { name: messagePattern('themeDark') }).check();
  await expect.poll(() => schemeOf(page)).toBe('dark');
  const log = await browser.openOwn('log.html');
  expect(await schemeOf(log)).toBe('dark');
  await page.getByRole('radio', { name: messagePattern('themeLight') }).check();
  await expect.poll(() => schemeOf(log)).toBe('light');
  await log.close();
  await page.getByRole('radio', { name: messagePattern('themeSystem') }).check();
  await expect.poll(() => schemeOf(page)).toBe('light dark');
});

test('a chosen language is that of every page, and leaves again', async () => {
  await show('#appearance');
  await page.locator('#appearance ~ label select').selectOption('de');
  await page.getByRole('heading', { name: 'Darstellung' }).waitFor();
  const log = await browser.openOwn('log.html');
  await log.getByRole('button', { name: 'Film eintragen' }).waitFor();
  expect(await log.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
    'de',
    'ltr',
  ]);
  await log.screenshot({ path: '.output/screenshots/log-de.png' });
  await log.close();
  await page.screenshot({ path: '.output/screenshots/options-de.png', fullPage: true });
  await page.locator('#appearance ~ label select').selectOption('');
  await page.getByRole('heading', { name: messagePattern('optionsAppearance') }).waitFor();
});

describe('the number on the toolbar icon', () => {
  const readNumber = (address: string): Promise<string> => {
    const [worker] = browser.context.serviceWorkers();
    if (!worker) return Promise.resolve('');
    return worker.evaluate(async (wanted) => {
      interface Chrome {
        chrome: {
          tabs: { query(filter: object): Promise<{ id: number }[]> };
          action: { getBadgeText(of: { tabId: number }): Promise<string> };
        };
      }
      const { chrome } = globalThis as unknown as Chrome;
      const [tab] = await chrome.tabs.query({ url: wanted });
      return tab ? chrome.action.getBadgeText({ tabId: tab.id }) : '';
    }, address);
  };

  test('is off, and once it is on, is the number in the popup; a page without films has none', async () => {
    const films = 'https://films.marquee.example/';
    const list = await browser.open(films);
    await waitForBadges(list, 40);
    expect(await readNumber(films)).toBe('');
    await show('#appearance');
    await page.getByRole('switch', { name: messagePattern('optionsCount') }).check();
    await list.reload();
    await waitForBadges(list, 40);
    await expect.poll(() => readNumber(films)).toMatch(/^\d+$/);
    const popup = await browser.openPopup(list);
    await popup
      .getByText(new RegExp(`^${await readNumber(films)} films`))
      .first()
      .waitFor();
    await popup.close();
    await list.goto('https://films.marquee.example/about/');
    await expect.poll(() => readNumber('https://films.marquee.example/about/')).toBe('');
    await list.close();
  });
});

test('deletes everything after a question, and starts afresh', async () => {
  const popup = await browser.openPopup(
    await browser.open('https://films.marquee.example/films/inception-2010/'),
  );
  await rate(popup, /Inception/, 4.5);
  await popup.close();
  await show('#privacy');
  const ask = page.getByRole('button', { name: messagePattern('deleteEverythingAsk') });
  await ask.click();
  await page.getByRole('button', { name: messagePattern('formCancel') }).click();
  expect(await readStore(page, 'ratings')).toHaveLength(1);
  await ask.click();
  await page.screenshot({ path: '.output/screenshots/delete-everything.png' });
  await page.getByRole('button', { name: messagePattern('deleteEverythingYes') }).click();
  await page.waitForURL(/welcome\.html/);
  const log = await browser.openOwn('log.html');
  await log.getByRole('heading', { name: messagePattern('logEmpty') }).waitFor();
  expect(await readStore(log, 'ratings')).toEqual([]);
  await show('#appearance');
  expect(await page.getByRole('switch', { name: messagePattern('optionsCount') }).isChecked()).toBe(false);
});
