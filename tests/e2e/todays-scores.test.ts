// IMDb's ratings in one click, in Chromium, against a local server that speaks for the origin of IMDb's files.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Handler } from '../site/page.ts';
import { makeRatingsFile, ratingsHost, serveRatings, tenthsOf } from '../site/ratings.ts';
import { startSite, type SiteServer } from '../site/server.ts';
import { readBadges, waitForBadges } from './badges.ts';
import { grantedBuild, launchExtension, type ExtensionBrowser } from './browser.ts';
import { messagePattern } from './messages.ts';

const titles = 1_500_000;
/** A title of the file that no film data has. */
const newest = 25_000_001;
const newFilm = 'https://films.marquee.example/films/newer-than-all/';

let site: SiteServer;
let browser: ExtensionBrowser;
let options: Page;
let file: Uint8Array<ArrayBuffer>;

const page = `<!doctype html><html lang="en"><title>Newer Than All (2026)</title><h1>Newer Than All (2026)</h1>
<script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'Movie',
  name: 'Newer Than All',
  datePublished: '2026-11-01',
  sameAs: `https://www.imdb.com/title/tt${newest}/`,
})}</script><p>A film that is newer than all film data.</p></html>`;

const serve = (handler: Handler): void => site.serve(ratingsHost, handler);
const requests = () => site.requests.filter((url) => new URL(url).hostname === ratingsHost);
const press = (name: RegExp) => options.getByRole('button', { name }).click();
const alertWith = (text: RegExp) => options.getByRole('alert').filter({ hasText: text }).waitFor();

beforeAll(async () => {
  file = makeRatingsFile(titles);
  site = await startSite();
  site.put(newFilm, page);
  browser = await launchExtension({ site, extension: grantedBuild });
  options = await browser.openOwn('options.html');
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test('nothing is asked of IMDb before the click', async () => {
  await options.getByRole('button', { name: messagePattern('ratingsGet') }).waitFor();
  await browser.killWorker();
  await options.reload();
  await options.getByRole('button', { name: messagePattern('ratingsGet') }).waitFor();
  expect(requests()).toEqual([]);
});

test('each fault is named, and can be tried again at once', async () => {
  site.setOffline(true);
  await press(messagePattern('ratingsGet'));
  await alertWith(/could not be reached/);
  site.setOffline(false);
  const faults: [Handler, RegExp][] = [
    [() => ({ status: 403, body: 'no' }), /403/],
    [() => ({ status: 503, body: 'later' }), /503/],
    [() => ({ body: '<!doctype html>\n<title>Sign in</title>' }), /sign in/],
    [(request) => serveRatings(file.slice(0, file.byteLength / 2), request), /complete/],
  ];
  for (const [handler, words] of faults) {
    serve(handler);
    await press(messagePattern('ratingsTryNow'));
    await alertWith(words);
  }
});

test('a download that the end of the worker breaks off begins again, and 1,500,000 scores are here', async () => {
  const gate = Promise.withResolvers<void>();
  let asked = 0;
  serve(async (request) => {
    asked += 1;
    if (asked === 1) await gate.promise;
    return serveRatings(file, request);
  });
  const film = await browser.open(newFilm);
  await press(messagePattern('ratingsTryNow'));
  await expect.poll(() => asked).toBe(1);
  await browser.killWorker();
  gate.resolve();
  await options.reload();
  await options.getByText('1,500,000 titles', { exact: false }).waitFor();
  expect(asked).toBe(2);
  // The page that was open before follows by itself.
  await film.bringToFront();
  await waitForBadges(film, 1);
  const score = (tenthsOf(newest) / 10).toFixed(1);
  await expect.poll(async () => JSON.stringify(await readBadges(film))).toContain(score);
});

test('the same file is not sent again', async () => {
  await options.bringToFront();
  const weekly = options.getByRole('switch', { name: messagePattern('ratingsWeekly') });
  await weekly.click();
  await expect.poll(() => weekly.isChecked()).toBe(false);
  const statuses: number[] = [];
  serve((request) => {
    const answer = serveRatings(file, request);
    statuses.push(answer.status ?? 200);
    return answer;
  });
  await weekly.click();
  await expect.poll(() => statuses).toEqual([304]);
  await options.getByText('1,500,000 titles', { exact: false }).waitFor();
  // Nothing else was asked for after it. What was still on its way before is no part of this.
  expect(statuses).toEqual([304]);
});
