// The browser and all its processes are killed in the middle of a long write to the log.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { waitForBadges } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { bundleForPage } from './bundle.ts';
import { fillLog } from './full-log.ts';
import { messagePattern } from './messages.ts';
import { rate, readStore } from './popup.ts';

let site: SiteServer;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

type Row = Record<string, unknown>;
const isLive = ({ deleted }: Row): boolean => deleted === null;
const button = (page: Page, key: string) => page.getByRole('button', { name: messagePattern(key) }).first();

/** Opens the log page after a kill, and checks that it does not report a loss. */
async function openWhole(browser: ExtensionBrowser, hash = ''): Promise<Page> {
  const page = await browser.openOwn(`log.html${hash}`);
  await page.locator('.nav .number').first().waitFor();
  expect(await page.getByRole('heading', { name: messagePattern('recoveryTitle') }).count()).toBe(0);
  return page;
}

const rowsOfFile = 1500;
const diary = [
  'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date',
  ...Array.from({ length: rowsOfFile }, (_, at) => {
    const day = new Date(Date.UTC(2012, 0, 1 + at)).toISOString().slice(0, 10);
    return `${day},Evening number ${at},${1950 + (at % 70)},https://boxd.it/x${at},3.5,,,${day}`;
  }),
].join('\n');

/** Chooses the file on the log page, and waits for the preview. */
async function readDiary(page: Page): Promise<void> {
  const file = { name: 'diary.csv', mimeType: 'text/csv', buffer: Buffer.from(diary) };
  await page.locator('input[type="file"]').setInputFiles(file);
  await button(page, 'importWrite_other').waitFor();
}

/** Lets so many chunks of an import leave the page, and no more: the browser is killed while the last of them is written. */
function holdImport(page: Page, chunks: number): Promise<void> {
  return page.evaluate((most) => {
    interface Runtime {
      sendMessage: (message: { type?: string }) => Promise<unknown>;
    }
    const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
    const send = runtime.sendMessage.bind(runtime);
    let sent = 0;
    runtime.sendMessage = (message) => {
      if (message.type === 'commitImport') sent += 1;
      return sent > most ? new Promise(() => undefined) : send(message);
    };
  }, chunks);
}

test('during an import: keeps what was written, continues with the same file, and can undo the import', async () => {
  const browser = await launchExtension({ site });
  const film = await browser.open('https://films.marquee.example/films/inception-2010/');
  await waitForBadges(film);
  await rate(await browser.openPopup(film), /Inception/, 4.5);
  const page = await browser.openOwn('log.html#transfer');
  await readDiary(page);
  await holdImport(page, 2);
  await button(page, 'importWrite_other').click();
  const acknowledged = page.locator('main progress');
  const readDone = (): Promise<number> =>
    acknowledged.evaluate((element) => (element instanceof HTMLProgressElement ? element.value : 0));
  await expect.poll(readDone, { timeout: 60_000, interval: 20 }).toBeGreaterThanOrEqual(500);
  const done = await readDone();
  await browser.crash();

  const again = await launchExtension({ site, profile: browser.profile });
  const log = await openWhole(again, '#transfer');
  // The row of the import itself; its parts have further rows.
  const begun = (await readStore(log, 'imports')).find(({ importId }) => importId === null);
  const entries = async (): Promise<Row[]> => (await readStore(log, 'entries')).filter(isLive);
  const written = (begun?.counts as { done: number }).done;
  expect(written).toBeGreaterThanOrEqual(done);
  expect(written).toBeLessThan(rowsOfFile);
  expect(await entries()).toHaveLength(written);
  await log.getByText(messagePattern('importUndo')).first().waitFor();

  await readDiary(log);
  await button(log, 'importWrite_other').click();
  await log.getByRole('heading', { name: messagePattern('importDoneFilms_other') }).waitFor();
  const days = (await entries()).map(({ watchedOn }) => watchedOn);
  expect(days).toHaveLength(rowsOfFile);
  expect(new Set(days).size).toBe(rowsOfFile);

  for (const left of [1, 0]) {
    await button(log, 'importUndo').click();
    await log
      .locator('dialog[open]')
      .getByRole('button', { name: messagePattern('importUndo') })
      .click();
    await expect
      .poll(() => log.getByRole('button', { name: messagePattern('importUndo') }).count(), {
        timeout: 60_000,
      })
      .toBe(left);
  }
  expect(await entries()).toEqual([]);
  const ratings = (await readStore(log, 'ratings')).filter(isLive);
  expect(ratings.map(({ value }) => value)).toEqual([9]);
  await again.close();
});

/** Migrates the log to the version after the current one; see `migrateLog`. */
async function migrate(browser: ExtensionBrowser, script: string, haltAt: number | null): Promise<Page> {
  const page = await browser.openOwn('manifest.json');
  await page.evaluate(script);
  const halted =
    haltAt === null
      ? []
      : [page.waitForEvent('console', { predicate: (message) => message.text() === 'halted' })];
  const migrated = page.evaluate(async (at) => {
    interface Migrating {
      migrating: { migrateLog(options: object): Promise<void> };
    }
    await (globalThis as unknown as Migrating).migrating.migrateLog({ haltAt: at });
  }, haltAt);
  // A page that is killed with its browser never answers.
  migrated.catch(() => undefined);
  await Promise.race([migrated, ...halted]);
  return page;
}

test('during a migration: keeps the old log, and the next try migrates every row', async () => {
  const script = await bundleForPage('tests/logs/migrate-log.ts', 'migrating');
  const browser = await launchExtension({ site });
  await fillLog(browser, { entries: 1500, lastDay: '2026-03-08', years: 5 });
  const page = await openWhole(browser);
  const stores = ['films', 'entries', 'ratings', 'watchlist'];
  const readAll = async (of: Page): Promise<Row[][]> =>
    Promise.all(stores.map((store) => readStore(of, store)));
  const before = await readAll(page);
  await page.close();
  await migrate(browser, script, 1200);
  await browser.crash();

  const again = await launchExtension({ site, profile: browser.profile });
  const log = await openWhole(again);
  expect(await readAll(log)).toEqual(before);
  await log.close();

  const after = await migrate(again, script, null);
  const later = before.map((rows) => rows.map((row) => ({ ...row, later: true })));
  expect(await readAll(after)).toEqual(later);
  await after.goto(after.url().replace('manifest.json', 'log.html'));
  await after.getByRole('heading', { name: messagePattern('recoveryNewer') }).waitFor();
  expect(await readAll(after)).toEqual(later);
  await again.close();
});
