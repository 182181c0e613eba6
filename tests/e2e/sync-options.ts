// Sets up and runs sync through the options page.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SyncState } from '../../lib/messaging/sync-protocol.ts';
import type { ServerAccess } from '../../lib/sync/remotes/http.ts';
import type { ExtensionBrowser } from './browser.ts';
import { messagePattern } from './messages.ts';
import { sendAsPage } from './world.ts';

/** A pass with thousands of rows takes its time on a busy machine. */
const longest = { timeout: 90_000 };

export interface SetUpOptions {
  passphrase?: string;
  deviceName?: string;
  /** Whether the address is that of a database of CouchDB. */
  isCouchdb?: boolean;
  /** Whether it is asked before two logs become one, and answered with yes. */
  joins?: boolean;
}

const button = (page: Page, key: string) => page.getByRole('button', { name: messagePattern(key) });

/** What the background says of sync. */
export const readSync = (browser: ExtensionBrowser): Promise<SyncState> =>
  sendAsPage(browser, 'syncState', undefined) as Promise<SyncState>;

/** Opens the section of sync. */
export async function openSync(browser: ExtensionBrowser): Promise<Page> {
  const page = await browser.openOwn('options.html#sync');
  await page.getByRole('radio', { name: messagePattern('syncOff') }).waitFor();
  return page;
}

/** Types where and how to sync, and begins. */
export async function typeAndBegin(page: Page, access: ServerAccess, options: SetUpOptions): Promise<void> {
  const { isCouchdb = false } = options;
  const { origin, pathname } = new URL(access.address);
  const fill = (key: string, text: string) =>
    page.getByLabel(messagePattern(key), { exact: true }).fill(text);
  await page.getByRole('radio', { name: messagePattern(isCouchdb ? 'syncCouchdb' : 'syncWebdav') }).check();
  await fill(isCouchdb ? 'syncAddress' : 'syncAddressWebdav', isCouchdb ? origin : access.address);
  if (isCouchdb) await fill('syncDatabase', pathname.slice(1));
  await fill('syncUser', access.user);
  await fill(isCouchdb ? 'syncPasswordPlain' : 'syncPassword', access.password);
  await fill('syncPassphrase', options.passphrase ?? '');
  if (options.deviceName) await fill('syncDevice', options.deviceName);
  await button(page, 'syncBegin').click();
  if (options.joins) await button(page, 'syncJoin').click();
}

/** Sets up sync, and waits until the first pass has succeeded. */
export async function setUpSync(
  browser: ExtensionBrowser,
  access: ServerAccess,
  options: SetUpOptions = {},
): Promise<Page> {
  const page = await openSync(browser);
  await typeAndBegin(page, access, options);
  await button(page, 'syncNow').waitFor();
  await expect.poll(async () => (await readSync(browser)).last, longest).not.toBeNull();
  return page;
}

/** Presses "Sync now" until a pass that began after that has ended. Returns what the background says then. */
export async function syncNow(browser: ExtensionBrowser, page: Page): Promise<SyncState> {
  await expect.poll(async () => (await readSync(browser)).busy, longest).toBeNull();
  const before = Date.now();
  await button(page, 'syncNow').click();
  const isOver = async (): Promise<boolean> => {
    const { busy, last, failure } = await readSync(browser);
    return busy === null && Math.max(last?.at ?? 0, failure?.at ?? 0) >= before;
  };
  await expect.poll(isOver, longest).toBe(true);
  return readSync(browser);
}
