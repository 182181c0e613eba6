// The options' section of sync in its states, with axe and screenshots. What the background answers is given.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SyncState } from '../../lib/messaging/sync-protocol.ts';
import { syncOff as off } from '../../lib/messaging/testing/sync-off.ts';
import type { SyncFailure } from '../../lib/sync/sync-types.ts';
import { startSite, type SiteServer } from '../site/server.ts';
import { listViolationsInBoth } from './axe.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { createKeys } from './keys.ts';
import { messagePattern } from './messages.ts';

let site: SiteServer;
let browser: ExtensionBrowser;
let page: Page;
/** What the background answers, as JSON, for the page that is loaded next. */
let given: string;

beforeAll(async () => {
  site = await startSite();
  browser = await launchExtension({ site, viewport: { width: 1280, height: 900 } });
  page = await browser.openOwn('options.html');
  await page.addInitScript(answerSyncState);
  await page.exposeFunction('giveSyncState', () => given);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** In the page: answers `syncState` in the background's place. */
function answerSyncState(): void {
  interface Extension {
    chrome?: { runtime?: { sendMessage?: (message: { type: string }) => Promise<unknown> } };
    giveSyncState: () => Promise<string>;
  }
  const extension = globalThis as unknown as Extension;
  const runtime = extension.chrome?.runtime;
  const send = runtime?.sendMessage?.bind(runtime);
  if (!runtime || !send) return;
  runtime.sendMessage = async (message) =>
    message.type === 'syncState'
      ? { res: JSON.parse(await extension.giveSyncState()) as unknown }
      : send(message);
}

const hour = 3_600_000;
const day = 24 * hour;
const works: SyncState = {
  ...off,
  location: {
    kind: 'webdav',
    url: 'https://cloud.example.org/remote.php/dav/files/mia/Marquee',
    user: 'mia',
  },
  isEncrypted: true,
  deviceName: 'Mia’s laptop',
  last: { at: Date.now() - 60_000, sent: 3, received: 1 },
  devices: [
    { device: 'a', name: 'Firefox at work', seenAt: Date.now() - day },
    { device: 'b', name: 'Old desktop', seenAt: Date.now() - 270 * day },
  ],
  size: 1_234_567,
};
const folder: SyncState = { ...works, location: { kind: 'folder', name: 'Marquee' } };
const fail = (changes: Partial<SyncFailure>, state = works): SyncState => ({
  ...state,
  waiting: 5,
  last: { at: Date.now() - day, sent: 3, received: 1 },
  failure: {
    ...{ fault: 'refused', status: null, at: Date.now(), count: 1, restUntil: Date.now() + hour },
    ...{ vanishing: null, ...changes },
  },
});

const states: [name: string, state: SyncState, act?: (shown: Page) => Promise<void>][] = [
  ['off', off],
  ['set-up-folder', off, (shown) => choose(shown, 'syncFolder')],
  ['set-up-webdav', off, (shown) => choose(shown, 'syncWebdav')],
  ['set-up-refused', off, refuse],
  ['works', works],
  ['busy', { ...works, last: null, busy: { received: 1200 } }],
  ['paused', { ...works, isPaused: true, waiting: 3 }],
  ['refused', fail({ status: 401 }), (shown) => press(shown, 'syncEnterPassword')],
  ['offline', fail({ fault: 'offline' })],
  ['full', fail({ fault: 'full', status: 507 })],
  ['folder-permission', fail({ fault: 'no-permission' }, folder)],
  ['passphrase', fail({ fault: 'passphrase' })],
  ['emptied', fail({ fault: 'emptied' })],
  ['vanishing', fail({ fault: 'vanishing', vanishing: { rows: 1812, of: 5321 } })],
  ['change-passphrase', works, (shown) => press(shown, 'syncPassphraseChange')],
  ['stop-question', { ...works, waiting: 2 }, (shown) => press(shown, 'syncStop')],
  ['remove-question', works, (shown) => press(shown, 'syncRemoveServer')],
];

async function choose(shown: Page, key: string): Promise<void> {
  await shown.getByRole('radio', { name: messagePattern(key), exact: true }).check();
}

async function press(shown: Page, key: string): Promise<void> {
  await shown.getByRole('button', { name: messagePattern(key) }).click();
}

/** Begins with an address and a passphrase that cannot be used. */
async function refuse(shown: Page): Promise<void> {
  await choose(shown, 'syncCouchdb');
  await shown.getByLabel(messagePattern('syncAddress')).fill('not an address');
  await shown.getByLabel(messagePattern('syncPassphrase')).fill('short');
  await press(shown, 'syncBegin');
}

test.each(states)('%s: axe finds nothing, and nothing is wider than the page', async (name, state, act) => {
  given = JSON.stringify(state);
  for (const [width, height] of [
    [1280, 900],
    [380, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.reload();
    await page.getByRole('radio', { name: messagePattern('syncOff') }).waitFor();
    await act?.(page);
    await page.locator('.card.sync').scrollIntoViewIfNeeded();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const path = `.output/screenshots/sync-${name}-${width}-${colorScheme}.png`;
      const isOpen = (await page.locator('dialog[open]').count()) > 0;
      await (isOpen ? page : page.locator('.card.sync')).screenshot({ path });
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    if (width === 1280) expect(await listViolationsInBoth(page)).toEqual([]);
  }
});

test('is set up by keyboard alone: what cannot be used gets the focus', async () => {
  given = JSON.stringify(off);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.reload();
  const { tabTo, keys, type } = createKeys(page);
  const radio = (key: string) => page.getByRole('radio', { name: messagePattern(key), exact: true });
  const field = (key: string) => page.getByLabel(messagePattern(key), { exact: true });
  await tabTo(radio('syncOff'));
  await keys('ArrowDown', 'ArrowDown');
  expect(await radio('syncWebdav').isChecked()).toBe(true);
  await type(field('syncAddressWebdav'), 'cloud.example.org/dav');
  await type(field('syncPassphrase'), 'short');
  await keys('Enter');
  await page.getByText(messagePattern('syncPassphraseShort')).waitFor();
  await expect
    .poll(() => field('syncPassphrase').evaluate((element) => element === document.activeElement))
    .toBe(true);
  await tabTo(page.getByRole('button', { name: messagePattern('syncBegin') }));
});

test('the rail says whether it works, also in words', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const [state, name] of [
    [works, 'Sync synced'],
    [fail({ fault: 'full' }), 'Sync not synced'],
    [off, 'Sync'],
  ] as const) {
    given = JSON.stringify(state);
    await page.reload();
    await page.getByRole('link', { name, exact: true }).waitFor();
  }
});
