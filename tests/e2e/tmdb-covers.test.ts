// Covers from TMDB in Chromium, with a local server that has its API and its pictures.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { films } from '../site/films.ts';
import { startSite, type SiteServer } from '../site/server.ts';
import { createSampleServices, sampleKey, serviceHosts } from '../site/services.ts';
import { listViolationsInBoth } from './axe.ts';
import { waitForBadges } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { writeCatalogueBuild, type CatalogueBuild } from './catalogue-build.ts';
import { messagePattern } from './messages.ts';
import { rate } from './popup.ts';
import { switchSourceOn } from './switch-source.ts';

const withJsonLd = films.filter(({ markup, year }) => markup === 'json-ld' && year < 2015);
const shown = withJsonLd.find(({ slug }) => slug === 'inception-2010');
const missing = withJsonLd.find((film) => film !== shown);
const filmUrl = (slug = ''): string => `https://films.marquee.example/films/${slug}/`;
const services = createSampleServices();
const opened: Page[] = [];
let site: SiteServer;
let browser: ExtensionBrowser;
let build: CatalogueBuild;

beforeAll(async () => {
  site = await startSite();
  for (const host of serviceHosts) site.serve(host, services.handlers[host]);
  services.withoutPoster.add(missing?.title ?? '');
  const known = films.map(({ title, year, director }) => ({ title, year, directors: [director] }));
  build = await writeCatalogueBuild('chrome-mv3-granted', 'tmdb-covers', known);
  browser = await launchExtension({ site, extension: build.extension });
  await (await switchSourceOn(browser, 'tmdb', sampleKey)).close();
});
afterAll(async () => {
  await browser.close();
  await site.close();
  build.remove();
});
afterEach(async () => {
  for (const page of opened.splice(0)) await page.close();
});

const requestsForPictures = (): string[] =>
  site.requests.filter((url) => new URL(url).hostname === 'image.tmdb.org');

/** Opens the popup on a film's page, and what that page itself asked for. */
async function openFilm(slug = ''): Promise<{ popup: Page; asked: string[] }> {
  const page = await browser.open(filmUrl(slug));
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  await waitForBadges(page);
  const popup = await browser.openPopup(page);
  opened.push(page, popup);
  await popup.getByRole('slider').waitFor();
  return { popup, asked };
}

async function switchPictures(): Promise<void> {
  const options = await browser.openOwn('options.html');
  opened.push(options);
  const card = options.locator('#source-tmdb');
  await card.getByRole('switch', { name: messagePattern('picturesTmdb') }).click();
  expect(await listViolationsInBoth(options)).toEqual([]);
}

test('while they are off TMDB is asked for no picture, although it answers about the film', async () => {
  const { popup } = await openFilm(shown?.slug);
  await popup.getByText('TMDB', { exact: true }).first().waitFor();
  expect(await popup.locator('.film-head svg.cover').count()).toBe(1);
  expect(requestsForPictures()).toEqual([]);
});

test('once they are on the popup, the log and the film’s page show the poster, fetched once and not by the page, with TMDB’s terms', async () => {
  await switchPictures();
  const { popup, asked } = await openFilm(shown?.slug);
  const cover = popup.locator('.film-head img.cover');
  await cover.waitFor({ state: 'attached' });
  const source = (await cover.getAttribute('src')) ?? '';
  expect(source).toMatch(/^data:image\/png;base64,/);
  expect(await cover.evaluate((image: HTMLImageElement) => image.naturalHeight)).toBe(3);
  await popup
    .getByRole('link', { name: messagePattern('sourceTermsTmdb') })
    .first()
    .waitFor();
  await rate(popup, messagePattern('ownRatingOf'), 4);
  const log = await browser.openOwn('log.html#films');
  opened.push(log);
  await log.locator('main img.cover').first().waitFor();
  expect(await log.locator('main img.cover').first().getAttribute('src')).toBe(source);
  await log
    .locator('nav')
    .getByRole('link', { name: messagePattern('sourceTermsTmdb') })
    .waitFor();
  await log.locator('.film-grid [data-row]').first().click();
  await log.locator('.film-top img.cover').waitFor();
  await log
    .locator('main')
    .getByRole('link', { name: messagePattern('sourceTermsTmdb') })
    .first()
    .waitFor();
  expect(requestsForPictures()).toHaveLength(1);
  expect(asked.filter((url) => url.includes('tmdb.org'))).toEqual([]);
});

test('a film whose picture is not there keeps its drawn cover, and is not asked for again', async () => {
  const before = requestsForPictures().length;
  const { popup } = await openFilm(missing?.slug);
  await expect.poll(() => requestsForPictures().length, { timeout: 30_000 }).toBe(before + 1);
  const again = await openFilm(missing?.slug);
  await again.popup.getByText('TMDB', { exact: true }).first().waitFor();
  for (const view of [popup, again.popup]) expect(await view.locator('.film-head svg.cover').count()).toBe(1);
  expect(requestsForPictures()).toHaveLength(before + 1);
});

test('once they are off again the drawn covers are back', async () => {
  await switchPictures();
  const { popup } = await openFilm(shown?.slug);
  await popup.locator('.film-head svg.cover').waitFor({ state: 'attached' });
  expect(await popup.locator('.film-head img.cover').count()).toBe(0);
});
