// The live sources and followed sites in Chromium, with local servers that implement their protocols.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { films } from '../site/films.ts';
import { startSite, type SiteServer } from '../site/server.ts';
import { createSampleServices, omdbValue, sampleKey, serviceHosts } from '../site/services.ts';
import { waitForBadges, waitForBadgeText } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { writeCatalogueBuild, type CatalogueBuild } from './catalogue-build.ts';
import { messagePattern } from './messages.ts';
import { rate, readStore } from './popup.ts';
import { switchSourceOn } from './switch-source.ts';

const filmUrl = (slug: string) => `https://films.marquee.example/films/${slug}/`;
const blogUrl = 'https://blog.marquee.example/inception-review/';
const indexOf = (slug: string) => films.findIndex((film) => film.slug === slug);

let site: SiteServer;
let browser: ExtensionBrowser;
let build: CatalogueBuild;
const services = createSampleServices();
const opened: Page[] = [];

beforeAll(async () => {
  site = await startSite();
  for (const host of serviceHosts) site.serve(host, services.handlers[host]);
  // Films without ids: those of the local services are made up, and a film with other ids would be another film.
  const known = films.map(({ title, year, director }) => ({ title, year, directors: [director] }));
  build = await writeCatalogueBuild('chrome-mv3-granted', 'sources', known);
  browser = await launchExtension({ site, extension: build.extension });
});
afterAll(async () => {
  await browser.close();
  await site.close();
  build.remove();
});
afterEach(async () => {
  site.setOffline(false);
  services.gate = null;
  for (const page of opened.splice(0)) await page.close();
});

const keep = (page: Page) => {
  opened.push(page);
  return page;
};
const open = async (url: string) => keep(await browser.open(url));
/** Opens the popup of a film's page, and waits until it shows the film. */
async function openPopup(url: string): Promise<Page> {
  const page = await open(url);
  await waitForBadges(page);
  const popup = keep(await browser.openPopup(page));
  await popup.getByRole('slider').waitFor();
  return popup;
}
/** Polls for a state, with a limit for busy machines. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 30_000 });
const requestsTo = (host: string) => site.requests.filter((url) => new URL(url).hostname === host);
const requestsToServices = () => serviceHosts.flatMap(requestsTo);
const textOf = (page: Page) => page.locator('main').innerText();
const cardOf = (options: Page, source: string) => options.locator(`#source-${source}`);

const switchOn = async (source: string, key?: string): Promise<Page> =>
  keep(await switchSourceOn(browser, source, key));

async function switchOff(source: string): Promise<void> {
  const options = keep(await browser.openOwn('options.html'));
  const card = cardOf(options, source);
  await card.getByRole('switch').first().click();
  await card.getByText(messagePattern('sourceIsOff')).waitFor();
}

test('requests nothing from a service before it is switched on, even with every permission', async () => {
  const popup = await openPopup(filmUrl('inception-2010'));
  expect(await textOf(popup)).toMatch(/Switched off: .*OMDb/);
  await waitForBadges(await open('https://films.marquee.example/'), 40);
  await open(blogUrl);
  keep(await browser.openOwn('options.html'));
  keep(await browser.openOwn('welcome.html'));
  await browser.killWorker();
  await popup.reload();
  await popup.getByRole('slider').waitFor();
  expect(requestsToServices()).toEqual([]);
});

test('follows a review blog from one of its pages, and shows its score for the film on another site', async () => {
  const page = await open(blogUrl);
  await waitForBadges(page);
  const blog = keep(await browser.openPopup(page));
  await blog.getByRole('button', { name: messagePattern('followThisSite') }).click();
  await blog.getByText('You follow Second Reel.').waitFor();

  const popup = await openPopup(filmUrl('inception-2010'));
  const review = popup.getByRole('article').filter({ hasText: 'Second Reel' });
  await review.waitFor();
  // The feed has no score; it is read from the post's own page shortly after.
  await eventually(() => review.innerText()).toMatch(/4\.4\s*\/\s*5/);
  expect(await review.getByRole('link').getAttribute('href')).toBe(blogUrl);

  await browser.killWorker();
  const options = keep(await browser.openOwn('options.html'));
  const row = options.locator('.followed').filter({ hasText: 'Second Reel' });
  await row.waitFor();
  expect(await row.innerText()).toMatch(/WordPress · \d+ reviews/);
  expect(requestsToServices()).toEqual([]);
});

test('OMDb: checks the key, shows scores, and after the limit is reached says until when and keeps stored scores', async () => {
  const options = keep(await browser.openOwn('options.html'));
  const card = cardOf(options, 'omdb');
  await card.getByLabel(messagePattern('keyLabel')).fill('not-a-key');
  await card.getByRole('button', { name: messagePattern('keySet') }).click();
  await card.getByText(messagePattern('keyRefused')).waitFor();
  await switchOn('omdb', sampleKey);

  const popup = await openPopup(filmUrl('inception-2010'));
  const value = omdbValue(indexOf('inception-2010'));
  await eventually(() => textOf(popup)).toContain('12,345 votes');
  expect(await textOf(popup)).toContain(value);
  expect(await textOf(popup)).toContain('Data from OMDb, for non-commercial use.');

  services.omdbLeft = 0;
  const spent = await openPopup(filmUrl('jaws-1975'));
  await spent.getByText(messagePattern('sourceLimitReachedUntil')).waitFor();
  expect(await textOf(spent)).toMatch(/Rotten Tomatoes/);
  await options.reload();
  await card.getByText(messagePattern('sourceIsSpentUntil')).waitFor();
  expect(await card.innerText()).toMatch(/requests today, \d+ left/);

  const before = requestsTo('www.omdbapi.com').length;
  await browser.killWorker();
  const other = await openPopup(filmUrl('memento-2000'));
  await other.getByText(messagePattern('sourceLimitReachedUntil')).waitFor();
  await popup.reload();
  await eventually(() => textOf(popup)).toContain('12,345 votes');
  expect(requestsTo('www.omdbapi.com')).toHaveLength(before);
  // The key is not on the page in any form.
  expect(await options.content()).not.toContain(sampleKey);
  await switchOff('omdb');
});

test('Wikidata: requests the films of a list together and no film twice', async () => {
  await switchOn('wikidata');
  const list = await open('https://films.marquee.example/');
  await waitForBadges(list, 40);
  const popup = await openPopup(filmUrl('fargo-1996'));
  await popup
    .getByText(/Rotten Tomatoes/)
    .first()
    .waitFor();
  await eventually(() => textOf(popup)).not.toMatch(/being updated|loading/);
  const names = requestsTo('query.wikidata.org').flatMap((url) => {
    const query = new URL(url).searchParams.get('query') ?? '';
    return [...query.matchAll(/"([^"]+)"@en/g)].map(([, name]) => name);
  });
  expect(names).toContain('Fargo');
  // A title that two films have may be in two requests. Films are asked for by their other titles too.
  const countFilmsNamed = (name: string | undefined) => films.filter(({ title }) => title === name).length;
  for (const name of new Set(names))
    expect(names.filter((one) => one === name).length, name).toBeLessThanOrEqual(
      Math.max(1, countFilmsNamed(name)),
    );
  // A batch of fifty is asked for by ids, then what has none by titles; the opened film likewise.
  expect(requestsTo('query.wikidata.org').length).toBeLessThanOrEqual(2 * Math.ceil(films.length / 50) + 2);
  await switchOff('wikidata');
});

test('a server that is down: the popup says so and shows local scores, and when it is up again the source is used again', async () => {
  await switchOn('tmdb', sampleKey);
  const page = await open('https://films.marquee.example/about/');
  const popup = keep(await browser.openPopup(page));
  await popup.getByRole('heading', { name: messagePattern('popupNoFilm') }).waitFor();
  site.setOffline(true);
  await popup.getByLabel(messagePattern('popupFind')).fill('Alien 1979');
  await popup.getByRole('option').first().click();
  await popup.getByText(messagePattern('sourceFailed')).waitFor();
  expect(await textOf(popup)).toMatch(/Rotten Tomatoes/);
  await rate(popup, /Alien/, 4);
  const options = keep(await browser.openOwn('options.html'));
  await cardOf(options, 'tmdb').getByText(messagePattern('sourceIsFailing')).waitFor();

  site.setOffline(false);
  const online = await openPopup(filmUrl('blade-runner-1982'));
  await eventually(() => textOf(online)).toContain('4,321 votes');
  await eventually(() => textOf(online)).toContain('A member’s words about Blade Runner');
  expect(await textOf(online)).toMatch(/not endorsed, certified, or otherwise approved by TMDB/);
});

test('when the worker is killed during a request nothing is lost, and the next popup sends it again', async () => {
  let release = (): void => undefined;
  services.gate = new Promise((resolve) => (release = resolve));
  const popup = await openPopup(filmUrl('atonement-2007'));
  await popup.getByText(messagePattern('sourceAsking')).waitFor();
  await rate(popup, /Atonement/, 3.5);
  const countRequests = () =>
    requestsTo('api.themoviedb.org').filter((url) => url.includes('Atonement')).length;
  await eventually(countRequests).toBe(1);
  await browser.killWorker();
  services.gate = null;
  release();
  await popup.reload();
  await eventually(() => textOf(popup)).toContain('4,321 votes');
  expect(countRequests()).toBe(2);
  const ratings = await readStore(popup, 'ratings');
  expect(ratings.map(({ value }) => value).sort()).toEqual([7, 8]);
  const page = opened.find((one) => one.url() === filmUrl('atonement-2007')) ?? popup;
  await waitForBadgeText(page, /3½|3\.5/);
});
