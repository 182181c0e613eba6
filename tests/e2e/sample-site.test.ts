import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { foldTitle } from '../../lib/films/titles/title-key.ts';
import { newFilms } from '../site/film-lists.ts';
import { films, newestFilm, otherWorks } from '../site/films.ts';
import { startSite, type SiteServer } from '../site/server.ts';
import { waitForActionPopup } from './action-popup.ts';
import {
  clickInBadge,
  hoverBadge,
  readBadges,
  type BadgeReading,
  waitForBadges,
  waitForBadgeText,
  waitForDetails,
} from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { messagePattern } from './messages.ts';

const origin = 'https://films.marquee.example';

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
const opened: Page[] = [];
afterEach(async () => {
  for (const page of opened.splice(0)) await page.close();
});

async function open(path: string): Promise<Page> {
  const page = await browser.open(new URL(path, origin).href);
  opened.push(page);
  return page;
}

const markups = [...new Map(films.map((film) => [film.markup, film])).values()];
test.each(markups)('a film page with $markup data gets one badge next to its title', async (film) => {
  const page = await open(`/films/${film.slug}/`);
  const badges = await waitForBadges(page);
  expect(badges.map(({ nearby }) => nearby)).toEqual([film.title]);
  expect(badges[0]?.label).toContain(film.title);
});

test('every film in a list gets its own badge, also a remake', async () => {
  const page = await open('/');
  const badges = await waitForBadges(page, 50);
  const near = (title: string) => badges.find(({ nearby }) => nearby.startsWith(title));
  expect(near('King Kong (1976)')?.text).not.toBe(near('King Kong (2005)')?.text);
  expect(badges.filter(({ nearby }) => nearby.startsWith('Casino Royale'))).toHaveLength(2);
  // Film data may write a title in another way: "Alien 3".
  const isOwn = ({ nearby, label }: BadgeReading) =>
    foldTitle(nearby.replace(/ \(\d{4}\)$/, '')).startsWith(foldTitle(label.split(':')[0] ?? ''));
  expect(badges.filter((badge) => !isOwn(badge))).toEqual([]);
  expect(badges.some(({ nearby }) => /the (series|game|book)/.test(nearby))).toBe(false);
});

test('in a list of titles alone no title that several films have gets a badge', async () => {
  const page = await open('/shelf/');
  const badges = await waitForBadges(page, 10);
  const titles = badges.map(({ nearby }) => nearby);
  expect(titles).toContain('2001: A Space Odyssey');
  const isOfSeveral = (title: string) => films.filter((film) => film.title === title).length > 1;
  expect(titles.filter(isOfSeveral)).toEqual([]);
});

test('original titles lead to the film, and a film that no film data has gets no badge', async () => {
  const original = await open('/original/');
  const labels = (await waitForBadges(original, 8)).map(({ label }) => label);
  for (const title of ['Amélie', 'Spirited Away', 'Parasite', 'Anatomy of a Fall'])
    expect(labels.filter((label) => label.startsWith(`${title}:`))).toHaveLength(1);
  const recent = await open('/new/');
  const titles = (await waitForBadges(recent, newFilms.length - 2)).map(({ nearby }) => nearby);
  expect(titles).not.toContainEqual(expect.stringContaining(newestFilm.title));
});

test('a list that grows on scrolling has one badge per row', async () => {
  const page = await open('/scroll/');
  await waitForBadges(page, 10);
  for (let screen = 0; screen < 12; screen++) {
    await page.mouse.wheel(0, 700);
    await page.waitForTimeout(120);
  }
  await expect.poll(() => page.locator('.rows li').count()).toBe(films.length);
  await waitForBadges(page, films.length - 5);
  const most = await page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('.rows li')].map(
        (row) => row.querySelectorAll('marquee-badge').length,
      ),
    ),
  );
  expect(most).toBe(1);
});

test('a page that writes its heading during the reading keeps its badge', async () => {
  const page = await open('/tour/jaws-1975/');
  await waitForBadgeText(page, /^Jaws/);
  // Longer than the delay before changes are read again.
  await page.waitForTimeout(1500);
  await waitForBadgeText(page, /^Jaws/);
  expect(await readBadges(page)).toHaveLength(1);
});

test('a route change without a load leaves no badge of the previous film', async () => {
  const page = await open('/tour/inception-2010/');
  await waitForBadgeText(page, /^Inception/);
  await page.getByRole('button', { name: 'Next film' }).click();
  await waitForBadgeText(page, /^Jaws/);
  expect(await readBadges(page)).toHaveLength(1);
  await page.goBack();
  await waitForBadgeText(page, /^Inception/);
  expect(await readBadges(page)).toHaveLength(1);
  await page.getByRole('button', { name: 'Back to the start' }).click();
  await expect.poll(() => page.locator('marquee-badge').count()).toBe(0);
});

test.each(otherWorks)(
  'the $label $title is not a film: it has no badge, and the popup says what it is',
  async (work) => {
    const page = await open(work.path);
    const popup = await browser.openPopup(page);
    opened.push(popup);
    const heading = work.label === 'Series' ? 'popupSeries' : 'popupNoFilm';
    await popup.getByRole('heading', { name: messagePattern(heading) }).waitFor();
    await page.waitForTimeout(500);
    expect(await readBadges(page)).toEqual([]);
  },
);

test('a review page gets a badge for its film, and the popup shows the film', async () => {
  const page = await browser.open('https://blog.marquee.example/inception-review/');
  opened.push(page);
  const badges = await waitForBadges(page);
  expect(badges.some(({ label }) => label.startsWith('Inception'))).toBe(true);
  const popup = await browser.openPopup(page);
  opened.push(popup);
  await popup.getByRole('heading', { name: 'Inception' }).first().waitFor();
});

test('hovering a badge opens its details with sources and scales, and Escape closes them', async () => {
  const page = await open('/films/inception-2010/');
  await waitForBadges(page);
  await hoverBadge(page);
  const details = await waitForDetails(page, /Rotten Tomatoes/);
  expect(details.text).toMatch(/2020/);
  expect(details.text).toMatch(/2010/);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await readBadges(page))[0]?.text).not.toMatch(/Rotten Tomatoes/);
});

test('Enter on a badge opens its details, and Escape closes them and returns the focus to the badge', async () => {
  const page = await open('/films/inception-2010/');
  await waitForBadges(page);
  for (let presses = 0; presses < 8 && !(await isBadgeFocused(page)); presses++)
    await page.keyboard.press('Tab');
  await page.waitForTimeout(500);
  expect((await readBadges(page))[0]?.text).not.toMatch(/Rotten Tomatoes/);
  await page.keyboard.press('Enter');
  await waitForDetails(page, /Rotten Tomatoes/);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await readBadges(page))[0]?.text).not.toMatch(/Rotten Tomatoes/);
  expect(await isBadgeFocused(page)).toBe(true);
});

const isBadgeFocused = (page: Page) =>
  page.evaluate(() => document.activeElement?.localName === 'marquee-badge');

test('"Rate or log" in the details opens the popup for that film', async () => {
  const page = await open('/films/jaws-1975/');
  await waitForBadges(page);
  await hoverBadge(page);
  await waitForDetails(page, /Rotten Tomatoes/);
  await clickInBadge(page, messagePattern('detailsAct'));
  expect(await waitForActionPopup(page, browser.extensionId)).toMatch(/Jaws/);
});

test('a badge is not inside a link or a button', async () => {
  const page = await open('/');
  await waitForBadges(page, 50);
  const inLinks = await page.evaluate(
    () => document.querySelectorAll('a marquee-badge, button marquee-badge').length,
  );
  expect(inLinks).toBe(0);
});

test('adds only host elements to the page, which reveal nothing to it', async () => {
  const page = await open('/films/jaws-1975/');
  await waitForBadges(page);
  const seen = await page.evaluate(() => {
    const [badge] = document.querySelectorAll('marquee-badge');
    return {
      shadow: badge?.shadowRoot ?? null,
      text: badge?.textContent,
      attributes: badge?.getAttributeNames(),
      globals: Object.keys(window).filter((name) => /marquee|wxt/i.test(name)),
      styles: document.adoptedStyleSheets.length,
    };
  });
  expect(seen).toEqual({ shadow: null, text: '', attributes: [], globals: [], styles: 0 });
});
