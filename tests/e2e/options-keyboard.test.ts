// The options and the welcome page by keyboard alone, with axe in each state.
import type { CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildCatalogue } from '../../lib/catalogue/testing/build-catalogue.ts';
import { makeFilm } from '../../lib/films/make-film.ts';
import { shardPath } from '../../lib/catalogue/manifest.ts';
import { startSite, type SiteServer } from '../site/server.ts';
import { createSampleServices, sampleKey, serviceHosts } from '../site/services.ts';
import { listViolationsInBoth } from './axe.ts';
import { waitForBadges } from './badges.ts';
import { grantedBuild, launchExtension, type ExtensionBrowser } from './browser.ts';
import { createKeys, type Keys } from './keys.ts';
import { messagePattern } from './messages.ts';
import { readStore } from './popup.ts';

const catalogueUrl = 'https://films.marquee.example/catalogue/';
const blogUrl = 'https://blog.marquee.example/';
/** A badge's label has each figure within a sentence, and the welcome page shows a badge. */
const figuresInName = ['label-content-name-mismatch'];

let site: SiteServer;
let browser: ExtensionBrowser;
let page: Page;
let tabTo: Keys['tabTo'];
let press: Keys['press'];
let type: Keys['type'];

beforeAll(async () => {
  site = await startSite();
  const services = createSampleServices();
  for (const host of serviceHosts) site.serve(host, services.handlers[host]);
  await publishCatalogue();
  browser = await launchExtension({ site, extension: grantedBuild });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  await page?.close();
  await openOptions();
});

async function openOptions(): Promise<void> {
  page = await browser.openOwn('options.html');
  ({ tabTo, press, type } = createKeys(page));
  await page.locator('#source-tmdb').waitFor();
}

/** Publishes a catalogue on a host as plain files. */
async function publishCatalogue(): Promise<void> {
  const films = Array.from({ length: 60 }, (_, at) => ({
    film: makeFilm({ title: `Film ${at} of many`, year: 1950 + at }),
    scores: [],
  }));
  const info = { id: 'club', name: 'Film club', asOf: '2026-10-01', licence: 'CC0-1.0' };
  const head = { ...info, attribution: null, note: null };
  const { manifest, shards } = await buildCatalogue(films, head, { minFilmsPerShard: 50 });
  const headers = { 'content-type': 'application/json' };
  site.put(`${catalogueUrl}manifest.json`, { headers, body: JSON.stringify(manifest) });
  for (const [prefix, body] of shards)
    site.put(catalogueUrl + shardPath(prefix, manifest.shards[prefix] ?? ''), { body });
}

const card = (id: string): Locator =>
  page.locator(id.startsWith('source-') ? `#${id}` : `section:has(> #${id}, > .card-head #${id})`);
const button = (key: string, within: Page | Locator = page): Locator =>
  within.getByRole('button', { name: messagePattern(key) }).first();
const status = (within: Locator, key: string): Promise<void> =>
  within.getByRole('status').getByText(messagePattern(key)).waitFor();

/** Checks that the focus is in a part of the page, and so was not lost when an element was removed. */
async function expectFocusIn(part: Locator): Promise<void> {
  await expect.poll(() => part.evaluate((element) => element.contains(document.activeElement))).toBe(true);
}

async function expectNoViolations(): Promise<void> {
  expect(await listViolationsInBoth(page)).toEqual([]);
}

test('switches a source on and off', async () => {
  const wikidata = card('source-wikidata');
  const toggle = wikidata.getByRole('switch');
  await press(toggle, 'Space');
  await wikidata.getByText(messagePattern('sourceIsOn')).waitFor();
  expect(await toggle.isChecked()).toBe(true);
  await expectFocusIn(wikidata);
  await expectNoViolations();
  await page.reload();
  expect(await toggle.isChecked()).toBe(true);
  await press(toggle, 'Space');
  await wikidata.getByText(messagePattern('sourceIsOff')).waitFor();
});

test('rejects a wrong key, and saves, replaces and removes a right one', async () => {
  const omdb = card('source-omdb');
  const field = omdb.getByLabel(messagePattern('keyLabel'));
  await type(field, 'no-key');
  await page.keyboard.press('Enter');
  await status(omdb, 'keyRefused');
  await expectFocusIn(omdb);
  await expectNoViolations();

  await type(field, sampleKey);
  await press(button('keySet', omdb));
  await status(omdb, 'keyWorks');
  await expectFocusIn(omdb);
  await expectNoViolations();
  await press(button('keyReplace', omdb), 'Space');
  await type(field, sampleKey);
  await page.keyboard.press('Enter');
  await status(omdb, 'keyWorks');
  await press(button('keyRemoveOf', omdb));
  await status(omdb, 'keyRemoved');
  await expectFocusIn(omdb);
  await field.waitFor();
});

test('follows, pauses, checks and removes a site, also while it fails', async () => {
  const part = card('followed-sites');
  const row = part.locator('.followed').filter({ hasText: 'Second Reel' });
  await type(part.getByRole('textbox'), blogUrl);
  await press(button('followSite', part));
  await status(part, 'followDone');
  await row.waitFor();
  await expectFocusIn(part);

  await press(button('sitePauseOf', row));
  await status(part, 'sitePausedDone');
  await expectFocusIn(row);
  await press(button('siteResumeOf', row));
  await status(part, 'siteResumed');

  site.setOffline(true);
  await press(button('siteFetchNowOf', row));
  await row
    .getByText(messagePattern('siteFailing'))
    .or(row.getByText(messagePattern('siteFailingUntil')))
    .waitFor();
  site.setOffline(false);
  await expectFocusIn(row);
  await expectNoViolations();

  await press(button('removeNamed', row));
  await status(part, 'siteRemoved');
  await row.waitFor({ state: 'detached' });
  await expectFocusIn(part);
  await press(button('statusUndo', part));
  await row.waitFor();
  await press(button('removeNamed', row));
  await row.waitFor({ state: 'detached' });
  const followed = await readStore(page, 'followedSites');
  expect(followed.filter(({ deleted }) => deleted === null)).toEqual([]);
});

test('adds a published catalogue by its address and removes it', async () => {
  const part = card('catalogues');
  const row = part.locator('.followed').filter({ hasText: 'Film club' });
  await type(part.getByRole('textbox'), catalogueUrl);
  await page.keyboard.press('Enter');
  await row.waitFor();
  await status(part, 'catalogueAdded_other');
  await expectFocusIn(part);
  await press(button('removeNamed', row));
  await status(part, 'catalogueRemoved');
  await row.waitFor({ state: 'detached' });
  await expectFocusIn(part);
});

test('cancels the import of a table, then imports it after mapping its columns', async () => {
  const part = card('catalogues');
  const text = 'Film,Year,Points\nThe Long Reel,1999,71\nA Short Reel,2003,55\n';
  const choose = async (): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await press(part.locator('input[type="file"]').nth(1));
    const file = { name: 'club.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
    await (await chooser).setFiles(file);
    await part.getByRole('table').waitFor();
    await expectFocusIn(part);
  };
  await choose();
  await expectNoViolations();
  await press(button('formCancel', part));
  await part.getByRole('table').waitFor({ state: 'detached' });
  await expectFocusIn(part);

  await choose();
  const column = part.getByRole('combobox', { name: messagePattern('mapColumn') });
  await tabTo(column.first());
  await page.keyboard.type('Title');
  expect(await column.first().inputValue()).toBe('title');
  const paused = await pauseWorkers(page);
  await press(button('mapStart', part));
  await part.getByRole('progressbar').waitFor();
  await expectFocusIn(part);
  await expectNoViolations();
  expect(await part.getByRole('progressbar').isVisible()).toBe(true);
  await paused.detach();
  await part.getByRole('status').getByText(messagePattern('catalogueAdded_other')).waitFor();
  await expectFocusIn(part);
  await expectNoViolations();
  await press(button('removeNamed', part.locator('.followed').filter({ hasText: 'club' })));
  await status(part, 'catalogueRemoved');
});

test('clears the cache', async () => {
  const film = await browser.open('https://films.marquee.example/films/inception-2010/');
  await waitForBadges(film);
  await film.close();
  const part = card('storage');
  const clear = button('storageClear', part);
  await press(clear, 'Space');
  await status(part, 'storageCleared');
  await expectFocusIn(part);
  await expect.poll(() => clear.getAttribute('aria-disabled')).toBe(null);
});

test('skips the welcome page, opens it again from the options, and operates it', async () => {
  const welcome = await browser.openOwn('welcome.html');
  const closed = welcome.waitForEvent('close');
  await welcome.locator('h1:focus').waitFor();
  await welcome.keyboard.press('Tab');
  await welcome.locator('button.skip:focus').waitFor();
  // The page closes before the key is released.
  await Promise.allSettled([welcome.keyboard.press('Enter')]);
  await closed;

  await press(page.getByRole('link', { name: messagePattern('optionsWelcome') }));
  await page.getByRole('heading', { level: 1, name: messagePattern('welcomeHeading') }).waitFor();
  const toggle = page.getByRole('switch');
  await press(toggle, 'Space');
  await expect.poll(() => toggle.isChecked()).toBe(true);
  await expect.poll(() => toggle.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.getByText('Anatomy of a Fall').first().waitFor();
  expect(await listViolationsInBoth(page, figuresInName)).toEqual([]);
  await press(toggle, 'Space');
  await expect.poll(() => toggle.isChecked()).toBe(false);
  await press(page.getByRole('link', { name: messagePattern('welcomeKeyAct') }));
  await page.waitForURL(/options\.html#sources$/);
});

/** Pauses new workers of a page: they wait for a debugger until the session is detached. */
async function pauseWorkers(of: Page): Promise<CDPSession> {
  const session = await of.context().newCDPSession(of);
  const options = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
  await session.send('Target.setAutoAttach', options);
  return session;
}
