// The current version opens a log that version 0.1.0 wrote.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import type { ExtensionBrowser } from './browser.ts';
import { messagePattern } from './messages.ts';
import { launchOnOldProfile, loadOldProfile, type OldProfile } from './old-profile.ts';
import { readStore } from './popup.ts';

let site: SiteServer;
let old: OldProfile;
let browser: ExtensionBrowser;
beforeAll(async () => {
  site = await startSite();
  old = loadOldProfile();
  browser = await launchOnOldProfile(site, old);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

type Row = Record<string, unknown>;
const isLive = ({ deleted }: Row): boolean => deleted === null;

async function openLogPage(hash: string): Promise<Page> {
  const page = await browser.openOwn(`log.html${hash}`);
  await page.locator('.nav .number').first().waitFor();
  return page;
}

/** Sends a message to the background, as a page of the extension does. Returns the answer. */
async function ask(page: Page, type: string): Promise<unknown> {
  const answer = await page.evaluate(async (name) => {
    interface WithRuntime {
      chrome: { runtime: { sendMessage: (message: object) => Promise<{ res?: unknown; err?: unknown }> } };
    }
    const { runtime } = (globalThis as unknown as WithRuntime).chrome;
    return runtime.sendMessage({ id: 1, type: name, timestamp: Date.now() });
  }, type);
  return answer.res;
}

/** The state is counted again after an upgrade of the database. */
const isOfRows = (name: string): boolean => name !== 'meta';

async function readRows(page: Page): Promise<Record<string, string[]>> {
  const names = Object.keys(old.database.stores).filter(isOfRows);
  const lists = await Promise.all(names.map((name) => readStore(page, name)));
  return Object.fromEntries(
    names.map((name, at) => [name, (lists[at] ?? []).map((row) => JSON.stringify(row))]),
  );
}

const oldRows = (): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(old.database.stores)
      .filter(([name]) => isOfRows(name))
      .map(([name, { rows }]) => [name, rows.map((row) => JSON.stringify(row))]),
  );

test('the log is healthy, and every row and every stored value is unchanged', async () => {
  const page = await openLogPage('#diary');
  expect(await ask(page, 'getLogHealth')).toEqual({ state: 'ok' });
  expect(await page.getByRole('heading', { name: messagePattern('recoveryTitle') }).count()).toBe(0);
  expect(await readRows(page)).toEqual(oldRows());
  const stored = await page.evaluate(async () => {
    interface WithStorage {
      chrome: { storage: { local: { get: (keys: null) => Promise<Row> } } };
    }
    return (globalThis as unknown as WithStorage).chrome.storage.local.get(null);
  });
  // The copies of the log are written again after the upgrade.
  const others = Object.entries(old.storage).filter(([key]) => !key.startsWith('marquee-log:'));
  expect(stored).toMatchObject(Object.fromEntries(others));
  const report = (await ask(page, 'checkLog')) as { problems: unknown[]; health: unknown };
  expect(report).toMatchObject({ problems: [], health: { state: 'ok' } });
  expect(await readRows(page)).toEqual(oldRows());
  await page.close();
});

test.each([
  ['#diary', ['Her', 'Solaris', 'Alien', 'Melancholia'], ['Heat']],
  ['#films', ['Her', 'Solaris', 'Alien', 'Melancholia', 'Paterson'], ['Heat']],
  ['#watchlist', ['Stalker', 'Ana says so'], ['Paterson']],
  ['#reviews', ['Her'], ['Alien']],
  ['#trash', ['Heat'], ['Paterson', 'The Third Man']],
])('the log page shows the right rows at %s', async (hash, shown, hidden) => {
  const page = await openLogPage(hash);
  const list = page.locator('main');
  for (const words of shown) await list.getByText(words).first().waitFor();
  for (const words of hidden) expect(await list.getByText(words, { exact: true }).count()).toBe(0);
  await page.close();
});

test('undoing an import removes what it added and restores what it changed', async () => {
  const page = await openLogPage('#transfer');
  const undo = page.getByRole('button', { name: messagePattern('importUndo') });
  await expect.poll(() => undo.count()).toBe(2);
  // The newest import is the first.
  await undo.first().click();
  await page
    .locator('dialog[open]')
    .getByRole('button', { name: messagePattern('importUndo') })
    .click();
  await expect.poll(() => undo.count(), { timeout: 60_000 }).toBe(1);
  const live = async (store: string): Promise<Row[]> => (await readStore(page, store)).filter(isLive);
  const films = await live('films');
  const titles = films.map(({ title }) => title).sort();
  expect(titles).toEqual(['Heat', 'Her', 'Melancholia', 'Solaris', 'Stalker', 'The Third Man']);
  expect(films.flatMap(({ tags }) => tags)).toEqual([]);
  const ratings = await live('ratings');
  expect(ratings.map(({ value }) => value).sort()).toEqual([10, 8]);
  const entries = await live('entries');
  expect(entries.map(({ watchedOn }) => watchedOn)).toEqual([
    '2024-03-10',
    '2025-01',
    null,
    '2012',
    '2020-05-05',
  ]);
  expect(entries.map(({ note }) => note)).toEqual(['Row 5', '', '', '', '']);
  expect(await ask(page, 'getLogHealth')).toEqual({ state: 'ok' });
  await page.close();
});
