// Visits the sample site without a window and prints the badges of each page.
import { mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { readBadges, type BadgeReading } from '../../tests/e2e/badges.ts';
import { launchExtension, type ExtensionBrowser } from '../../tests/e2e/browser.ts';
import { filmHost } from '../../tests/site/film-site.ts';
import { films, otherWorks } from '../../tests/site/films.ts';
import { blogHost } from '../../tests/site/review-blog.ts';
import type { SiteServer } from '../../tests/site/server.ts';

interface Stop {
  name: string;
  url: string;
  /** The least number of badges; 0 means that there must be none. */
  least: number;
}

const onFilms = (path: string) => `https://${filmHost}${path}`;
const screenshots = resolve('.output/screenshots');

const stops: Stop[] = [
  { name: 'list', url: onFilms('/'), least: 40 },
  { name: 'scroll', url: onFilms('/scroll/'), least: 8 },
  { name: 'film', url: onFilms('/films/inception-2010/'), least: 1 },
  { name: 'remake', url: onFilms('/films/king-kong-2005/'), least: 1 },
  { name: 'microdata', url: onFilms('/films/memento-2001/'), least: 1 },
  { name: 'open-graph', url: onFilms('/films/ratatouille-2007/'), least: 1 },
  { name: 'broken-data', url: onFilms('/films/district-9-2009/'), least: 1 },
  { name: 'route', url: onFilms('/tour/jaws-1975/'), least: 1 },
  { name: 'review', url: `https://${blogHost}/inception-review/`, least: 1 },
  ...otherWorks.map(({ label, path }) => ({ name: label.toLowerCase(), url: onFilms(path), least: 0 })),
  { name: 'about', url: onFilms('/about/'), least: 0 },
];

/** Prints a line per page and takes a screenshot. Returns the exit code: 1 if a page has too few badges, or too many. */
export async function tourSampleSite(site: SiteServer): Promise<number> {
  mkdirSync(screenshots, { recursive: true });
  const browser = await launchExtension({ site });
  try {
    console.log(
      `There is no display. ${films.length} films are on the sample site; Marquee shows these badges:\n`,
    );
    console.log(formatRow('page', 'badges', 'for example'));
    const outcomes: boolean[] = [];
    for (const stop of stops) outcomes.push(await visit(browser, stop));
    outcomes.push(await showPopup(browser));
    console.log(`\nPictures are in ${relative(process.cwd(), screenshots)}/.`);
    return outcomes.every(Boolean) ? 0 : 1;
  } finally {
    await browser.close();
  }
}

async function visit(browser: ExtensionBrowser, { name, url, least }: Stop): Promise<boolean> {
  const page = await browser.open(url);
  const badges = await settledBadges(page, least);
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
  await page.close();
  const isRight = least === 0 ? badges.length === 0 : badges.length >= least;
  console.log(formatRow(new URL(url).pathname, String(badges.length), formatExample(badges), isRight));
  return isRight;
}

/** Returns the badges when there are at least `least` and their number is stable, or after 10 seconds. */
async function settledBadges(page: Page, least: number): Promise<BadgeReading[]> {
  const end = Date.now() + 10_000;
  let badges = await readBadges(page);
  for (let quiet = 0; quiet < 3 && Date.now() < end;) {
    await page.waitForTimeout(400);
    const now = await readBadges(page);
    quiet = now.length === badges.length && now.length >= least ? quiet + 1 : 0;
    badges = now;
  }
  return badges;
}

/** Takes a screenshot of the popup on a film's page. Returns whether the popup shows that film. */
async function showPopup(browser: ExtensionBrowser): Promise<boolean> {
  const page = await browser.open(onFilms('/films/inception-2010/'));
  await settledBadges(page, 1);
  const popup = await browser.openPopup(page);
  await popup.setViewportSize({ width: 380, height: 600 });
  const shown = await popup
    .getByRole('slider', { name: /Inception/ })
    .waitFor({ timeout: 10_000 })
    .then(
      () => true,
      () => false,
    );
  await popup.screenshot({ path: join(screenshots, 'popup.png') });
  console.log(
    formatRow('popup', '', shown ? 'shows Inception, ready to be rated' : 'did not show the film', shown),
  );
  return shown;
}

function formatExample([first]: BadgeReading[]): string {
  if (!first) return 'no badge';
  return `${first.label || first.text} (next to “${first.nearby.slice(0, 40)}”)`;
}

function formatRow(page: string, badges: string, example: string, isRight = true): string {
  return `${isRight ? ' ' : '✗'} ${page.padEnd(28)} ${badges.padStart(6)}  ${example}`;
}
