// Damages the browser's database files, as crashes and disk faults do, and checks that acknowledged writes survive.
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { waitForBadges, waitForBadgeText } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { messagePattern } from './messages.ts';
import { logOn, rate, readStore } from './popup.ts';

const filmUrl = 'https://films.marquee.example/films/inception-2010/';
const watchedOn = '2026-02-03';

let site: SiteServer;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** Starts a browser in which Inception has 4½ stars and one entry. */
async function launchWithLog(): Promise<ExtensionBrowser> {
  const browser = await launchExtension({ site });
  const page = await browser.open(filmUrl);
  await waitForBadges(page);
  const popup = await browser.openPopup(page);
  await rate(popup, /Inception/, 4.5);
  await logOn(popup, watchedOn);
  return browser;
}

/** Returns the files of the extension's IndexedDB whose names match. */
function listDatabaseFiles({ profile, extensionId }: ExtensionBrowser, ending: RegExp): string[] {
  const folder = join(profile, 'Default', 'IndexedDB', `chrome-extension_${extensionId}_0.indexeddb.leveldb`);
  return readdirSync(folder)
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));
}

const faults: { what: string; harm: (browser: ExtensionBrowser) => void }[] = [
  {
    what: 'its database log is cut to a third',
    harm: (browser) => {
      for (const file of listDatabaseFiles(browser, /\.log$/))
        truncateSync(file, Math.floor(statSync(file).size / 3));
    },
  },
  {
    what: 'bytes of its database log are inverted',
    harm: (browser) => {
      for (const file of listDatabaseFiles(browser, /\.log$/)) {
        const bytes = readFileSync(file);
        for (let at = 64; at < Math.min(128, bytes.length); at++) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
        writeFileSync(file, bytes);
      }
    },
  },
  {
    what: 'its database log is gone',
    harm: (browser) => {
      for (const file of listDatabaseFiles(browser, /\.(log|ldb)$/)) rmSync(file);
    },
  },
  {
    what: 'its manifest is gone',
    harm: (browser) => {
      for (const file of listDatabaseFiles(browser, /^MANIFEST/)) rmSync(file);
    },
  },
];

describe.each(faults)('when $what', ({ harm }) => {
  test('the log reports it, writes nothing, and restores everything from a backup', async () => {
    const browser = await launchWithLog();
    await browser.quit();
    harm(browser);

    const again = await launchExtension({ site, profile: browser.profile });
    const page = await again.open(filmUrl);
    const popup = await again.openPopup(page);
    await popup
      .getByText(/Inception/)
      .first()
      .waitFor();
    const slider = popup.getByRole('slider', { name: /Inception/ });
    if (await slider.count()) expect(await slider.isDisabled()).toBe(true);

    const log = await again.openOwn('log.html');
    await log.getByRole('heading', { name: messagePattern('recoveryTitle') }).waitFor();
    await log
      .getByRole('button', { name: messagePattern('recoveryRestore') })
      .first()
      .click();
    await log.locator(`time[datetime="${watchedOn}"]`).waitFor();
    expect((await readStore(log, 'entries')).map((entry) => entry.watchedOn)).toEqual([watchedOn]);
    expect((await readStore(log, 'ratings')).map(({ value }) => value)).toEqual([9]);

    const whole = await again.restart();
    await waitForBadgeText(await whole.open(filmUrl), /4½|4\.5/);
    const after = await whole.openOwn('log.html');
    await after.locator(`time[datetime="${watchedOn}"]`).waitFor();
    expect(await after.getByRole('heading', { name: messagePattern('recoveryTitle') }).count()).toBe(0);
    await whole.close();
  });
});

/** Returns the folder of `storage.local`. */
function findStorageFolder({ profile, extensionId }: ExtensionBrowser): string {
  return join(profile, 'Default', 'Local Extension Settings', extensionId);
}

/** Rates Inception with three stars by a message of the page. */
async function rateByMessage(log: Page): Promise<void> {
  await log.evaluate(async () => {
    interface WithRuntime {
      chrome: { runtime: { sendMessage(message: object): Promise<{ err?: unknown }> } };
    }
    const film = { title: 'Inception', year: 2010, refs: ['imdb:tt1375666'] };
    const message = { id: 1, type: 'rateFilm', data: { film, value: 6 }, timestamp: Date.now() };
    const { err } = await (globalThis as unknown as WithRuntime).chrome.runtime.sendMessage(message);
    if (err !== undefined) throw new Error(JSON.stringify(err));
  });
}

const brokenStorages: { what: string; harm: (folder: string) => void; hasBadges: boolean }[] = [
  {
    what: 'the manifest of the extension’s storage gone',
    harm: (folder) => {
      for (const name of readdirSync(folder)) if (name.startsWith('MANIFEST')) rmSync(join(folder, name));
    },
    hasBadges: true,
  },
  {
    what: 'a file in place of the extension’s storage',
    harm: (folder) => {
      rmSync(folder, { recursive: true });
      writeFileSync(folder, 'not a folder');
    },
    // Chromium then needs seconds for each request, and loads no script meanwhile.
    hasBadges: false,
  },
];

test.each(brokenStorages)(
  'with $what the log opens and is written, and everything is there when it is repaired',
  async ({ harm, hasBadges }) => {
    const browser = await launchWithLog();
    await browser.quit();
    harm(findStorageFolder(browser));

    const again = await launchExtension({ site, profile: browser.profile });
    if (hasBadges) await waitForBadgeText(await again.open(filmUrl), /4½|4\.5/);
    const log = await again.openOwn('log.html');
    await log.locator(`time[datetime="${watchedOn}"]`).waitFor();
    await log.getByText(messagePattern('logBackupBroken')).waitFor();
    expect(await log.getByRole('heading', { name: messagePattern('recoveryTitle') }).count()).toBe(0);
    await rateByMessage(log);
    await again.quit();
    rmSync(findStorageFolder(browser), { recursive: true });

    const repaired = await launchExtension({ site, profile: browser.profile });
    const after = await repaired.openOwn('log.html');
    await after.locator(`time[datetime="${watchedOn}"]`).waitFor();
    expect((await readStore(after, 'ratings')).map(({ value }) => value)).toEqual([6]);
    await waitForBadgeText(await repaired.open(filmUrl), /3/);
    expect(await after.getByText(messagePattern('logBackupBroken')).count()).toBe(0);
    await repaired.close();
  },
);

test('with all of the extension’s storage gone the log opens, and its backups are made again', async () => {
  const browser = await launchWithLog();
  await browser.quit();
  for (const name of readdirSync(findStorageFolder(browser)))
    if (/^(MANIFEST|CURRENT)/.test(name)) rmSync(join(findStorageFolder(browser), name));

  const again = await launchExtension({ site, profile: browser.profile });
  await waitForBadgeText(await again.open(filmUrl), /4½|4\.5/);
  const log = await again.openOwn('log.html');
  await log.locator(`time[datetime="${watchedOn}"]`).waitFor();
  expect((await readStore(log, 'ratings')).map(({ value }) => value)).toEqual([9]);

  const whole = await again.restart();
  const after = await whole.openOwn('log.html');
  await after.locator(`time[datetime="${watchedOn}"]`).waitFor();
  await whole.close();
});

test.each([0, 3, 12])(
  'a browser that is killed %i ms after a write starts keeps the acknowledged writes',
  async (delayMs) => {
    const browser = await launchWithLog();
    const page = await browser.open('https://films.marquee.example/films/jaws-1975/');
    await waitForBadges(page);
    const popup = await browser.openPopup(page);
    await rate(popup, /Jaws/, 2);
    await popup.getByRole('slider', { name: /Jaws/ }).press('5');
    await popup.waitForTimeout(delayMs);
    await browser.crash();

    const again = await launchExtension({ site, profile: browser.profile });
    const log = await again.openOwn('log.html');
    await log.locator(`time[datetime="${watchedOn}"]`).waitFor();
    expect(await log.getByRole('heading', { name: messagePattern('recoveryTitle') }).count()).toBe(0);
    const values = (await readStore(log, 'ratings')).map(({ value }) => value);
    expect(values).toContain(9);
    expect(values.filter((value) => value !== 9)).toEqual([
      expect.toSatisfy((value) => value === 4 || value === 10),
    ]);
    await again.close();
  },
);
