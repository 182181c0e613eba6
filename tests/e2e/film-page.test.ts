// A film's page in the log: opened from a list, from its address and by the keyboard alone, with axe in light and dark.
import { mkdirSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { listViolationsInBoth } from './axe.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { fillLog } from './full-log.ts';
import { createKeys, type Keys } from './keys.ts';
import { messagePattern } from './messages.ts';
import { readStore } from './popup.ts';

const wide = { width: 1280, height: 900 };
const narrow = { width: 380, height: 800 };

let site: SiteServer;
let browser: ExtensionBrowser;
let page: Page;
let keyboard: Keys;

beforeAll(async () => {
  mkdirSync('.output/screenshots', { recursive: true });
  site = await startSite();
  browser = await launchExtension({ site, viewport: wide });
  await fillLog(browser, { entries: 120, lastDay: '2026-03-08', years: 2 });
  page = await browser.openOwn('log.html');
  keyboard = createKeys(page);
  await page.locator('.nav .number').first().waitFor();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const button = (key: string, within: Page | Locator = page): Locator =>
  within.getByRole('button', { name: messagePattern(key) }).first();
const dialog = (): Locator => page.locator('dialog[open]');
const heading = (): Locator => page.locator('#film-title');
const hash = (): string => new URL(page.url()).hash;

async function shoot(name: string): Promise<void> {
  for (const [size, viewport] of Object.entries({ 1280: wide, 380: narrow })) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({
        path: `.output/screenshots/${name}-${size}-${colorScheme}.png`,
        fullPage: true,
      });
    }
  }
  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Whether anything on a narrow page is wider than it. */
async function overflows(): Promise<boolean> {
  await page.setViewportSize(narrow);
  const isTooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  await page.setViewportSize(wide);
  return isTooWide;
}

/** The film of the page as it is stored. */
async function readFilm(): Promise<Record<string, unknown>> {
  const id = hash().replace('#film/', '');
  const films = await readStore(page, 'films');
  return films.find((film) => film.id === id) ?? {};
}

test('opens from the films and the address, and goes back to where it was opened', async () => {
  await page.goto(page.url().replace(/#.*$/, '') + '#films?sort=title');
  const film = page.locator('.film-open').nth(5);
  const title = await film.locator('.film-name').innerText();
  await film.click();
  await expect.poll(() => heading().innerText()).toBe(title.replace(/ \d{4}$/, ''));
  expect(hash()).toMatch(/^#film\/\w+$/);
  expect(await page.title()).toContain(await heading().innerText());
  await expect.poll(() => heading().evaluate((element) => element === document.activeElement)).toBe(true);

  await page.reload();
  await expect.poll(() => heading().innerText()).toBe(title.replace(/ \d{4}$/, ''));
  await page.locator('.film-back a').click();
  await expect.poll(hash).toBe('#films?sort=title');
  await page.goForward();
  await heading().waitFor();
});

const readFocus = (): Promise<{ row: string | undefined; isInView: boolean }> =>
  page.evaluate(() => {
    const { activeElement } = document;
    const { top = -1, bottom = -1 } = activeElement?.getBoundingClientRect() ?? {};
    return {
      row: activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row,
      isInView: bottom > 0 && top < innerHeight,
    };
  });

/** How many px of the page are below the window. */
const readRestOfPage = (): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY);

test('the way back leads to the row that it was opened from, in films, diary and dialogs', async () => {
  await page.goto(page.url().replace(/#.*$/, '') + '#films?sort=title');
  await page.locator('.film-open').first().waitFor();
  // As a user scrolls: a script that scrolls does not stop the page from going back to where the user was.
  await page.mouse.move(500, 500);
  await page.mouse.wheel(0, 10_000);
  await expect.poll(readRestOfPage).toBeLessThan(60);
  const row = await page.locator('.film-cell').last().getAttribute('data-row');
  await page.locator(`[data-row="${row}"] .film-open`).focus();
  await page.keyboard.press('Enter');
  await heading().waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(readFocus).toEqual({ row, isInView: true });

  await page.goto(page.url().replace(/#.*$/, '') + '#diary');
  const entry = await page.locator('.entry').nth(4).getAttribute('data-row');
  await page.locator(`[data-row="${entry}"] .entry-open`).click();
  await button('filmOpen', dialog()).click();
  await heading().waitFor();
  await page.locator('.film-back a').click();
  await expect.poll(readFocus).toEqual({ row: entry, isInView: true });
  await page.keyboard.press('Enter');
  await dialog().waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(readFocus).toEqual({ row: entry, isInView: true });
  await page.locator('.entry-open').first().click();
  await button('filmOpen', dialog()).click();
  await heading().waitFor();
});

test('is without violations in light and dark, and fits a narrow page', async () => {
  await page.locator('.timeline li').first().waitFor();
  expect(await listViolationsInBoth(page)).toEqual([]);
  expect(await overflows()).toBe(false);
  await shoot('film-page');
});

test('says what is known of a film that is not in the log, and brings it back', async () => {
  const { title } = await readFilm();
  await button('filmTakeOut').click();
  await page.getByRole('heading', { name: messagePattern('filmPageRemoved') }).waitFor();
  expect(await page.locator('main').innerText()).toContain(String(title));
  expect(await listViolationsInBoth(page)).toEqual([]);
  await shoot('film-page-removed');
  await button('filmPageRestore').click();
  await heading().waitFor();
  await page.locator('.timeline li').first().waitFor();

  await page.evaluate(() => (location.hash = '#film/nobody'));
  await page.getByRole('heading', { name: messagePattern('filmPageUnknown') }).waitFor();
  expect(await listViolationsInBoth(page)).toEqual([]);
});

test('is used by keyboard alone: rates, likes, edits and logs, and undoes it', async () => {
  const { keys, press, tabTo, type } = keyboard;
  await page.evaluate(() => (location.hash = '#films'));
  await page.locator('.film-open').first().waitFor();
  await keys('j', 'j', 'Enter');
  await heading().waitFor();
  const id = hash().replace('#film/', '');

  await tabTo(page.locator('.film-top').getByRole('slider'));
  await keys('4');
  const stars = async (): Promise<unknown> =>
    (await readStore(page, 'ratings')).find(({ filmId, deleted }) => filmId === id && deleted === null)
      ?.value;
  await expect.poll(stars).toBe(8);

  const entries = async (): Promise<Record<string, unknown>[]> =>
    (await readStore(page, 'entries')).filter(({ filmId, deleted }) => filmId === id && deleted === null);
  const before = (await entries()).length;
  await keys('l');
  await dialog().waitFor();
  await type(dialog().locator('textarea').first(), 'By **keyboard**.');
  await press(button('formLog', dialog()));
  await expect.poll(async () => (await entries()).length).toBe(before + 1);
  await page.locator('dialog').waitFor({ state: 'detached' });
  await keys('z');
  await expect.poll(async () => (await entries()).length).toBe(before);

  await keys('e');
  await dialog().waitFor();
  const review = dialog().getByLabel(messagePattern('formReview'), { exact: true });
  await type(review, 'A *slow* film.');
  await press(button('formSaveChanges', dialog()));
  await page.locator('.review-words em').first().waitFor();
  expect(await page.locator('.review-words em').first().innerText()).toBe('slow');

  const listed = async (): Promise<number> =>
    (await readStore(page, 'watchlist')).filter(({ filmId, deleted }) => filmId === id && deleted === null)
      .length;
  const wasListed = await listed();
  const onWatchlist = page.locator('.film-top').getByRole('button', { name: messagePattern('ownWatchlist') });
  const isShown = async (): Promise<boolean> => (await onWatchlist.getAttribute('aria-pressed')) === 'true';
  await keys('w');
  await expect.poll(listed).toBe(1 - wasListed);
  await expect.poll(isShown).toBe(wasListed === 0);
  await keys('w');
  await expect.poll(listed).toBe(wasListed);

  await press(button('factsEdit'));
  const year = dialog().getByLabel(messagePattern('factsYear'), { exact: true });
  await tabTo(year);
  await keys('Control+A');
  await page.keyboard.type('1931');
  await press(button('formSaveChanges', dialog()));
  await expect.poll(async () => (await readFilm()).year).toBe(1931);
  await keys('z');
  await expect.poll(async () => (await readFilm()).year).not.toBe(1931);

  await keys('Alt+ArrowLeft');
  await expect.poll(hash).toBe('#films');
});

test('merges two films, leads the old address to the one that was kept, and splits them again', async () => {
  const { keys, press, tabTo, type } = keyboard;
  const listLive = async (): Promise<Record<string, unknown>[]> =>
    (await readStore(page, 'films')).filter(({ deleted }) => deleted === null);
  const live = await listLive();
  const [one = '', other = ''] = ['Alien', 'Memento'].map((title) =>
    String(live.find((film) => film.title === title)?.id),
  );
  await page.evaluate((id) => (location.hash = `#film/${id}`), one);
  await heading().waitFor();
  await press(button('filmMerge'));
  await type(dialog().getByRole('combobox'), 'Memento');
  await dialog().getByRole('option').first().waitFor();
  await keys('Enter');
  await dialog().locator('.merge-sides').waitFor();
  expect(await listViolationsInBoth(page)).toEqual([]);
  expect(await overflows()).toBe(false);
  await shoot('film-merge');
  await press(button('mergeTwo', dialog()));
  await expect.poll(async () => (await listLive()).length).toBe(live.length - 1);

  await page.evaluate((id) => (location.hash = `#film/${id}`), other);
  await expect.poll(hash).toBe(`#film/${one}`);
  await press(button('filmSplit'));
  await dialog().getByRole('button', { name: 'Memento' }).waitFor();
  expect(await listViolationsInBoth(page)).toEqual([]);
  expect(await overflows()).toBe(false);
  await shoot('film-split');
  await press(dialog().getByRole('button', { name: 'Memento' }));
  await expect.poll(async () => (await listLive()).length).toBe(live.length);
  await page.locator('dialog').waitFor({ state: 'detached' });
  await tabTo(page.locator('.film-back a'));
  await keys('z');
  await expect.poll(async () => (await listLive()).length).toBe(live.length - 1);
});
