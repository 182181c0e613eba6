import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { waitForBadges, waitForBadgeText } from './badges.ts';
import { launchExtension } from './browser.ts';
import { findYesterday, logOn, rate, readStore } from './popup.ts';

const filmUrl = 'https://films.marquee.example/films/inception-2010/';

const zones = [
  { where: 'east of UTC', timeZone: 'Pacific/Auckland' },
  { where: 'west of UTC', timeZone: 'America/Los_Angeles' },
];

let site: SiteServer;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

describe.each(zones)('in a time zone $where', ({ timeZone }) => {
  test('a rating of 4½ and an entry for yesterday survive a restart of the worker and of the browser', async () => {
    const browser = await launchExtension({ site, timeZone });
    const page = await browser.open(filmUrl);
    const [badge] = await waitForBadges(page);
    expect(badge?.text).toMatch(/\d/);

    const popup = await browser.openPopup(page);
    const yesterday = findYesterday(timeZone);
    await rate(popup, /Inception/, 4.5);
    await logOn(popup, yesterday);
    await waitForBadgeText(page, /4½|4\.5/);
    if (timeZone === 'Pacific/Auckland') await takePicture(page, popup);
    await browser.killWorker();
    await popup.reload();
    await popup.getByRole('slider', { name: /Inception/ }).waitFor();

    const again = await browser.restart();
    const pageAgain = await again.open(filmUrl);
    const own = await waitForBadgeText(pageAgain, /4½|4\.5/);
    expect(own.label).toMatch(/seen|watched/i);

    const log = await again.openOwn('log.html');
    await log.getByText('Inception').first().waitFor();
    const entries = await readStore(log, 'entries');
    expect(entries.map(({ watchedOn }) => watchedOn)).toEqual([yesterday]);
    expect(await log.locator('main time').getAttribute('datetime')).toBe(yesterday);
    expect(await log.locator('main h2').allInnerTexts()).toContainEqual(
      expect.stringContaining(formatMonth(yesterday)),
    );
    await again.close();
  });
});

/** Takes the picture for README.md, which `npm run docs` copies: a list with badges, and the popup next to it. */
async function takePicture(page: Page, popup: Page): Promise<void> {
  const list = await page.context().newPage();
  await list.setViewportSize({ width: 760, height: 620 });
  await list.goto('https://films.marquee.example/');
  await waitForBadges(list, 40);
  await list.locator('li:has(a[href*="inception-2010"])').evaluate((row) => row.scrollIntoView());
  await popup.setViewportSize({ width: 380, height: 620 });
  const [left, right] = await Promise.all([list.screenshot(), popup.screenshot()]);
  const sheet = await page.context().newPage();
  await sheet.setViewportSize({ width: 1400, height: 700 });
  const image = (bytes: Buffer) =>
    `<img src="data:image/png;base64,${bytes.toString('base64')}" style="border-radius:8px;margin:10px;box-shadow:0 1px 6px #0003">`;
  await sheet.setContent(
    `<body style="margin:0"><div style="display:inline-flex;background:#e8e4dd">${image(left)}${image(right)}</div>`,
  );
  mkdirSync('.output/screenshots', { recursive: true });
  await sheet.locator('div').screenshot({ path: '.output/screenshots/readme.png' });
  await list.close();
  await sheet.close();
}

function formatMonth(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(day),
  );
}
