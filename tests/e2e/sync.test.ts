// Two profiles of Chromium that sync over one WebDAV server, through the options page.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { cloudHost, startSite, type SiteServer } from '../site/server.ts';
import { waitForBadgeText } from './badges.ts';
import { grantedBuild, launchExtension, type ExtensionBrowser } from './browser.ts';
import { startCloud, type Cloud } from './cloud.ts';
import { makeLongLog } from '../logs/long-log.ts';
import { messagePattern } from './messages.ts';
import { rate, readStore } from './popup.ts';
import { prepareLog } from './prepared-log.ts';
import { openSync, readSync, setUpSync, syncNow, typeAndBegin } from './sync-options.ts';
import { sendAsPage } from './world.ts';

const filmUrl = 'https://films.marquee.example/films/inception-2010/';
const film = { title: 'Jaws', year: 1975, refs: ['title:jaws:1975'] };
const passphrase = 'correct horse battery';

let site: SiteServer;
let cloud: Cloud;
let one: ExtensionBrowser;
let two: ExtensionBrowser;

beforeAll(async () => {
  site = await startSite();
  cloud = await startCloud(site);
});
afterAll(async () => {
  await site.close();
  await cloud.stop();
});
beforeEach(async () => {
  [one, two] = await Promise.all([launch(), launch()]);
});
afterEach(async () => {
  Object.assign(cloud, { isDown: false, isFull: false });
  await Promise.all([one.close(), two.close()]);
});

const launch = (): Promise<ExtensionBrowser> =>
  launchExtension({ site, extension: grantedBuild, viewport: { width: 1280, height: 900 } });

interface Entry extends Record<string, unknown> {
  id: string;
  deleted: string | null;
}

/** The entries of a log that are not deleted. */
async function readEntries(page: Page): Promise<Entry[]> {
  const rows = (await readStore(page, 'entries')) as Entry[];
  return rows.filter(({ deleted }) => deleted === null);
}

/** Sets up both over a new folder; the first has an entry, which the second has got. */
async function pair(): Promise<{ first: Page; second: Page; entry: string }> {
  const access = cloud.access();
  await sendAsPage(one, 'logEntry', { film, entry: { watchedOn: '2024-01-14' }, origin: 'popup' });
  const first = await setUpSync(one, access, { passphrase, deviceName: 'Laptop' });
  const second = await setUpSync(two, access, { passphrase, deviceName: 'Desktop' });
  const [entry] = await readEntries(second);
  if (!entry) throw new Error('The entry has not come.');
  return { first, second, entry: entry.id };
}

/** Syncs the first, the second, and the first again: then both have what the other had. */
async function syncAll(first: Page, second: Page): Promise<void> {
  await syncNow(one, first);
  await syncNow(two, second);
  await syncNow(one, first);
}

const change = (browser: ExtensionBrowser, id: string, changes: object): Promise<unknown> =>
  sendAsPage(browser, 'changeEntry', { id, changes });

test('before it is set up nothing is sent; a rating here is on the badge there', async () => {
  await openSync(one);
  expect(cloud.requests).toEqual([]);
  const access = cloud.access();
  const page = await one.open(filmUrl);
  const popup = await one.openPopup(page);
  await rate(popup, /Inception/, 4.5);
  const first = await setUpSync(one, access, { passphrase, deviceName: 'Laptop' });
  // The first words stay until the first pass has ended.
  const words = messagePattern('syncFoundEmpty').source + '|' + messagePattern('syncFirstDone').source;
  await first.getByText(new RegExp(words)).waitFor();
  const second = await setUpSync(two, access, { passphrase, deviceName: 'Desktop' });
  await waitForBadgeText(await two.open(filmUrl), /4½|4\.5/);
  await rate(popup, /Inception/, 2);
  await syncNow(one, first);
  await syncNow(two, second);
  await waitForBadgeText(await two.open(filmUrl), /, you 2|your rating 2/);
  await second.getByText('Laptop').waitFor();
  const sent = await one.openOwn('options.html#privacy');
  await sent.locator('.figures').getByText(cloudHost).waitFor();
  await second.locator('.card.sync').screenshot({ path: '.output/screenshots/sync-two-devices.png' });
  await second.getByRole('link', { name: 'Sync synced', exact: true }).waitFor();
});

test('one entry that both change while the server is down has both changes in the end', async () => {
  const { first, second, entry } = await pair();
  cloud.isDown = true;
  await change(one, entry, { note: 'the shark looked tired' });
  await change(two, entry, { place: 'Rex' });
  expect((await syncNow(one, first)).failure?.fault).toBe('unreachable');
  await first.getByRole('alert').getByText('Nothing is lost: 1 change waits on this computer.').waitFor();
  cloud.isDown = false;
  await syncAll(first, second);
  for (const page of [first, second])
    expect(await readEntries(page)).toEqual([
      expect.objectContaining({ id: entry, note: 'the shark looked tired', place: 'Rex' }),
    ]);
  expect(await first.getByRole('alert').allInnerTexts()).toEqual([]);
});

test('deleted here and changed there: the same in both, and a later change brings it back', async () => {
  const { first, second, entry } = await pair();
  await sendAsPage(one, 'deleteEntry', { id: entry });
  await change(two, entry, { note: 'seen again' });
  await syncAll(first, second);
  const [here, there] = await Promise.all([readEntries(first), readEntries(second)]);
  expect(here).toEqual(there);
  expect(here).toEqual([expect.objectContaining({ id: entry, note: 'seen again' })]);
  await sendAsPage(one, 'deleteEntry', { id: entry });
  await syncAll(first, second);
  expect([await readEntries(first), await readEntries(second)]).toEqual([[], []]);
});

test('a wrong passphrase writes nothing, and the right one is asked before two logs are joined', async () => {
  const access = cloud.access();
  await sendAsPage(one, 'logEntry', { film, entry: { watchedOn: '2024-01-14' }, origin: 'popup' });
  await setUpSync(one, access, { passphrase });
  await sendAsPage(two, 'logEntry', { film, entry: { watchedOn: '2024-02-02' }, origin: 'popup' });
  const second = await openSync(two);
  const before = cloud.requests.length;
  await typeAndBegin(second, access, { passphrase: 'another horse battery' });
  await second.getByText(messagePattern('syncPassphraseWrong')).waitFor();
  expect(cloud.requests.slice(before).filter((request) => !/^(?:PROPFIND|GET) /.test(request))).toEqual([]);
  expect((await readSync(two)).location).toBeNull();
  await typeAndBegin(second, access, { passphrase });
  await second.getByText('(1 film, 1 entry)').waitFor();
  await second.screenshot({ path: '.output/screenshots/sync-join-question.png' });
  await second.getByRole('button', { name: messagePattern('syncJoin') }).click();
  await expect.poll(async () => (await readSync(two)).last).not.toBeNull();
  expect((await readEntries(second)).map(({ watchedOn }) => watchedOn).sort()).toEqual([
    '2024-01-14',
    '2024-02-02',
  ]);
  expect((await readStore(second, 'films')).filter(({ deleted }) => deleted === null)).toHaveLength(1);
});

test('a server without room loses nothing, and says so until there is room', async () => {
  const { first, second, entry } = await pair();
  cloud.isFull = true;
  await change(one, entry, { note: 'a long note' });
  expect((await syncNow(one, first)).failure).toMatchObject({ fault: 'full', status: 507 });
  await first.getByRole('alert').getByText('The server has no room left (507).').waitFor();
  await first.getByRole('link', { name: 'Sync not synced', exact: true }).waitFor();
  cloud.isFull = false;
  await first.getByRole('button', { name: messagePattern('syncTryAgain') }).click();
  await expect.poll(async () => (await readSync(one)).failure).toBeNull();
  await syncNow(two, second);
  expect(await readEntries(second)).toEqual([expect.objectContaining({ note: 'a long note' })]);
});

test('a device that was away gets everything when it returns', async () => {
  const { first, entry } = await pair();
  await two.quit();
  for (const note of ['one', 'two', 'three']) {
    await change(one, entry, { note });
    await syncNow(one, first);
  }
  await sendAsPage(one, 'rateFilm', { film, value: 7 });
  await syncNow(one, first);
  two = await launchExtension({ site, extension: grantedBuild, profile: two.profile });
  const second = await openSync(two);
  await syncNow(two, second);
  expect(await readEntries(second)).toEqual(await readEntries(first));
  expect((await readStore(second, 'ratings')).map(({ value }) => value)).toEqual([7]);
});

test('a device that returns after the others have compacted gets everything from the whole copy', async () => {
  const access = cloud.access();
  const elsewhere = await prepareLog(cloud.direct(access));
  const early = await elsewhere.write(makeLongLog({ entries: 20, lastDay: '2026-01-20', seed: 3 }));
  await setUpSync(two, access);
  await two.quit();
  // Many files later they are replaced by a copy in parts, and go after 30 days.
  const log = makeLongLog({ entries: 900, lastDay: '2026-11-20', seed: 3 });
  const between = await elsewhere.write(log);
  const copy = await elsewhere.write(log, { isCopy: true, rowsPerFile: 700 });
  expect(copy.length).toBeGreaterThan(2);
  await elsewhere.remove([...early, ...between]);
  const last = makeLongLog({ entries: 5, lastDay: '2026-11-28', seed: 4 });
  await elsewhere.write(last);
  two = await launchExtension({ site, extension: grantedBuild, profile: two.profile });
  const second = await openSync(two);
  expect((await syncNow(two, second)).failure).toBeNull();
  const ids = (await readEntries(second)).map(({ id }) => id);
  for (const { id } of [...log.entries, ...last.entries]) expect(ids).toContain(id);
});

test('a first sync of 10,000 entries shows how far it is, can be cancelled, and continues', async () => {
  const access = cloud.access();
  const log = makeLongLog({ entries: 10_000, lastDay: '2026-11-20', seed: 7 });
  const files = await (await prepareLog(cloud.direct(access))).write(log);
  cloud.requests.length = 0;
  const page = await openSync(two);
  await typeAndBegin(page, access, {});
  const received = page.getByText(messagePattern('syncRows_other')).first();
  await received.waitFor();
  await page.locator('.card.sync').screenshot({ path: '.output/screenshots/sync-progress.png' });
  await page.getByRole('button', { name: messagePattern('formCancel') }).click();
  await expect.poll(async () => (await readSync(two)).busy).toBeNull();
  expect((await readSync(two)).failure).toBeNull();
  await page.getByText(messagePattern('syncNever')).waitFor();
  expect((await readEntries(page)).length).toBeLessThan(10_000);
  await syncNow(two, page);
  expect((await readEntries(page)).length).toBe(10_000);
  // What was read before is not fetched again, but for the file in which it was cancelled.
  const fetched = cloud.requests.filter((request) => /^GET .*\.seg$/.test(request)).length;
  expect(fetched).toBeGreaterThanOrEqual(files.length);
  expect(fetched).toBeLessThanOrEqual(files.length + 1);
});

test('sync ends here and stays there; removed from the server, the logs stay', async () => {
  const { first, second } = await pair();
  await first.getByRole('button', { name: messagePattern('syncStop') }).click();
  await first.getByRole('button', { name: messagePattern('syncStopYes') }).click();
  await first.getByText(messagePattern('syncStopped')).waitFor();
  expect((await syncNow(two, second)).failure).toBeNull();
  await second.getByRole('button', { name: messagePattern('syncRemoveServer') }).click();
  await second.getByRole('button', { name: messagePattern('syncRemoveYes') }).click();
  await second.getByText(messagePattern('syncRemoved')).waitFor();
  expect(await readSync(two)).toMatchObject({ location: null, failure: null });
  for (const page of [first, second]) expect(await readEntries(page)).toHaveLength(1);
});

test('what another device removed from the server is put there again', async () => {
  const { first, second } = await pair();
  await second.getByRole('button', { name: messagePattern('syncRemoveServer') }).click();
  await second.getByRole('button', { name: messagePattern('syncRemoveYes') }).click();
  await second.getByText(messagePattern('syncRemoved')).waitFor();
  expect((await syncNow(one, first)).failure?.fault).toBe('emptied');
  const before = Date.now();
  await first.getByRole('button', { name: messagePattern('syncPutAgain') }).click();
  await expect.poll(async () => (await readSync(one)).last?.at ?? 0).toBeGreaterThan(before);
  expect(await readSync(one)).toMatchObject({ failure: null, waiting: 0 });
  expect(await readEntries(first)).toHaveLength(1);
});

/** In the page: chooses a folder of the browser's own in the place of one of the disk, which no test can click. */
function chooseOwnFolder(): void {
  const choose = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle('Marquee', { create: true });
  Object.assign(globalThis, { showDirectoryPicker: choose });
}

const listOwnFolder = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const name of (await root.getDirectoryHandle('Marquee')).keys()) names.push(name);
    return names.sort();
  });

test('a folder is chosen, written to, and emptied again', async () => {
  await sendAsPage(one, 'logEntry', { film, entry: { watchedOn: '2024-01-14' }, origin: 'popup' });
  const page = await openSync(one);
  await page.addInitScript(chooseOwnFolder);
  await page.reload();
  await page.getByRole('radio', { name: messagePattern('syncFolder'), exact: true }).check();
  await page.getByRole('button', { name: messagePattern('syncFolderChoose') }).click();
  await page.getByText('Marquee', { exact: true }).waitFor();
  await page.getByRole('button', { name: messagePattern('syncBegin') }).click();
  await expect.poll(async () => (await readSync(one)).last?.sent).toBeGreaterThan(0);
  expect(await listOwnFolder(page)).toContain('marquee-sync.json');
  await page.getByRole('button', { name: messagePattern('syncRemoveFolder') }).click();
  await page.getByRole('button', { name: messagePattern('syncRemoveYes') }).click();
  await page.getByText(messagePattern('syncRemoved')).waitFor();
  expect(await listOwnFolder(page)).toEqual([]);
  expect(await readEntries(page)).toHaveLength(1);
});

/**
 * In a page or the worker: folders need a permission that is taken back by a file beside them, as Chromium has it for folders of
 * the disk. Those of the browser's own are always granted, and no test can answer a prompt.
 */
function needPermission(): void {
  const findBlock = async (): Promise<boolean> => {
    const root = await navigator.storage.getDirectory();
    return root.getFileHandle('taken-back').then(
      () => true,
      () => false,
    );
  };
  Object.assign(FileSystemHandle.prototype, {
    queryPermission: async () => ((await findBlock()) ? 'prompt' : 'granted'),
    requestPermission: async () => {
      // Chromium throws without a click.
      if (!navigator.userActivation.isActive) throw new DOMException('no click', 'SecurityError');
      const root = await navigator.storage.getDirectory();
      if (await findBlock()) await root.removeEntry('taken-back');
      return 'granted';
    },
  });
}

test('a folder whose permission was taken back waits, says so, and is synced after one click', async () => {
  const page = await openSync(one);
  await page.addInitScript(chooseOwnFolder);
  await page.addInitScript(needPermission);
  const [worker] = one.context.serviceWorkers();
  await worker?.evaluate(needPermission);
  await page.reload();
  await page.getByRole('radio', { name: messagePattern('syncFolder'), exact: true }).check();
  await page.getByRole('button', { name: messagePattern('syncFolderChoose') }).click();
  await page.getByText('Marquee', { exact: true }).waitFor();
  await page.getByRole('button', { name: messagePattern('syncBegin') }).click();
  await expect.poll(async () => (await readSync(one)).last).not.toBeNull();
  await page.evaluate(async () => {
    await (await navigator.storage.getDirectory()).getFileHandle('taken-back', { create: true });
  });
  await sendAsPage(one, 'logEntry', { film, entry: { watchedOn: '2024-01-14' }, origin: 'popup' });
  expect((await syncNow(one, page)).failure?.fault).toBe('no-permission');
  await page.locator('.sync-notice', { hasText: 'asks for permission to use this folder' }).waitFor();
  await page.getByRole('button', { name: messagePattern('syncAllow') }).click();
  await expect.poll(async () => (await readSync(one)).failure).toBeNull();
  expect(await readSync(one)).toMatchObject({ waiting: 0 });
});
