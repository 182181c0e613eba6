import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { readBadges } from './badges.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { recycling, recyclingRows, rowHeight } from './pages/recycling.ts';
import { writeCatalogueBuild, type CatalogueBuild } from './catalogue-build.ts';

const stops = 12;
const viewport = { width: 1000, height: 800 };
const lastTop = recyclingRows.length * rowHeight - viewport.height;

let site: SiteServer;
let browser: ExtensionBrowser;
let build: CatalogueBuild;
beforeAll(async () => {
  build = await writeCatalogueBuild('chrome-mv3-sample', 'recycling', recyclingRows);
  site = await startSite();
  site.put(recycling.url, recycling.html);
  browser = await launchExtension({ site, extension: build.extension, viewport });
});
afterAll(async () => {
  await browser.close();
  await site.close();
  build.remove();
});

/** The test page's own functions. */
interface Recycling {
  stepTo(top: number): void;
}

test('a list of 5,000 recycled rows always has the badges of the visible films and no others', async () => {
  const page = await browser.open(recycling.url);
  for (let stop = 0; stop <= stops; stop++) {
    const top = Math.round((lastTop * stop) / stops / rowHeight) * rowHeight;
    if (stop > 0) expect(await scrollTo(page, top)).toBe(0);
    const first = top / rowHeight;
    const wanted = recyclingRows
      .slice(first, first + viewport.height / rowHeight)
      .flatMap(({ title, year, isSeries }) => (isSeries ? [] : [`${title} (${year}) | ${title}`]))
      .sort();
    expect(wanted.length).toBeGreaterThan(15);
    await expect.poll(() => readVisible(page), { timeout: 60_000, interval: 100 }).toEqual(wanted);
  }
  await page.close();
});

/** Scrolls in steps. Returns how many badges were still there a microtask after their row changed to another film. */
function scrollTo(page: Page, top: number): Promise<number> {
  return page.evaluate(async (end) => {
    const living = globalThis as unknown as Recycling;
    const start = document.querySelector('#window')?.scrollTop ?? 0;
    const rowOf = (badge: Element) => badge.closest('li')?.dataset['index'];
    let stale = 0;
    for (const share of [0.001, 0.002, 0.5, 0.998, 0.999, 1]) {
      const before = [...document.querySelectorAll('marquee-badge')].map(
        (badge) => [badge, rowOf(badge)] as const,
      );
      living.stepTo(start + (end - start) * share);
      await Promise.resolve();
      stale += before.filter(([badge, row]) => badge.isConnected && rowOf(badge) !== row).length;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return stale;
  }, top);
}

/** Returns each badge in the window as its row's text and the film in its label, sorted. */
async function readVisible(page: Page): Promise<string[]> {
  const seen = await page.evaluate(() =>
    [...document.querySelectorAll('marquee-badge')].map((badge) => {
      const row = badge.closest('li')?.getBoundingClientRect();
      return !row || (row.top >= 0 && row.bottom <= innerHeight);
    }),
  );
  const badges = await readBadges(page);
  return badges
    .filter((_, index) => seen[index] !== false)
    .map(({ nearby, label }) => `${nearby} | ${label.split(': ')[0]}`)
    .sort();
}
