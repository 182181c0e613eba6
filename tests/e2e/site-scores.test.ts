// A score that a page of a known site states, and where it is shown from then on. Uses the shipped build.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { hoverBadge, readBadges, waitForBadges, waitForDetails } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';

const stating = 'https://letterboxd.com/film/the-lives-of-others/';
const elsewhere = 'https://www.imdb.com/title/tt0405094/';

const film = { '@type': 'Movie', name: 'The Lives of Others', releasedEvent: [{ startDate: '2006' }] };
const rating = {
  '@type': 'AggregateRating',
  ratingValue: 4.31,
  bestRating: 5,
  worstRating: 0,
  ratingCount: 4321,
};
const statingPage = `<!doctype html><html lang="en"><head><title>The Lives of Others (2006)</title>
  <meta property="og:title" content="The Lives of Others (2006)">
  <script type="application/ld+json">${JSON.stringify({ ...film, aggregateRating: rating })}</script></head>
  <body><h1 class="primaryname"><span class="name">The Lives of Others</span></h1>
  <a href="https://www.imdb.com/title/tt0405094/" data-track-action="IMDb">IMDb</a></body></html>`;
const otherPage = `<!doctype html><html lang="en"><head><title>The Lives of Others (2006) - IMDb</title>
  <meta property="og:title" content="The Lives of Others (2006)"><meta property="og:type" content="video.movie">
  </head><body><h1 data-testid="hero__pageTitle">The Lives of Others</h1></body></html>`;

let site: SiteServer;
let browser: ExtensionBrowser;
beforeAll(async () => {
  site = await startSite();
  site.put(stating, statingPage);
  site.put(elsewhere, otherPage);
  browser = await launchExtension({ site, extension: '.output/chrome-mv3' });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 30_000 });

test('the score of a page is in its popup, and then beside the film on another site', async () => {
  const before = await browser.open(elsewhere);
  await waitForBadges(before, 1);
  const [badge] = await readBadges(before);
  await before.close();

  const page = await browser.open(stating);
  await waitForBadges(page, 1);
  const popup = await browser.openPopup(page);
  await popup.getByText('On this page: Letterboxd, 4,321 votes').waitFor();
  await Promise.all([popup.close(), page.close()]);

  await browser.killWorker();
  const other = await browser.open(elsewhere);
  await waitForBadges(other, 1);
  expect((await readBadges(other)).map(({ label }) => label)).toEqual([badge?.label]);
  await hoverBadge(other);
  await waitForDetails(other, /Letterboxd/);
  const otherPopup = await browser.openPopup(other);
  await otherPopup.getByRole('link', { name: 'Letterboxd' }).waitFor();

  const options = await browser.openOwn('options.html');
  await options.getByRole('button', { name: 'Delete scores from pages' }).click();
  await options.getByText('The scores from pages are deleted.').waitFor();
  await eventually(() => otherPopup.getByRole('link', { name: 'Letterboxd' }).count()).toBe(0);
});
