// A choice on the options page takes effect at once on every open page and popup.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSampleRatings, ratingsHost, sampleTenthsOf } from '../site/ratings.ts';
import { startSite, type SiteServer } from '../site/server.ts';
import { hoverBadge, readBadges, waitForBadges, waitForBadgeText, waitForDetails } from './badges.ts';
import { grantedBuild, launchExtension, type ExtensionBrowser } from './browser.ts';
import { messagePattern } from './messages.ts';
import { rate } from './popup.ts';

let site: SiteServer;
let browser: ExtensionBrowser;
let film: Page;
let popup: Page;
let log: Page;
let options: Page;

beforeAll(async () => {
  site = await startSite();
  site.serve(ratingsHost, makeSampleRatings());
  browser = await launchExtension({ site, extension: grantedBuild });
  options = await browser.openOwn('options.html');
  await options.getByRole('button', { name: messagePattern('ratingsGet') }).click();
  await options.getByText(messagePattern('ratingsDone')).first().waitFor({ state: 'attached' });
  film = await browser.open('https://films.marquee.example/films/inception-2010/');
  await waitForBadges(film);
  popup = await browser.openPopup(film);
  await popup
    .getByText(/Rotten Tomatoes/)
    .first()
    .waitFor();
  await popup.getByRole('button', { name: messagePattern('ownWatchlist') }).click();
  log = await browser.openOwn('log.html#watchlist');
  await log.locator('.watchlist-row').first().waitFor();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Rotten Tomatoes' figures of 2020 are in the package; IMDb's is made up. */
const imdbScore = (sampleTenthsOf(1_375_666) / 10).toFixed(1);

const choose = (key: string): Promise<void> =>
  options.getByRole('radio', { name: messagePattern(key) }).check();
/** Opens the details with the pointer, reads their text, and closes them. */
async function readDetails(wanted: RegExp): Promise<string> {
  await film.bringToFront();
  await hoverBadge(film);
  const { text } = await waitForDetails(film, wanted);
  await film.keyboard.press('Escape');
  await film.mouse.move(900, 700);
  await expect.poll(async () => (await readBadges(film))[0]?.text.length).toBeLessThan(text.length);
  return text;
}
const textOf = (page: Page): Promise<string> => page.locator('main').innerText();

/** The lists of the log page show only the user's own data: no setting adds scores to it. */
async function expectNoScoreInLog(): Promise<void> {
  expect(await textOf(log)).not.toMatch(/IMDb|Rotten Tomatoes/);
}

test('the preferred score applies to badges and details', async () => {
  await waitForBadgeText(film, /^Inception: critics .*; audience /i);
  await choose('scoreAudience');
  await waitForBadgeText(film, /^Inception: audience .*; critics /i);
  expect(await readDetails(/IMDb/)).toMatch(/IMDb.*Rotten Tomatoes/);
  await choose('scoreCritics');
  await waitForBadgeText(film, /^Inception: critics .*; audience /i);
  expect(await readDetails(/IMDb/)).toMatch(/Rotten Tomatoes.*IMDb/);

  const source = options.getByRole('combobox', { name: messagePattern('optionsSource') });
  await source.selectOption('imdb');
  await waitForBadgeText(film, /^Inception: audience .*IMDb; critics /i);
  expect(await readDetails(/IMDb/)).toMatch(/IMDb.*Rotten Tomatoes/);
  await source.selectOption('');
  await waitForBadgeText(film, /^Inception: critics .*; audience /i);
});

test('the scale applies to all scores', async () => {
  const onOwnScale = new RegExp(String.raw`${imdbScore}\s*/\s*10\b`);
  expect(await textOf(popup)).toMatch(onOwnScale);
  await choose('optionsScaleHundred');
  await waitForBadgeText(film, /audience \d\d of 100/i);
  expect(await readDetails(/IMDb/)).toMatch(/\d\d \/100/);
  await expect.poll(() => textOf(popup)).toMatch(/\d\d\s*\/\s*100/);
  await expectNoScoreInLog();
  await choose('optionsScaleOwn');
  await waitForBadgeText(film, new RegExp(`audience ${imdbScore} of 10\\b`, 'i'));
  await expect.poll(() => textOf(popup)).toMatch(onOwnScale);
});

test('scores are hidden until the film is seen', async () => {
  const hide = options.getByRole('switch', { name: messagePattern('optionsHide') });
  await hide.click();
  const hidden = await waitForBadgeText(film, /hidden/i);
  expect(hidden.label + hidden.text).not.toMatch(/\d/);
  // The details name the sources, without their figures.
  const details = await readDetails(/Rotten Tomatoes/);
  expect(details).not.toMatch(new RegExp(`${imdbScore}|87 ?%|91 ?%`));
  await popup.getByText(messagePattern('badgeScoresHidden')).waitFor();
  expect(await textOf(popup)).not.toMatch(/IMDb|Rotten Tomatoes/);
  await expectNoScoreInLog();

  await rate(popup, /Inception/, 4);
  await expect.poll(() => textOf(popup)).toMatch(/Rotten Tomatoes/);
  expect(await readDetails(/Rotten Tomatoes/)).toMatch(/IMDb/);
  await popup
    .getByRole('button', { name: messagePattern('statusUndo') })
    .first()
    .click();
  await waitForBadgeText(film, /hidden/i);
  await popup.getByText(messagePattern('badgeScoresHidden')).waitFor();
  await hide.click();
  await waitForBadgeText(film, /^Inception: critics .*; audience /i);
  await expect.poll(() => textOf(popup)).toMatch(/Rotten Tomatoes/);
});
