// An undo works after the worker was stopped: the browser stops it after half a minute, but "Undo" stays on the page.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { waitForBadges } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { messagePattern } from './messages.ts';
import { rate, readStore } from './popup.ts';

let site: SiteServer;
let browser: ExtensionBrowser;
beforeAll(async () => {
  site = await startSite();
  browser = await launchExtension({ site });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test('undoes a write after the worker was stopped', async () => {
  const film = await browser.open('https://films.marquee.example/films/inception-2010/');
  await waitForBadges(film);
  const popup = await browser.openPopup(film);
  // Whole stars need only one write.
  await rate(popup, /Inception/, 4);
  const live = async () =>
    (await readStore(popup, 'ratings')).filter(({ deleted, value }) => deleted === null && value !== null);
  expect(await live()).toMatchObject([{ value: 8 }]);
  await browser.killWorker();
  await popup
    .getByRole('button', { name: messagePattern('statusUndo') })
    .first()
    .click();
  await popup.getByText(messagePattern('statusUndone')).first().waitFor();
  expect(await live()).toEqual([]);
});
