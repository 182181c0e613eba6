// What people do every day in the popup, by mouse and again by keyboard alone, with the clicks that it takes. The click on
// the toolbar button is counted where the task begins with it.
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, afterAll, describe, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { listViolations } from './axe.ts';
import { waitForBadges } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { createHand, devices, type Hand } from './hand.ts';
import { messagePattern } from './messages.ts';
import { findYesterday, readStore } from './popup.ts';

const films = 'https://films.marquee.example';
const filmUrl = `${films}/films/inception-2010/`;

let site: SiteServer;
let browser: ExtensionBrowser;
let popup: Page;

beforeAll(async () => {
  mkdirSync('.output/screenshots', { recursive: true });
  site = await startSite();
});
afterAll(() => site.close());
afterEach(() => browser.close());

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', dateStyle: 'short' }).format();
const button = (key: string) => popup.getByRole('button', { name: messagePattern(key) }).first();
const stars = () => popup.getByRole('slider').first();
const chip = () => popup.locator('.chip-entry');
const readEntries = async () => (await readStore(popup, 'entries')).filter(({ deleted }) => deleted === null);

async function openFor(hand: Hand, path: string, colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
  browser = await launchExtension({ site, colorScheme, viewport: { width: 384, height: 600 } });
  const page = await browser.open(path.startsWith('https') ? path : `${films}${path}`);
  if (path !== '/about/') await waitForBadges(page);
  popup = await hand.open(browser.openPopup(page));
}

describe.each(devices)('by %s', (device) => {
  test('rates the film of the page with 2', async () => {
    const hand = createHand(device);
    await openFor(hand, filmUrl);
    await stars().waitFor();
    await hand.rate(stars(), 4);
    await expect.poll(async () => (await readStore(popup, 'ratings')).map(({ value }) => value)).toEqual([8]);
    expect(hand.count()).toBe(2);
  });

  test('logs it today with 2, and adds a note to that same entry with 2 more at most', async () => {
    const hand = createHand(device);
    await openFor(hand, filmUrl);
    await hand.press(button('ownWatchToday'));
    await chip().waitFor();
    expect(hand.count()).toBe(2);
    await hand.press(chip());
    await hand.type('Loud and long.');
    expect(hand.count()).toBeLessThanOrEqual(2);
    await expect
      .poll(async () =>
        (await readEntries()).map(({ watchedOn, note, rewatch }) => ({ watchedOn, note, rewatch })),
      )
      .toEqual([{ watchedOn: today(), note: 'Loud and long.', rewatch: false }]);
  });

  test('logs it yesterday with 3', async () => {
    const hand = createHand(device);
    await openFor(hand, filmUrl);
    await hand.press(button('ownWatchedWhen'));
    await hand.choose(popup.getByRole('menuitem', { name: /^Yesterday/ }));
    await chip().waitFor();
    expect(hand.count()).toBe(3);
    expect((await readEntries()).map(({ watchedOn }) => watchedOn)).toEqual([findYesterday('UTC')]);
  });

  test('logs a film without a page with 3 and a few letters', async () => {
    const hand = createHand(device);
    await openFor(hand, '/about/');
    await expect.poll(() => popup.evaluate(() => document.activeElement?.role)).toBe('combobox');
    await hand.type('pulp f');
    const option = popup.getByRole('option', { name: /^Pulp Fiction 1994/ });
    await option.waitFor();
    if (device === 'mouse') await hand.press(option);
    else await hand.press(popup.getByRole('combobox'));
    await hand.press(button('ownWatchToday'));
    await chip().waitFor();
    expect(hand.count()).toBe(3);
    const [film] = await readStore(popup, 'films');
    expect(film).toMatchObject({ title: 'Pulp Fiction' });
  });

  test('puts a film of a list on the watchlist with 1 in the popup', async () => {
    const hand = createHand(device);
    await openFor(hand, '/');
    await popup.locator('.page-film').first().waitFor();
    hand.count();
    await hand.press(popup.getByRole('button', { name: messagePattern('rowWatchlist') }).first());
    await expect.poll(async () => (await readStore(popup, 'watchlist')).length).toBe(1);
    expect(hand.count()).toBe(1);
  });
});

test('what was typed is saved although the popup closes at once', async () => {
  await openFor(createHand('mouse'), filmUrl);
  await button('ownWatchToday').click();
  await chip().click();
  await popup.keyboard.type('Last words');
  const [page] = browser.context.pages().filter((one) => one.url() === filmUrl);
  await popup.close({ runBeforeUnload: false });
  popup = await browser.openPopup(page!);
  await expect.poll(async () => (await readEntries()).map(({ note }) => note)).toEqual(['Last words']);
});

test('a film that is logged leaves the watchlist, and one Undo puts it back and removes the entry', async () => {
  await openFor(createHand('mouse'), filmUrl);
  await button('ownWatchlist').click();
  await expect.poll(() => button('ownWatchlist').getAttribute('aria-pressed')).toBe('true');
  await button('ownWatchToday').click();
  await popup.getByText(messagePattern('statusLoggedUnlisted')).waitFor();
  await expect.poll(() => button('ownWatchlist').getAttribute('aria-pressed')).toBe('false');
  await button('statusUndo').click();
  await expect.poll(() => button('ownWatchlist').getAttribute('aria-pressed')).toBe('true');
  await button('ownWatchToday').waitFor();
  expect(await readEntries()).toEqual([]);
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  const shoot = async (name: string): Promise<void> => {
    expect(await listViolations(popup)).toEqual([]);
    expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(384);
    await popup.screenshot({ path: `.output/screenshots/popup-${name}-${colorScheme}.png` });
  };

  test('axe finds nothing on any step of a film', async () => {
    await openFor(createHand('mouse'), filmUrl, colorScheme);
    await stars().waitFor();
    await shoot('film');
    await button('ownWatchedWhen').click();
    await shoot('days');
    await popup.getByRole('menuitem', { name: messagePattern('dayOther') }).click();
    await shoot('other-day');
    await popup.keyboard.press('Escape');
    await button('ownWatchlist').click();
    await button('filmLike').click();
    await createHand('mouse').rate(stars(), 4);
    await button('ownWatchToday').click();
    await chip().waitFor();
    await shoot('logged');
    await chip().click();
    await popup.keyboard.type('The dog knows.');
    await popup.getByText(messagePattern('statusSaved')).first().waitFor();
    await shoot('entry');
    await popup.keyboard.press('Escape');
    await button('onListAdd').click();
    await popup.keyboard.type('Courtrooms');
    await popup.keyboard.press('Enter');
    await popup.getByRole('checkbox', { name: /Courtrooms/, checked: true }).waitFor();
    await shoot('lists');
    await popup.keyboard.press('Escape');
    expect(await button('onListCount_one').getAttribute('aria-expanded')).toBe('false');
  });
});
