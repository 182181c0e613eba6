// Two profiles of Chromium that sync over CouchDB's API, through the options page.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startCouchServer } from '../../lib/sync/remotes/testing/couchdb-server.ts';
import { startSite, type SiteServer } from '../site/server.ts';
import { grantedBuild, launchExtension, type ExtensionBrowser } from './browser.ts';
import { startCloud, type Cloud } from './cloud.ts';
import { messagePattern } from './messages.ts';
import { readStore } from './popup.ts';
import { setUpSync, syncNow } from './sync-options.ts';
import { sendAsPage } from './world.ts';

let site: SiteServer;
let cloud: Cloud;
let one: ExtensionBrowser;
let two: ExtensionBrowser;
beforeEach(async () => {
  site = await startSite();
  cloud = await startCloud(site, await startCouchServer());
  one = await launchExtension({ site, extension: grantedBuild });
  two = await launchExtension({ site, extension: grantedBuild });
});
afterEach(async () => {
  await one.close();
  await two.close();
  await site.close();
  await cloud.stop();
});

const film = { title: 'Jaws', year: 1975, refs: ['title:jaws:1975'] };

test('a rating and its change arrive, and the password can be given again', async () => {
  const access = cloud.access();
  const options = { passphrase: 'correct horse battery', isCouchdb: true };
  await sendAsPage(one, 'rateFilm', { film, value: 9 });
  const first = await setUpSync(one, access, options);
  const second = await setUpSync(two, access, options);
  const readValues = async () => (await readStore(second, 'ratings')).map(({ value }) => value);
  expect(await readValues()).toEqual([9]);
  await second.getByRole('button', { name: messagePattern('syncPasswordChange') }).click();
  await second.getByLabel(messagePattern('syncPasswordPlain'), { exact: true }).fill('another');
  await second.getByRole('button', { name: messagePattern('syncPasswordSave') }).click();
  await second.getByText('The server refused the user name or password (401).').waitFor();
  await sendAsPage(one, 'rateFilm', { film, value: 4 });
  expect((await syncNow(one, first)).last?.sent).toBeGreaterThan(0);
  expect((await syncNow(two, second)).failure).toBeNull();
  expect(await readValues()).toEqual([4]);
});
