// Pages restored from the browser's back-forward cache: they are not loaded again but continue as they were.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { readBadges, waitForBadges, waitForBadgeText, type BadgeReading } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { rate } from './popup.ts';

const origin = 'https://films.marquee.example';
const filmPath = (slug: string): string => `/films/${slug}/`;

let site: SiteServer;
let browser: ExtensionBrowser;
beforeAll(async () => {
  site = await startSite();
  browser = await launchExtension({ site, keepsPages: true });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
const opened: Page[] = [];
afterEach(async () => {
  for (const page of opened.splice(0)) await page.close();
});

async function open(path: string): Promise<Page> {
  const page = await browser.open(origin + path);
  opened.push(page);
  return page;
}

interface Returning {
  /** How often the page was restored from the cache. */
  returns: number;
}

/** Makes the page count its restores, then leaves it for another. */
async function leave(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    const counting = globalThis as unknown as Returning;
    if (Number.isInteger(counting.returns)) return;
    counting.returns = 0;
    addEventListener('pageshow', ({ persisted }) => void (counting.returns += persisted ? 1 : 0));
  });
  await page.goto(origin + path);
}

/** Moves through the history. The page must be restored from the cache. */
async function travel(page: Page, by: -1 | 1, path: string, returns: number): Promise<void> {
  // Playwright's own methods would wait for a load event that never fires.
  await page.evaluate((steps) => void setTimeout(() => history.go(steps)), by);
  await page.waitForURL(origin + path, { waitUntil: 'commit' });
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as Partial<Returning>).returns))
    .toBe(returns);
}

const labels = (badges: BadgeReading[]): string[] => badges.map(({ label }) => label);

test('a film rated while its page is in the cache has its stars on the same badge when the page is restored', async () => {
  const page = await open(filmPath('jaws-1975'));
  await waitForBadgeText(page, /^Jaws: critics/);
  await page.locator('marquee-badge').evaluate((badge) => Object.assign(badge, { mark: 'kept' }));
  await leave(page, filmPath('inception-2010'));
  await waitForBadgeText(page, /^Inception/);

  const other = await open(filmPath('jaws-1975'));
  await waitForBadges(other);
  const popup = await browser.openPopup(other);
  opened.push(popup);
  await rate(popup, /Jaws/, 4.5);
  await page.bringToFront();
  await travel(page, -1, filmPath('jaws-1975'), 1);
  await waitForBadgeText(page, /^Jaws: .*4½/);
  expect(await readBadges(page)).toHaveLength(1);
  expect(await page.locator('marquee-badge').evaluate((badge) => Reflect.get(badge, 'mark') as unknown)).toBe(
    'kept',
  );
});

test('a list that is left and restored has one badge per film', async () => {
  const page = await open('/');
  await waitForBadges(page, 50);
  // The user's own data is drawn after the badge.
  await waitForBadgeText(page, /^Jaws: .*4½/);
  const before = labels(await readBadges(page));
  await leave(page, filmPath('inception-2010'));
  await waitForBadges(page);
  await leave(page, filmPath('alien-1979'));
  await waitForBadgeText(page, /^Alien/);
  await travel(page, -1, filmPath('inception-2010'), 1);
  await travel(page, -1, '/', 1);
  await expect.poll(async () => labels(await readBadges(page))).toEqual(before);
  await travel(page, 1, filmPath('inception-2010'), 2);
  expect(await readBadges(page)).toHaveLength(1);
  await travel(page, -1, '/', 2);
  await expect.poll(async () => labels(await readBadges(page))).toEqual(before);
});

test('a restored page gets badges for its further changes', async () => {
  const page = await open('/tour/inception-2010/');
  await waitForBadgeText(page, /^Inception/);
  await leave(page, '/about/');
  await travel(page, -1, '/tour/inception-2010/', 1);
  await waitForBadgeText(page, /^Inception/);
  await page.getByRole('button', { name: 'Next film' }).click();
  await waitForBadgeText(page, /^Jaws/);
  expect(await readBadges(page)).toHaveLength(1);
});
