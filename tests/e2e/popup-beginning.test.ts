// The popup where the page has no film: the first words to a new user, then what was logged lately. And what else the popup
// begins with: the task that it was opened for, and one's own reviews.
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { listViolationsInBoth } from './axe.ts';
import { waitForBadges } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { messagePattern } from './messages.ts';
import { readStore } from './popup.ts';
import { sendAsPage } from './world.ts';

const films = 'https://films.marquee.example';

let site: SiteServer;
let browser: ExtensionBrowser;
let about: Page;
let popup: Page;

beforeAll(async () => {
  mkdirSync('.output/screenshots', { recursive: true });
  site = await startSite();
  browser = await launchExtension({ site, viewport: { width: 384, height: 600 } });
  about = await browser.open(`${films}/about/`);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const button = (key: string) => popup.getByRole('button', { name: messagePattern(key) });
const heading = (key: string) => popup.getByRole('heading', { level: 1, name: messagePattern(key) });

async function shoot(name: string): Promise<void> {
  expect(await listViolationsInBoth(popup)).toEqual([]);
  for (const colorScheme of ['dark', 'light'] as const) {
    await popup.emulateMedia({ colorScheme });
    await popup.screenshot({ path: `.output/screenshots/popup-${name}-${colorScheme}.png` });
  }
  expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(384);
}

test('a new user is welcomed, with one primary action, and a way past it that is remembered', async () => {
  popup = await browser.openPopup(about);
  await heading('welcomeTitle').waitFor();
  await button('ratingsGet').waitFor();
  expect(await popup.locator('main .primary').count()).toBe(1);
  await shoot('first-run');
  await button('popupWelcomeSkip').click();
  await heading('popupNoFilm').waitFor();
  expect(await popup.evaluate(() => document.activeElement?.localName)).toBe('main');
  await popup.close();
  popup = await browser.openPopup(about);
  await heading('popupNoFilm').waitFor();
  expect(await heading('welcomeTitle').count()).toBe(0);
});

test('what was logged lately is listed with its stars, opens its film, and there is a way back', async () => {
  for (const [title, year, watchedOn, rating] of [
    ['Inception', 2010, '2026-02-03', 9],
    ['Heat', 1995, '2026-02-04', null],
    ['A Very Long Title of a Film That Nobody Has Heard Of', 2025, null, 5],
    ['Anora', 2024, '2026-01', 7],
  ] as const)
    await sendAsPage(browser, 'logEntry', {
      film: { title, year, refs: [] },
      entry: {
        watchedOn,
        rating,
        review: title === 'Inception' ? 'It is **loud**, and [long](https://a.example/).' : '',
      },
      origin: 'log',
    });
  const rows = popup.locator('.lately .page-film');
  await expect.poll(() => rows.locator('.title').allInnerTexts()).toEqual(['Heat', 'Inception', 'Anora']);
  await shoot('lately');
  await rows.getByRole('button', { name: 'Inception' }).press('Enter');
  await popup.getByRole('heading', { level: 1, name: 'Inception' }).waitFor();
  await button('popupBack').click();
  await rows.first().waitFor();
});

test('one’s own review has its formatting in the popup', async () => {
  await popup.locator('.lately').getByRole('button', { name: 'Inception' }).click();
  await popup.locator('.review-words strong', { hasText: 'loud' }).waitFor();
  expect(await popup.locator('.review-words a').getAttribute('href')).toBe('https://a.example/');
  await popup.locator('.review-words').scrollIntoViewIfNeeded();
  await shoot('own-review');
  await popup.close();
});

test('the keyboard’s command opens the popup at what logs the film, and the entry says where it is from', async () => {
  const page = await browser.open(`${films}/films/inception-2010/`);
  await waitForBadges(page);
  popup = await browser.openPopup(page);
  // The popup takes its task while it opens: it is open before it gets one.
  await button('ownWatchToday').waitFor();
  const tabId = Number(new URL(popup.url()).searchParams.get('tab'));
  await popup.evaluate(async (id) => {
    interface WithStorage {
      chrome: { storage: { session: { set(items: object): Promise<void> } } };
    }
    const { session } = (globalThis as unknown as WithStorage).chrome.storage;
    await session.set({ [`popupTask:${id}`]: { act: 'log', origin: 'command' } });
  }, tabId);
  await popup.reload();
  await expect
    .poll(() => popup.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toMatch(messagePattern('ownWatchToday'));
  await popup.keyboard.press('Enter');
  await popup.locator('.chip-entry').waitFor();
  const slider = popup.getByRole('slider').first();
  await slider.press('4');
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', dateStyle: 'short' }).format();
  await expect
    .poll(async () =>
      (await readStore(popup, 'entries'))
        .filter(({ watchedOn }) => watchedOn === today)
        .map(({ origin, rating }) => [origin, rating]),
    )
    .toEqual([['command', 8]]);
});
