// The extension in Firefox, if it is installed: badges, a saved rating, and what happens when the browser's files are
// broken.
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import {
  hasFirefox,
  launchFirefox,
  openOwn,
  openPopup,
  rateFour,
  readRows,
  updateFirefox,
} from './firefox.ts';
import { findFolder, findMessage, listFiles, listHeadings, press, readText } from './firefox-pages.ts';
import { messagePattern } from './messages.ts';

const filmUrl = 'https://films.marquee.example/films/jaws-1975/';

let site: SiteServer;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** The values of the ratings in the log. */
async function readRatings(page: Page): Promise<unknown> {
  const rows = await readRows(page, 'ratings');
  return typeof rows === 'string' ? rows : rows.map(({ value }) => value);
}

const recovery: unknown = expect.stringMatching(messagePattern('recoveryTitle'));

/** Inverts the bytes of a file after its header, by which the browser recognises it. */
function breakFile(file: string): void {
  const bytes = readFileSync(file);
  for (let at = 100; at < bytes.length; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
}

/** Cuts a file to a third. */
const cutFile = (file: string): void => truncateSync(file, Math.floor(statSync(file).size / 3));

/** Puts a file where the browser expects the folder. */
function replaceByFile(folder: string): void {
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'not a folder');
}

/** Rates Jaws with four stars in a new profile. */
async function rateOnce(profile: string): Promise<void> {
  const browser = await launchFirefox({ site, profile });
  const page = await browser.newPage();
  await page.goto(filmUrl);
  await page.waitForSelector('marquee-badge', { timeout: 20_000 });
  expect(await page.$$eval('marquee-badge', (badges) => badges.length)).toBe(1);
  await rateFour(await openPopup(browser, filmUrl));
  await browser.close();
}

describe.skipIf(!hasFirefox)('in Firefox', () => {
  let rated = '';
  let profile: string;
  let browser: Browser | null = null;
  beforeEach(async () => {
    if (rated === '') {
      const first = mkdtempSync(join(tmpdir(), 'marquee-firefox-'));
      await rateOnce(first);
      rated = first;
    }
    profile = mkdtempSync(join(tmpdir(), 'marquee-firefox-'));
    cpSync(rated, profile, { recursive: true });
  });
  afterEach(async () => {
    await browser?.close();
    browser = null;
    rmSync(profile, { recursive: true, force: true });
  });
  afterAll(() => rmSync(rated, { recursive: true, force: true }));

  /** Starts Firefox again and opens the log. */
  const openLog = async (): Promise<Page> => {
    browser = await launchFirefox({ site, profile });
    return openOwn(browser, 'log.html');
  };
  const expectRating = async (log: Page): Promise<void> => {
    await expect.poll(() => readRatings(log), { timeout: 20_000 }).toEqual([8]);
    expect(await listHeadings(log)).not.toContainEqual(recovery);
  };

  test('a film page gets its badge, and a rating survives a restart', async () => {
    const log = await openLog();
    await expectRating(log);
    if (browser === null) return;
    await (await browser.newPage()).goto(filmUrl);
    const popup = await openPopup(browser, filmUrl);
    await popup.waitForSelector('input[type="range"]', { timeout: 20_000 });
    await expect.poll(() => popup.$eval('input[type="range"]', (input) => input.value)).toBe('8');
  });

  test.each<[what: string, harm: (files: string[]) => void]>([
    ['the files of all databases are damaged', () => listFiles(profile).forEach(breakFile)],
    ['the file of the log is damaged', (files) => files.forEach(breakFile)],
    ['the file of the log is cut', (files) => files.forEach(cutFile)],
    ['the file of the log is gone', (files) => files.forEach((file) => rmSync(file))],
  ])('when %s, the log reports it and restores everything from a backup', async (_what, harm) => {
    const files = listFiles(profile, 'marquee-log');
    expect(files.length).toBeGreaterThan(0);
    harm(files);
    const log = await openLog();
    await expect.poll(() => listHeadings(log), { timeout: 20_000 }).toContainEqual(recovery);
    expect(await readRatings(log)).not.toEqual([8]);
    await press(log, messagePattern('recoveryRestore'));
    await expect.poll(() => listHeadings(log), { timeout: 20_000 }).not.toContainEqual(recovery);
    await expectRating(log);
    await browser?.close();
    await expectRating(await openLog());
  });

  test('a damaged file of another database does not keep the log from opening', async () => {
    const files = listFiles(profile, 'marquee-ratings');
    expect(files.length).toBeGreaterThan(0);
    files.forEach(breakFile);
    await expectRating(await openLog());
  });

  test('with damaged files of the extension’s storage the log opens', async () => {
    for (const name of readdirSync(findFolder(profile, 'storage.local'), { recursive: true }))
      if (String(name).endsWith('.sqlite'))
        breakFile(join(findFolder(profile, 'storage.local'), String(name)));
    await expectRating(await openLog());
  });

  test('with a file in place of the extension’s storage the log opens, and says what is broken', async () => {
    replaceByFile(findFolder(profile, 'storage.local'));
    const log = await openLog();
    await expectRating(log);
    await expect.poll(() => readText(log), { timeout: 40_000 }).toMatch(findMessage('logBackupBroken'));
    if (browser === null) return;
    const page = await browser.newPage();
    await page.goto(filmUrl);
    await page.waitForSelector('marquee-badge', { timeout: 20_000 });
    await openPopup(browser, filmUrl);
    await expectRating(log);
  });

  test('a log that is gone with its backups is not taken for a new one', async () => {
    listFiles(profile, 'marquee-log').forEach((file) => rmSync(file));
    rmSync(findFolder(profile, 'storage.local'), { recursive: true });
    const log = await openLog();
    await expect.poll(() => listHeadings(log), { timeout: 20_000 }).toContainEqual(recovery);
  });

  /** Begins to import a diary on a page of its own. */
  const startImport = async (count: number): Promise<Page> => {
    if (browser === null) throw new Error('The browser is not open.');
    const other = await openOwn(browser, 'log.html#transfer');
    await other.waitForSelector('input[type="file"]');
    await other.evaluate((entries) => {
      const rows = Array.from({ length: entries }, (_, at) => {
        const day = new Date(Date.UTC(2012, 0, 1 + at)).toISOString().slice(0, 10);
        return `${day},Evening number ${at},${1950 + (at % 70)},https://boxd.it/x${at},3.5,,,${day}`;
      });
      const head = 'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date';
      const input = document.querySelector('input[type="file"]');
      const files = new DataTransfer();
      files.items.add(new File([[head, ...rows].join('\n')], 'diary.csv', { type: 'text/csv' }));
      if (!(input instanceof HTMLInputElement)) return;
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, count);
    await expect.poll(() => readText(other), { timeout: 60_000 }).toMatch(findMessage('importWrite_other'));
    await press(other, messagePattern('importWrite_other'));
    return other;
  };
  const countRows = async (page: Page, store: string): Promise<number> => {
    const rows = await readRows(page, store);
    return typeof rows === 'string' ? 0 : rows.length;
  };

  test('an update in the middle of an import keeps what is imported, and the import can be undone', async () => {
    const log = await openLog();
    await expectRating(log);
    if (browser === null) return;
    await startImport(4000);
    await expect.poll(() => countRows(log, 'entries'), { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
    const before = await countRows(log, 'entries');
    await updateFirefox(browser);
    const again = await openOwn(browser, 'log.html#transfer');
    const after = await countRows(again, 'entries');
    expect(after).toBeGreaterThanOrEqual(before);
    expect(await listHeadings(again)).not.toContainEqual(recovery);
    await expect.poll(() => readText(again), { timeout: 20_000 }).toMatch(findMessage('importUndo'));
    await press(again, messagePattern('importUndo'));
    await again.waitForSelector('dialog[open]');
    await press(again, messagePattern('importUndo'));
    await expect
      .poll(
        async () => {
          const rows = await readRows(again, 'entries');
          return typeof rows === 'string' ? rows : rows.filter(({ deleted }) => deleted === null).length;
        },
        { timeout: 60_000 },
      )
      .toBe(0);
    expect(await readRatings(again)).toContain(8);
  });

  test('a log page shows what another window imports', async () => {
    const log = await openLog();
    await expectRating(log);
    const other = await startImport(300);
    await expect
      .poll(() => listHeadings(other), { timeout: 60_000 })
      .toContainEqual(expect.stringMatching(messagePattern('importDoneFilms_other')));
    await expect.poll(() => readText(log), { timeout: 20_000 }).toMatch(/Evening number/);
    expect(await listHeadings(log)).not.toContainEqual(recovery);
  });
});
