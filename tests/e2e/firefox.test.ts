// The extension in Firefox, if it is installed: badges, a saved rating, and the recovery when the browser's database is
// broken.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { hasFirefox, launchFirefox, openOwn, openPopup, rateFour, uuid } from './firefox.ts';
import { messagePattern } from './messages.ts';

const filmUrl = 'https://films.marquee.example/films/jaws-1975/';

let site: SiteServer;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** Reads the ratings in `marquee-log` from a page of the extension. */
function readRatings(page: Page): Promise<unknown[]> {
  return page.evaluate(
    () =>
      new Promise<unknown[]>((resolve) => {
        const opening = indexedDB.open('marquee-log');
        opening.onerror = () => resolve([`${opening.error}`]);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('ratings').objectStore('ratings').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve((reading.result as { value: number }[]).map(({ value }) => value));
          };
        };
      }),
  );
}

const listHeadings = (page: Page): Promise<string[]> =>
  page.$$eval('h1, h2', (headings) => headings.map(({ textContent }) => textContent ?? ''));
const recovery: unknown = expect.stringMatching(messagePattern('recoveryTitle'));

const press = (page: Page, name: string): Promise<void> =>
  page.evaluate((wanted) => {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find(({ innerText }) => innerText.trim() === wanted)?.click();
  }, name);

/** Returns the files of the extension's IndexedDB, without those of `storage.local`. */
function listDatabaseFiles(profile: string): string[] {
  const folder = join(profile, 'storage', 'default', `moz-extension+++${uuid}`, 'idb');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(folder, name));
}

/** Inverts the bytes of a file after its header, by which the browser recognises it. */
function breakFile(file: string): void {
  const bytes = readFileSync(file);
  for (let at = 100; at < bytes.length; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
}

describe.skipIf(!hasFirefox)('in Firefox', () => {
  let profile: string;
  beforeEach(() => {
    profile = mkdtempSync(join(tmpdir(), 'marquee-firefox-'));
  });
  afterEach(() => rmSync(profile, { recursive: true, force: true }));

  /** Rates Jaws with four stars in the profile. */
  const rateOnce = async (): Promise<void> => {
    const browser = await launchFirefox({ site, profile });
    const page = await browser.newPage();
    await page.goto(filmUrl);
    await page.waitForSelector('marquee-badge', { timeout: 20_000 });
    expect(await page.$$eval('marquee-badge', (badges) => badges.length)).toBe(1);
    await rateFour(await openPopup(browser, filmUrl));
    await browser.close();
  };

  test('a film page gets its badge, and a rating survives a restart', async () => {
    await rateOnce();
    const again = await launchFirefox({ site, profile });
    await (await again.newPage()).goto(filmUrl);
    const popup = await openPopup(again, filmUrl);
    await popup.waitForSelector('input[type="range"]', { timeout: 20_000 });
    await expect.poll(() => popup.$eval('input[type="range"]', (input) => input.value)).toBe('8');
    const log = await openOwn(again, 'log.html');
    await expect.poll(() => readRatings(log)).toEqual([8]);
    expect(await listHeadings(log)).not.toContainEqual(recovery);
    await again.close();
  });

  test('reports broken database files, and restores everything from a backup', async () => {
    await rateOnce();
    const files = listDatabaseFiles(profile);
    expect(files.length).toBeGreaterThan(0);
    files.forEach(breakFile);
    const again = await launchFirefox({ site, profile });
    const log = await openOwn(again, 'log.html');
    await expect.poll(() => listHeadings(log), { timeout: 20_000 }).toContainEqual(recovery);
    expect(await readRatings(log)).toEqual([]);
    await press(log, 'Restore');
    await expect.poll(() => listHeadings(log), { timeout: 20_000 }).not.toContainEqual(recovery);
    await expect.poll(() => readRatings(log), { timeout: 20_000 }).toEqual([8]);
    await again.close();
  });
});
