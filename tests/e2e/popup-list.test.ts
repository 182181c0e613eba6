// The popup of a page with several films: every film can be rated and put on the watchlist with one click.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { listViolations } from './axe.ts';
import { waitForBadges } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { messagePattern } from './messages.ts';
import { readStore } from './popup.ts';

const listUrl = 'https://films.marquee.example/new-films/';
const seriesUrl = 'https://films.marquee.example/series/severance/';
const newFilms = [
  ['Oppenheimer', 2023],
  ['Past Lives', 2023],
  ['Anatomy of a Fall', 2023],
  ['Anora', 2024],
  ['Dune: Part Two', 2024],
  ['The Quiet Harbour Road', 2025],
  ['Nine Lanterns over Vantaa', 2025],
] as const;

const html = (
  title: string,
  data: object,
  body = '',
) => `<!doctype html><html lang="en"><title>${title}</title>
<link rel="icon" href="data:,"><script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...data })}</script>
<main><h1>${title}</h1>${body}</main></html>`;

let site: SiteServer;
let browser: ExtensionBrowser;
let popup: Page;

beforeAll(async () => {
  site = await startSite();
  const items = newFilms.map(([name, year], at) => ({
    '@type': 'ListItem',
    position: at + 1,
    item: { '@type': 'Movie', name, datePublished: String(year) },
  }));
  const rows = newFilms.map(([name, year]) => `<li><h3>${name}</h3> (${year})</li>`).join('');
  site.put(listUrl, html('New films', { '@type': 'ItemList', itemListElement: items }, `<ol>${rows}</ol>`));
  site.put(seriesUrl, html('Severance', { '@type': 'TVSeries', name: 'Severance' }));
  browser = await launchExtension({ site, viewport: { width: 384, height: 600 } });
  const list = await browser.open(listUrl);
  // A popup that is opened before our script runs offers to read the page.
  await waitForBadges(list);
  popup = await browser.openPopup(list);
  await popup.locator('.page-film').first().waitFor();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const rowOf = (title: string) => popup.locator('.page-film').filter({ hasText: title });
const watchlist = (title: string) => rowOf(title).getByRole('button', { name: /watchlist/ });
/** The number of films that the head of the list, and the foot beside one of its films, say. */
const countIn = async (part: string) => Number.parseInt(await popup.locator(part).first().innerText(), 10);

test('lists every film that the page names, known or not, and counts them once', async () => {
  const titles = await popup.locator('.page-film-head .title').allInnerTexts();
  expect(titles).toEqual(newFilms.map(([title]) => title));
  expect(await countIn('h1')).toBe(7);
  expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(384);
});

test('one click rates a film, and one puts it on the watchlist, also one that no catalogue knows', async () => {
  for (const title of ['Anora', 'The Quiet Harbour Road']) {
    const stars = rowOf(title).getByRole('slider');
    const box = await rowOf(title).locator('.star-row').boundingBox();
    await stars.click({ position: { x: 12 + (box?.width ?? 0) * 0.75, y: 14 } });
    await expect.poll(() => stars.inputValue()).toBe('8');
  }
  for (const title of ['Past Lives', 'The Quiet Harbour Road']) {
    await watchlist(title).click();
    await expect.poll(() => watchlist(title).getAttribute('aria-pressed')).toBe('true');
  }
  const films = await readStore(popup, 'films');
  expect(films.map(({ title }) => title).sort()).toEqual(['Anora', 'Past Lives', 'The Quiet Harbour Road']);
  await popup.getByRole('button', { name: messagePattern('statusUndo') }).click();
  await expect.poll(() => watchlist('The Quiet Harbour Road').getAttribute('aria-pressed')).toBe('false');
  expect(await listViolations(popup)).toEqual([]);
});

test('a film opens from the list, and the back button leads to the list again', async () => {
  await popup.getByRole('button', { name: 'Anora', exact: true }).press('Enter');
  await popup.getByRole('heading', { level: 1, name: 'Anora' }).waitFor();
  expect(await countIn('.foot > :last-child')).toBe(7);
  expect(await listViolations(popup)).toEqual([]);
  await popup.getByRole('button', { name: messagePattern('popupBackToFilms_other') }).press('Enter');
  await popup.locator('.page-film').first().waitFor();
  await popup.getByRole('button', { name: 'Nine Lanterns over Vantaa', exact: true }).click();
  // The way to the right film follows in the same paragraph.
  await popup
    .getByRole('paragraph')
    .filter({ hasText: new RegExp(messagePattern('matchUnknown').source.slice(1, -1)) })
    .waitFor();
  expect(await popup.getByRole('button', { name: messagePattern('ratingsGet') }).count()).toBe(1);
  await popup.keyboard.press('Escape');
  await popup.locator('.page-film').first().waitFor();
});

test('the search suggests films over the list, and adds none before it is asked to', async () => {
  await popup.keyboard.press('/');
  await popup.keyboard.type('oppenh');
  await popup
    .getByRole('option', { name: /Oppenheimer/ })
    .first()
    .waitFor();
  expect(await listViolations(popup)).toEqual([]);
  await popup.keyboard.press('Enter');
  await popup.getByRole('heading', { level: 1, name: 'Oppenheimer' }).waitFor();
  await popup.keyboard.press('Escape');
  await popup.locator('.page-film').first().waitFor();
});

test('a page about a series says so', async () => {
  const ofSeries = await browser.openPopup(await browser.open(seriesUrl));
  await ofSeries.getByRole('heading', { name: messagePattern('popupSeries') }).waitFor();
  expect(await listViolations(ofSeries)).toEqual([]);
  await ofSeries.getByRole('button', { name: messagePattern('popupSeriesFind') }).click();
  await ofSeries.getByRole('option').last().waitFor();
});
