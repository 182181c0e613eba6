// Lists from the first to the last step: create, add, order by keys and by dragging, note, filter, copy a ready-made one,
// delete and restore; axe in light and dark, no overflow on a narrow page.
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { listViolationsInBoth } from './axe.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { messagePattern } from './messages.ts';

let site: SiteServer;
let browser: ExtensionBrowser;
let page: Page;
beforeAll(async () => {
  mkdirSync('.output/screenshots', { recursive: true });
  site = await startSite();
  browser = await launchExtension({ site, viewport: { width: 1280, height: 800 } });
  page = await browser.openOwn('log.html#lists');
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const button = (key: string) => page.getByRole('button', { name: messagePattern(key) });
const menuOf = (title: string) => page.locator('.list-row', { hasText: title }).locator('[data-menu]');
const readTitles = (): Promise<string[]> =>
  page
    .locator('.list-row h2')
    .evaluateAll((heads) => heads.map((head) => head.firstChild?.textContent ?? ''));
const said = (): Promise<string | null> => page.locator('.toast [role="status"]').textContent();

async function addByTitle(title: string, year: string): Promise<void> {
  const field = page.locator('.list-add [role="combobox"]');
  await field.fill(`${title} ${year}`);
  await page
    .getByRole('option', { name: new RegExp(`^${title}.*${year}`) })
    .first()
    .waitFor();
  await field.press('Enter');
  await expect.poll(readTitles).toContain(title);
}

test('a list is created, and films are added by their titles', async () => {
  await button('listNew').first().click();
  await page.getByLabel(messagePattern('listName')).fill('Courtrooms');
  await page.getByLabel(messagePattern('listDescription')).fill('People in rooms, deciding.');
  await page.getByLabel(messagePattern('listIsRanked')).check();
  await button('listCreate').click();
  await page.getByRole('heading', { level: 1, name: 'Courtrooms' }).waitFor();
  await addByTitle('12 Angry Men', '1957');
  await addByTitle('Paths of Glory', '1957');
  await addByTitle('Anatomy of a Murder', '1959');
  await addByTitle('A Few Good Men', '1992');
  expect(await readTitles()).toEqual([
    '12 Angry Men',
    'Paths of Glory',
    'Anatomy of a Murder',
    'A Few Good Men',
  ]);
});

test('Alt and the arrows move a film, say its place, and keep the focus on it', async () => {
  const menu = menuOf('A Few Good Men');
  await menu.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect
    .poll(readTitles)
    .toEqual(['12 Angry Men', 'Paths of Glory', 'A Few Good Men', 'Anatomy of a Murder']);
  await expect.poll(said).toMatch(messagePattern('listMoved'));
  await expect.poll(() => menu.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Alt+Home');
  await expect.poll(async () => (await readTitles())[0]).toBe('A Few Good Men');
  await page.locator('.toast button.link').click();
  await expect.poll(async () => (await readTitles())[2]).toBe('A Few Good Men');
});

test('a number, then Enter, moves a film to that place, with the focus on it, and says so', async () => {
  await menuOf('Paths of Glory').focus();
  await page.keyboard.press('4');
  await page.getByText(messagePattern('listTypedPlace')).waitFor();
  await page.screenshot({ path: '.output/screenshots/list-typed-place.png' });
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await readTitles())[3]).toBe('Paths of Glory');
  await expect.poll(said).toMatch(/^Paths of Glory is now 4 of 4/);
  await expect
    .poll(() => menuOf('Paths of Glory').evaluate((element) => element === document.activeElement))
    .toBe(true);
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await readTitles())[1]).toBe('Paths of Glory');
});

test('a film is dragged by its dots', async () => {
  const rows = page.locator('.list-row');
  const grip = rows.nth(3).locator('.grip');
  const [from, to] = [await grip.boundingBox(), await rows.nth(0).boundingBox()];
  if (!from || !to) throw new Error('The rows are not in view.');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + 30, { steps: 8 });
  await page.mouse.move(to.x + 60, to.y + 4, { steps: 4 });
  await page.locator('.list-row[data-edge="top"]').waitFor();
  await page.mouse.up();
  await expect.poll(async () => (await readTitles())[0]).toBe('Anatomy of a Murder');
});

test('a film has a note, and is moved to a place that is typed', async () => {
  await menuOf('Paths of Glory').click();
  await button('listAddNote').click();
  await page.keyboard.type('The last scene.');
  await button('listSaveNote').click();
  await page.getByText('The last scene.').waitFor();
  await menuOf('Paths of Glory').click();
  await page.getByLabel(messagePattern('listMoveTo')).fill('4');
  await button('listMove').last().click();
  await expect.poll(async () => (await readTitles())[3]).toBe('Paths of Glory');
});

test('the page of a list is bookmarkable, has no axe violations, and fits a narrow page', async () => {
  await page.reload();
  await expect.poll(readTitles).toHaveLength(4);
  expect(await listViolationsInBoth(page)).toEqual([]);
  await page.screenshot({ path: '.output/screenshots/list.png' });
  await page.setViewportSize({ width: 380, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(380);
  await page.screenshot({ path: '.output/screenshots/list-narrow.png' });
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('a ready-made list is copied', async () => {
  await page.goto(`chrome-extension://${browser.extensionId}/log.html#lists`);
  await page.locator('.list-card').nth(1).waitFor();
  expect(await listViolationsInBoth(page)).toEqual([]);
  await page.screenshot({ path: '.output/screenshots/lists.png' });
  await page.getByRole('link', { name: messagePattern('readySightAndSound') }).click();
  await page.locator('.list-row').first().waitFor();
  expect(await listViolationsInBoth(page)).toEqual([]);
  await page.screenshot({ path: '.output/screenshots/list-ready.png' });
  await button('listCopy').click();
  await page.locator('.list-row .grip').first().waitFor();
  expect(await page.locator('.list-figures').textContent()).toContain('250');
});

test('a deleted list is in the trash and comes back whole', async () => {
  await page.goto(`chrome-extension://${browser.extensionId}/log.html#lists`);
  await page.getByRole('link', { name: 'Courtrooms' }).click();
  await button('listDelete').click();
  await page.getByRole('heading', { level: 1, name: messagePattern('logViewLists') }).waitFor();
  await expect.poll(() => page.getByRole('link', { name: 'Courtrooms' }).count()).toBe(0);
  await page.goto(`chrome-extension://${browser.extensionId}/log.html#trash`);
  await page
    .getByRole('button', { name: messagePattern('trashRestoreOf') })
    .first()
    .click();
  await page.goto(`chrome-extension://${browser.extensionId}/log.html#lists`);
  await page.getByRole('link', { name: 'Courtrooms' }).click();
  await expect.poll(readTitles).toHaveLength(4);
});
