// Every dialog of the log page closes by its button, by Escape and by a click beside it, and asks only where typed text would
// be lost.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { listViolationsInBoth } from './axe.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { fillLog } from './full-log.ts';
import { messagePattern } from './messages.ts';

let site: SiteServer;
let browser: ExtensionBrowser;
let page: Page;
beforeAll(async () => {
  site = await startSite();
  browser = await launchExtension({ site, viewport: { width: 1280, height: 700 } });
  await fillLog(browser, { entries: 30, lastDay: '2026-03-08', years: 1 });
  page = await browser.openOwn('log.html');
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const button = (key: string, within: Page | Locator = page): Locator =>
  within.getByRole('button', { name: messagePattern(key) }).first();
const dialogs = (): Locator => page.locator('dialog[open]');
const row = (): Locator => page.locator('main [data-row]').first();

async function go(hash: string, has: string): Promise<void> {
  await page.goto(page.url().replace(/log\.html.*$/, `log.html${hash}`));
  await page.locator(has).first().waitFor();
}

async function select(): Promise<void> {
  await go('#diary', '[data-row]');
  if (await button('logSelect').isVisible()) await button('logSelect').click();
  const box = row().locator('input');
  if (!(await box.isChecked())) await box.check();
}

interface Shown {
  name: string;
  open: () => Promise<void>;
  /** The field for text, if it has one. */
  field?: string;
}

const shown: Shown[] = [
  {
    name: 'an entry',
    open: async () => {
      await go('#diary', '[data-row]');
      await row().locator('.entry-open').click();
    },
    field: 'textarea',
  },
  {
    name: 'a film to log',
    open: async () => {
      await go('#diary', '[data-row]');
      await button('logAdd').click();
    },
  },
  {
    name: 'the keys',
    open: async () => {
      await go('#diary', '[data-row]');
      await page.keyboard.press('?');
    },
  },
  {
    name: 'ratings of selected entries',
    open: async () => {
      await select();
      await button('bulkRateShort').click();
    },
  },
  {
    name: 'tags of selected entries',
    open: async () => {
      await select();
      await button('bulkTagsShort').click();
    },
    field: 'input',
  },
];

const ways: [name: string, close: () => Promise<void>][] = [
  ['its button', () => button('dialogClose', dialogs().last()).click()],
  ['Escape', () => page.keyboard.press('Escape')],
  ['a click beside it', () => page.mouse.click(8, 8)],
];

describe.each(shown)('the dialog of $name', ({ open, field }) => {
  test.each(ways)('closes by %s', async (_name, close) => {
    await open();
    await dialogs().waitFor();
    await close();
    await page.locator('dialog').waitFor({ state: 'detached' });
  });

  test.runIf(field !== undefined).each(ways)('asks before %s loses typed text', async (_name, close) => {
    await open();
    await dialogs()
      .locator(field ?? '')
      .first()
      .fill('Seen with Ada.');
    await close();
    await expect.poll(() => dialogs().count()).toBe(2);
    // Escape once more answers the question with No, however fast it comes.
    await page.keyboard.press('Escape');
    await expect.poll(() => dialogs().count()).toBe(1);
    expect(
      await dialogs()
        .locator(field ?? '')
        .first()
        .inputValue(),
    ).toBe('Seen with Ada.');
    await close();
    await button('dialogDiscard', dialogs().last()).click();
    await page.locator('dialog').waitFor({ state: 'detached' });
  });
});

test('two quick Escapes lose no text', async () => {
  await shown[0]?.open();
  await dialogs().locator('textarea').first().fill('Seen with Ada.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(() => dialogs().count()).toBe(1);
  expect(await dialogs().locator('textarea').first().inputValue()).toBe('Seen with Ada.');
});

test('axe finds nothing in the question, light and dark', async () => {
  await page.keyboard.press('Escape');
  await expect.poll(() => dialogs().count()).toBe(2);
  expect(await listViolationsInBoth(page)).toEqual([]);
  await page.screenshot({ path: '.output/screenshots/dialog-question.png' });
});
