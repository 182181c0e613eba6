// Two tasks with the clicks that they take, by mouse and by keyboard alone: a ranked list is opened with 2, and whatever is
// open closes with 1, which leaves the focus where it was.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { waitForBadges } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { fillLog } from './full-log.ts';
import { createHand, devices, type Hand } from './hand.ts';
import { messagePattern } from './messages.ts';
import { readStore } from './popup.ts';
import { sendAsPage } from './world.ts';

let site: SiteServer;
let browser: ExtensionBrowser;
let page: Page;
let popup: Page;

beforeAll(async () => {
  site = await startSite();
  browser = await launchExtension({ site, viewport: { width: 1280, height: 800 } });
  await fillLog(browser, { entries: 40, lastDay: '2026-03-08', years: 1 });
  page = await browser.openOwn('log.html');
  const films = (await readStore(page, 'films')).map(({ id }) => ({ filmId: String(id) }));
  await sendAsPage(browser, 'createList', { name: 'Top ten', description: '', ranked: true, films });
  const film = await browser.open('https://films.marquee.example/films/inception-2010/');
  await waitForBadges(film);
  popup = await browser.openPopup(film);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const button = (key: string, within: Page | Locator = page): Locator =>
  within.getByRole('button', { name: messagePattern(key) }).first();
const openDiary = async (): Promise<void> => {
  await page.goto(page.url().replace(/log\.html.*$/, 'log.html#diary'));
  await page.locator('.entry-open').first().waitFor();
};

describe.each(devices)('by %s', (device) => {
  let hand: Hand;
  const use = async (one: Page): Promise<void> => {
    hand = createHand(device);
    await one.bringToFront();
    await hand.open(Promise.resolve(one));
    hand.count();
  };
  beforeEach(() => use(page));

  test('opens a ranked list with 2', async () => {
    await openDiary();
    await hand.press(page.getByRole('link', { name: messagePattern('logViewLists') }).first());
    await hand.press(page.getByRole('link', { name: 'Top ten' }));
    await page.getByRole('heading', { level: 1, name: 'Top ten' }).waitFor();
    await page.locator('.list-row .rank').first().waitFor();
    expect(hand.count()).toBe(2);
  });

  interface Open {
    name: string;
    where: () => Page;
    begin: () => Promise<void>;
    /** What opens it, and has the focus again when it is closed. */
    opener: () => Locator;
    /** What closes it by mouse; null for a click beside it. */
    closer: () => Locator | null;
    /** What closes it by keyboard. */
    key?: string;
    /** What is there as long as it is open. */
    sign: () => Locator;
  }
  const dialog = (): Locator => page.locator('dialog[open]');
  const closeButton = (): Locator => button('dialogClose', dialog());
  const things: Open[] = [
    {
      name: 'an entry',
      where: () => page,
      begin: openDiary,
      opener: () => page.locator('.entry-open').nth(1),
      closer: closeButton,
      sign: dialog,
    },
    {
      name: 'a film to log',
      where: () => page,
      begin: openDiary,
      opener: () => button('logAdd'),
      closer: closeButton,
      sign: dialog,
    },
    {
      name: 'the formats of a list',
      where: () => page,
      begin: async () => {
        await page.goto(page.url().replace(/log\.html.*$/, 'log.html#lists'));
        await page.getByRole('link', { name: 'Top ten' }).click();
        await page.locator('.list-row').first().waitFor();
      },
      opener: () => button('listExport'),
      closer: closeButton,
      sign: dialog,
    },
    {
      name: 'the menu of a list’s film',
      where: () => page,
      begin: async () => {
        await page.locator('.list-row').first().waitFor();
      },
      opener: () => page.locator('[data-menu]').nth(1),
      closer: () => null,
      sign: () => page.locator('.row-menu'),
    },
    {
      name: 'the page of a film',
      where: () => page,
      begin: async () => {
        await page.goto(page.url().replace(/log\.html.*$/, 'log.html#films'));
        await page.locator('.film-open').first().waitFor();
      },
      opener: () => page.locator('.film-open').nth(1),
      closer: () => page.locator('.film-back a'),
      key: 'Alt+ArrowLeft',
      sign: () => page.locator('#film-title'),
    },
    {
      name: 'other days in the popup',
      where: () => popup,
      begin: () => popup.locator('.own').waitFor(),
      opener: () => button('ownWatchedWhen', popup),
      closer: () => null,
      sign: () => popup.getByRole('menu'),
    },
    {
      name: 'the lists in the popup',
      where: () => popup,
      begin: () => popup.locator('.own').waitFor(),
      opener: () => button('onListAdd', popup),
      closer: () => null,
      sign: () => popup.locator('.add-to-list-part'),
    },
  ];

  test.each(things)('closes $name with 1', async ({ where, begin, opener, closer, sign, key = 'Escape' }) => {
    const one = where();
    await begin();
    await use(one);
    await hand.press(opener());
    await sign().waitFor();
    hand.count();
    const target = closer();
    if (device === 'keyboard') await hand.key(key);
    else await hand.press(target ?? one.locator('h1').first());
    await sign().waitFor({ state: 'detached' });
    expect(hand.count()).toBe(1);
    const isFocused = () => opener().evaluate((element) => element === document.activeElement);
    // A click beside something leaves the focus where it fell.
    if (device === 'keyboard' || target !== null) await expect.poll(isFocused).toBe(true);
  });
});
