// Visits the sample site without a window, before and after the click on "Get today's scores", and prints the badges.
import { mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { readBadges } from '../../tests/e2e/badges.ts';
import { launchExtension, type ExtensionBrowser } from '../../tests/e2e/browser.ts';
import { messagePattern } from '../../tests/e2e/messages.ts';
import type { SiteServer } from '../../tests/site/server.ts';
import { recentFilm, stops, type Stop } from './sample-stops.ts';
import {
  describeFault,
  formatHeader,
  formatRow,
  formatTotals,
  type Count,
  type Visit,
} from './sample-table.ts';

const screenshots = resolve('.output/screenshots');

type Moment = 'before' | 'after';

/** Prints a line per page and takes screenshots. Returns the exit code: 1 if a page has too few badges, or too many. */
export async function tourSampleSite(site: SiteServer, extension: string): Promise<number> {
  mkdirSync(screenshots, { recursive: true });
  const browser = await launchExtension({ site, extension });
  try {
    const before = await visitAll(browser, 'before');
    await showOwnPages(browser, 'before');
    const isFetched = await getTodaysScores(browser);
    const after = await visitAll(browser, 'after');
    await showOwnPages(browser, 'after');
    const visits = stops.map((stop, at): Visit => ({
      stop,
      before: before[at] ?? { badges: 0, scored: 0 },
      after: after[at] ?? { badges: 0, scored: 0 },
    }));
    print(visits, isFetched);
    return isFetched && visits.every((visit) => describeFault(visit) === null) ? 0 : 1;
  } finally {
    await browser.close();
  }
}

function print(visits: Visit[], isFetched: boolean): void {
  console.log('There is no display. What a new user sees on the sample site:\n');
  console.log([formatHeader(), ...visits.map(formatRow)].join('\n'));
  console.log(`\n${formatTotals(visits)}`);
  console.log(
    isFetched
      ? '“Get today’s scores” took a file of made-up ratings from this machine, which spoke for datasets.imdbws.com.'
      : '✗ “Get today’s scores” did not get the ratings.',
  );
  console.log(`Pictures are in ${relative(process.cwd(), screenshots)}/.`);
}

const picture = (name: string, moment: Moment): string => join(screenshots, `${name}-${moment}.png`);

async function visitAll(browser: ExtensionBrowser, moment: Moment): Promise<Count[]> {
  const counts: Count[] = [];
  for (const stop of stops) {
    const page = await browser.open(stop.url);
    counts.push(await settledCount(page, stop, moment));
    await page.screenshot({ path: picture(stop.name, moment) });
    await page.close();
  }
  return counts;
}

async function countBadges(page: Page): Promise<Count> {
  const badges = await readBadges(page);
  const scored = badges.filter(({ label }) => /[:;] (?:critics|audience) /.test(label));
  return { badges: badges.length, scored: scored.length };
}

/** Returns the count when it is stable, and in the end as high as it must be, or after 10 seconds. */
async function settledCount(page: Page, stop: Stop, moment: Moment): Promise<Count> {
  const end = Date.now() + 10_000;
  const isEnough = ({ badges, scored }: Count) =>
    moment === 'before' || (badges >= stop.badges && scored >= stop.scored);
  let last = await countBadges(page);
  for (let quiet = 0; quiet < 3 && Date.now() < end;) {
    await page.waitForTimeout(400);
    const now = await countBadges(page);
    const isSame = now.badges === last.badges && now.scored === last.scored;
    quiet = isSame && isEnough(now) ? quiet + 1 : 0;
    last = now;
  }
  return last;
}

/** Clicks the button on the welcome page. Returns whether the page says that the scores are here. */
async function getTodaysScores(browser: ExtensionBrowser): Promise<boolean> {
  const page = await browser.openOwn('welcome.html');
  await page.getByRole('button', { name: messagePattern('ratingsGet') }).click();
  const isDone = await hasAppeared(page.getByText(messagePattern('ratingsDone')).first());
  await page.close();
  return isDone;
}

/** Takes pictures of the welcome page, of the popup of a recent film, and of the popup of a list. */
async function showOwnPages(browser: ExtensionBrowser, moment: Moment): Promise<void> {
  const welcome = await browser.openOwn('welcome.html');
  await welcome.getByRole('heading', { level: 1 }).first().waitFor();
  await welcome.waitForTimeout(500);
  await welcome.screenshot({ path: picture('welcome', moment), fullPage: true });
  await welcome.close();
  await showPopup(browser, 'popup', recentFilm.url, moment);
  await showPopup(browser, 'popup-list', stops[1]?.url ?? recentFilm.url, moment);
}

async function showPopup(
  browser: ExtensionBrowser,
  name: string,
  url: string,
  moment: Moment,
): Promise<void> {
  const page = await browser.open(url);
  await settledCount(page, { name, url, films: 1, badges: 0, scored: 0 }, moment);
  const popup = await browser.openPopup(page);
  await popup.setViewportSize({ width: 380, height: 600 });
  await popup.getByRole('heading').first().waitFor();
  await popup.waitForTimeout(1000);
  await popup.screenshot({ path: picture(name, moment) });
  await popup.close();
  await page.close();
}

const hasAppeared = (place: ReturnType<Page['getByText']>): Promise<boolean> =>
  place.waitFor({ state: 'attached', timeout: 30_000 }).then(
    () => true,
    () => false,
  );
