// Measures how long a list takes to open in a log with few lists and with many, in Chromium.
import type { SiteServer } from '../site/server.ts';
import { findMedian, type Figure } from './figures.ts';
import { launchWithLog, measureAnswers, takeLoadTiming } from './log-run.ts';

const entries = 5000;
const films = 1000;
/** The numbers of lists. A comparison shows what grows with them. */
const listCounts = [5, 500];
const rounds = 5;

const ms = (name: string, value: number): Figure => ({ name, value, unit: 'ms' });

async function measureCount(site: SiteServer, count: number): Promise<Figure[]> {
  const browser = await launchWithLog(site, entries, { count, films });
  try {
    const page = await browser.openOwn('log.html');
    await takeLoadTiming(page);
    const [overviews, lists, unread]: number[][] = [[], [], []];
    for (let round = 0; round < rounds; round += 1) {
      const overview = await measureAnswers(page, 'click', '.list-card .list-progress', () =>
        page.locator('.nav a[href$="#lists"]').click(),
      );
      const list = await measureAnswers(page, 'click', '.list-row', () =>
        page
          .locator('.list-card a')
          .nth(round % 3)
          .click(),
      );
      overviews?.push(overview.answers[0]?.answerMs ?? NaN);
      lists?.push(list.answers[0]?.answerMs ?? NaN);
      await page.locator('.nav a[href$="#lists"]').click();
      await page.locator('.list-card .list-progress').first().waitFor();
      // A click by script: the card does not come into view, which would read its list.
      const far = await measureAnswers(page, 'click', '.list-row', () =>
        page
          .locator('.list-card:not(.ready) a')
          .nth(-1 - round)
          .evaluate((link: HTMLElement) => link.click()),
      );
      unread?.push(far.answers[0]?.answerMs ?? NaN);
      await page.locator('.nav a[href$="#diary"]').click();
      await page.locator('.entry-open').first().waitFor();
    }
    const size = `lists-${count}-of-${films}`;
    // The first time loads the code of the pages.
    return [
      ms(`${size}/open-lists/first`, overviews?.[0] ?? NaN),
      ms(`${size}/open-lists`, findMedian(overviews?.slice(1) ?? [])),
      ms(`${size}/open-list/first`, lists?.[0] ?? NaN),
      ms(`${size}/open-list/not-yet-in-view`, findMedian(unread ?? [])),
      ms(`${size}/open-list`, findMedian(lists?.slice(1) ?? [])),
    ];
  } finally {
    await browser.close();
  }
}

/** Measures a log with each number of lists in a new browser, and the ratio of the two. */
export async function* measureLists(site: SiteServer): AsyncGenerator<Figure[]> {
  const opened: number[] = [];
  for (const count of listCounts) {
    const figures = await measureCount(site, count);
    opened.push(figures.at(-1)?.value ?? NaN);
    yield figures;
  }
  const [few = NaN, many = NaN] = opened;
  yield [{ name: 'lists/open-list/many-to-few', value: many / few, unit: 'times' }];
}
