// Firefox and Chromium that sync over one WebDAV server, if Firefox is installed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServerAccess } from '../../lib/sync/remotes/http.ts';
import { startSite, type SiteServer } from '../site/server.ts';
import { waitForBadgeText } from './badges.ts';
import { grantedBuild, launchExtension, type ExtensionBrowser } from './browser.ts';
import { startCloud, type Cloud } from './cloud.ts';
import { hasFirefox, launchFirefox, openOwn, openPopup, rateFour, readRows } from './firefox.ts';
import { findMessage, press, readText } from './firefox-pages.ts';
import { messagePattern } from './messages.ts';
import { rate } from './popup.ts';
import { setUpSync, syncNow } from './sync-options.ts';

const filmUrl = 'https://films.marquee.example/films/jaws-1975/';
const passphrase = 'correct horse battery';

let site: SiteServer;
let cloud: Cloud;
let chromium: ExtensionBrowser;
let firefox: Browser;
let profile: string;

/** Types into the field with this label, as soon as it is there. */
async function fill(page: Page, key: string, text: string): Promise<void> {
  const find = () =>
    page.evaluateHandle((source) => {
      const wanted = new RegExp(source);
      const labels = [...document.querySelectorAll<HTMLLabelElement>('.sync label[for]')];
      return labels.find(({ innerText }) => wanted.test(innerText.trim()))?.control ?? null;
    }, messagePattern(key).source);
  await expect.poll(async () => (await find()).asElement() !== null).toBe(true);
  const field = (await find()).asElement();
  await field?.evaluate((element) => (element as HTMLInputElement).focus());
  await page.keyboard.type(text);
}

/** Chooses a card. */
const choose = (page: Page, key: string): Promise<void> =>
  page.evaluate((source) => {
    const names = [...document.querySelectorAll<HTMLElement>('.sync-kind-name')];
    const name = names.find(({ innerText }) => new RegExp(source).test(innerText.trim()));
    name?.closest('label')?.click();
  }, messagePattern(key).source);

/** Sets up sync in Firefox. */
async function setUp(page: Page, { address, user, password }: ServerAccess): Promise<void> {
  await expect.poll(() => readText(page)).toMatch(findMessage('syncWhat'));
  await choose(page, 'syncWebdav');
  await fill(page, 'syncAddressWebdav', address);
  await fill(page, 'syncUser', user);
  await fill(page, 'syncPassword', password);
  await fill(page, 'syncPassphrase', passphrase);
  // Firefox asks for a permission only after a key or a click of the user.
  await page.keyboard.press('Enter');
}

describe.skipIf(!hasFirefox)('with Firefox', () => {
  beforeAll(async () => {
    site = await startSite();
    cloud = await startCloud(site);
    profile = mkdtempSync(join(tmpdir(), 'marquee-firefox-'));
    chromium = await launchExtension({ site, extension: grantedBuild });
    // What it is asked for is granted as if the user had said yes: no test can press the browser's own button.
    const prefs = { 'extensions.webextOptionalPermissionPrompts': false };
    firefox = await launchFirefox({ site, profile, prefs });
  });
  afterAll(async () => {
    await firefox.close();
    await chromium.close();
    await site.close();
    await cloud.stop();
    rmSync(profile, { recursive: true, force: true });
  });

  test('what is rated in one is on the badge in the other, both ways; a folder is off and says why', async () => {
    const access = cloud.access();
    const page = await firefox.newPage();
    await page.goto(filmUrl);
    await page.waitForSelector('marquee-badge', { timeout: 20_000 });
    const popup = await openPopup(firefox, filmUrl);
    await rateFour(popup);

    const options = await openOwn(firefox, 'options.html#sync');
    await expect.poll(() => readText(options)).toMatch(findMessage('syncFolderNot'));
    await setUp(options, access);
    await expect.poll(() => readText(options), { timeout: 60_000 }).toMatch(/Last synced today, /);

    const there = await setUpSync(chromium, access, { passphrase });
    const film = await chromium.open(filmUrl);
    await waitForBadgeText(film, /your rating 4|, you 4/);
    await rate(await chromium.openPopup(film), /Jaws/, 2);
    await syncNow(chromium, there);

    await press(options, messagePattern('syncNow'));
    const values = async (): Promise<unknown> => {
      const rows = await readRows(options, 'ratings');
      return typeof rows === 'string' ? rows : rows.map(({ value }) => value);
    };
    await expect.poll(values, { timeout: 60_000 }).toEqual([4]);
  });
});
