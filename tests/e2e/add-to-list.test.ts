// Films are put on lists wherever they are: from the popup of a page with several films, all of these at once, from a film's
// page in the log, and what is selected in the log; each with Undo, axe in light and dark, and a narrow page.
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

const listUrl = 'https://films.marquee.example/on-the-radio/';
const films = [
  ['Oppenheimer', 2023],
  ['Past Lives', 2023],
  ['Anora', 2024],
  ['The Quiet Harbour Road', 2025],
] as const;

const html = `<!doctype html><html lang="en"><title>Films on the radio</title><link rel="icon" href="data:,">
<script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'ItemList',
  itemListElement: films.map(([name, year], at) => ({
    '@type': 'ListItem',
    position: at + 1,
    item: { '@type': 'Movie', name, datePublished: String(year) },
  })),
})}</script><main><h1>Films on the radio</h1>
<ol>${films.map(([name, year]) => `<li><h3>${name}</h3> (${year})</li>`).join('')}</ol></main></html>`;

let site: SiteServer;
let browser: ExtensionBrowser;
let popup: Page;
let log: Page;

beforeAll(async () => {
  mkdirSync('.output/screenshots', { recursive: true });
  site = await startSite();
  site.put(listUrl, html);
  browser = await launchExtension({ site, viewport: { width: 384, height: 600 } });
  const page = await browser.open(listUrl);
  await waitForBadges(page);
  popup = await browser.openPopup(page);
  await popup.locator('.page-film').first().waitFor();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const rowButton = (title: string) => popup.getByRole('button', { name: `Add ${title} to a list` });

/** The titles on the lists, by the names of the lists. */
async function readLists(): Promise<Record<string, string[]>> {
  const [lists, items, rows] = await Promise.all(
    ['lists', 'listItems', 'films'].map((store) => readStore(popup, store)),
  );
  const isLive = ({ deleted }: Record<string, unknown>) => deleted === null;
  const titles = new Map(rows?.map(({ id, title }) => [id, String(title)]));
  const byPlace = (a: Record<string, unknown>, b: Record<string, unknown>) =>
    String(a.position) < String(b.position) ? -1 : 1;
  return Object.fromEntries(
    (lists ?? []).filter(isLive).map(({ id, name }) => [
      String(name),
      (items ?? [])
        .filter((item) => isLive(item) && item.listId === id)
        .sort(byPlace)
        .map(({ filmId }) => titles.get(filmId) ?? ''),
    ]),
  );
}

async function shoot(page: Page, name: string, width: number): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `.output/screenshots/${name}-${colorScheme}.png` });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

test('a row of the page’s films puts its film on a new list, with the keyboard alone', async () => {
  await rowButton('The Quiet Harbour Road').press('Enter');
  await popup.keyboard.type('Harbours');
  await popup.keyboard.press('Enter');
  await popup.getByRole('checkbox', { name: /Harbours/, checked: true }).waitFor();
  expect(await listViolationsInBoth(popup)).toEqual([]);
  await shoot(popup, 'popup-row-lists', 384);
  await popup.keyboard.press('Escape');
  expect(
    await rowButton('The Quiet Harbour Road').evaluate((button) => button === document.activeElement),
  ).toBe(true);
  expect(await readLists()).toEqual({ Harbours: ['The Quiet Harbour Road'] });
});

test('all films of the page become a list, named like the page, and one Undo takes it back', async () => {
  const make = popup.getByRole('button', { name: messagePattern('popupMakeList') });
  await make.click();
  expect(await popup.getByLabel(messagePattern('listName')).inputValue()).toBe('Films on the radio');
  expect(await listViolationsInBoth(popup)).toEqual([]);
  await shoot(popup, 'popup-make-list', 384);
  await popup.keyboard.press('Enter');
  await popup.getByText(messagePattern('listCreatedWith_other')).waitFor();
  const all = films.map(([title]) => title);
  await expect.poll(async () => (await readLists())['Films on the radio']).toEqual(all);
  expect(await make.evaluate((button) => button === document.activeElement)).toBe(true);
  await popup.getByRole('button', { name: messagePattern('statusUndo') }).click();
  await expect.poll(readLists).toEqual({ Harbours: ['The Quiet Harbour Road'] });
});

test('the page of a film in the log has its lists', async () => {
  for (const [title, year] of films)
    await sendAsPage(browser, 'logEntry', {
      film: { title, year, refs: [] },
      entry: { watchedOn: '2026-03-01' },
      origin: 'log',
    });
  log = await browser.openOwn('log.html#films');
  await log.setViewportSize({ width: 1280, height: 800 });
  await log.getByRole('button', { name: /^Anora/ }).click();
  const add = log.getByRole('button', { name: messagePattern('onListAdd') });
  await add.click();
  await log.getByRole('checkbox', { name: /Harbours/ }).check();
  await log.getByRole('link', { name: 'Harbours' }).waitFor();
  await log.getByRole('button', { name: messagePattern('onListCount_one') }).waitFor();
  expect(await listViolationsInBoth(log)).toEqual([]);
  await shoot(log, 'film-lists', 1280);
  await log.setViewportSize({ width: 380, height: 800 });
  await shoot(log, 'film-lists-narrow', 380);
  await log.setViewportSize({ width: 1280, height: 800 });
  expect((await readLists()).Harbours).toEqual(['The Quiet Harbour Road', 'Anora']);
});

test('what is selected in the log is put on a list in one step, with one Undo', async () => {
  await log.goto(`chrome-extension://${browser.extensionId}/log.html#diary`);
  await log.getByRole('button', { name: messagePattern('logSelect') }).click();
  await log.getByRole('button', { name: messagePattern('bulkAll_other') }).click();
  await log.getByRole('button', { name: messagePattern('onListAdd') }).click();
  await log.getByRole('button', { name: /^Harbours/ }).waitFor();
  expect(await listViolationsInBoth(log)).toEqual([]);
  await shoot(log, 'bulk-lists', 1280);
  await log.getByRole('button', { name: /^Harbours/ }).click();
  const said = log.locator('.toast [role="status"]');
  await expect.poll(() => said.textContent()).toMatch(messagePattern('listHasFilms_other'));
  const one = (await readLists()).Harbours;
  expect(one?.slice(0, 2)).toEqual(['The Quiet Harbour Road', 'Anora']);
  expect([...(one ?? [])].sort()).toEqual(films.map(([title]) => title).sort());
  await log.getByRole('button', { name: messagePattern('statusUndo') }).click();
  await expect.poll(async () => (await readLists()).Harbours).toEqual(['The Quiet Harbour Road', 'Anora']);
});

test('what a search finds becomes a new list, also on a narrow page', async () => {
  await log.setViewportSize({ width: 380, height: 800 });
  await log.goto(`chrome-extension://${browser.extensionId}/log.html#films?q=o`);
  await log.getByRole('button', { name: /^Oppenheimer/ }).waitFor();
  const found = await log.locator('.film-cell').count();
  await log.getByRole('button', { name: /^Filter/ }).click();
  await log
    .getByRole('dialog')
    .getByRole('button', { name: messagePattern('logSelect') })
    .click();
  await log.getByRole('button', { name: messagePattern('bulkAll_other') }).click();
  await log.getByRole('button', { name: messagePattern('onListAdd') }).click();
  await log.getByLabel(messagePattern('onListFind')).fill('With an o');
  await shoot(log, 'bulk-lists-narrow', 380);
  await log.keyboard.press('Enter');
  await expect.poll(async () => (await readLists())['With an o']?.length).toBe(found);
});
