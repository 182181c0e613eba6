// The backups in the options: a restore with its preview and its undo, a saved file, at a narrow width and in the dark.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { listViolations } from './axe.ts';
import { waitForBadges } from './badges.ts';
import { launchExtension } from './browser.ts';
import { messagePattern } from './messages.ts';
import { rate, readStore } from './popup.ts';

let site: SiteServer;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const findValues = async (page: Page): Promise<unknown[]> =>
  (await readStore(page, 'ratings')).filter(({ deleted }) => deleted === null).map(({ value }) => value);

test.each(['light', 'dark'] as const)(
  'a log can be backed up, restored and saved, by keyboard (%s)',
  async (colorScheme) => {
    const browser = await launchExtension({ site, colorScheme, viewport: { width: 380, height: 800 } });
    const film = await browser.open('https://films.marquee.example/films/inception-2010/');
    await waitForBadges(film);
    const popup = await browser.openPopup(film);
    await rate(popup, /Inception/, 4.5);

    const page = await browser.openOwn('options.html#backups');
    const button = (key: string) => page.getByRole('button', { name: messagePattern(key) });
    await button('backupsMake').focus();
    await page.keyboard.press('Enter');
    await button('backupsRestoreOf').waitFor();
    await rate(popup, /Inception/, 2);
    await expect.poll(() => findValues(page)).toEqual([4]);

    await button('backupsRestoreOf').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await page.getByRole('dialog').textContent()).toContain('Inception (2010)');
    expect(await listViolations(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(380);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await findValues(page)).toEqual([4]);

    await page.keyboard.press('Enter');
    await button('restoreBack').focus();
    await page.keyboard.press('Enter');
    await page.getByText(messagePattern('restoreDone')).waitFor();
    expect(await findValues(page)).toEqual([9]);
    await button('statusUndo').focus();
    await page.keyboard.press('Enter');
    await page.getByText(messagePattern('statusUndone')).waitFor();
    expect(await findValues(page)).toEqual([4]);

    const downloading = page.waitForEvent('download');
    await button('fileBackupSave').focus();
    await page.keyboard.press('Enter');
    const path = await (await downloading).path();
    expect(readFileSync(path, 'utf8')).toContain('"Inception"');
    await page.getByText(messagePattern('fileBackupLast')).waitFor();
    await browser.close();
  },
);
