// Measures the log page with a short and a very long log in Chromium: loading, search, scrolling, statistics, export.
import { statSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { SiteServer } from '../site/server.ts';
import type { ExtensionBrowser } from '../e2e/browser.ts';
import type { ViewName } from '../../lib/watchlog/search/address.ts';
import { findMedian, type Figure } from './figures.ts';
import {
  launchWithLog,
  measureAnswers,
  measureLongestTask,
  takeLoadTiming,
  timeScroll,
  type LoadTiming,
  type TaskTiming,
} from './log-run.ts';
import type { AnswerTiming } from './answers.ts';

/** The numbers of entries in the logs. */
const logSizes = [1000, 100_000];
const loads = 5;
/** Typed letter by letter: a title, a name, a misspelt word, two words. */
const queries = ['harbour', 'moreau', 'lighthuose', 'winter tide'];
/** Matches when no list is being computed. */
const settled = 'main:not([aria-busy="true"])';

type Pick<T> = (timing: T) => number;

const ms = (name: string, value: number): Figure => ({ name, value, unit: 'ms' });
const describeTask = (name: string, { wallMs, ownMs }: TaskTiming): Figure[] => [
  ms(`${name}/longest-task`, wallMs),
  ms(`${name}/longest-task-own`, ownMs),
];

async function measureLoading(browser: ExtensionBrowser, size: string): Promise<Figure[]> {
  const timings: LoadTiming[] = [];
  for (let round = 0; round < loads; round += 1) {
    const page = await browser.openOwn('log.html');
    timings.push(await takeLoadTiming(page));
    await page.close();
  }
  const page = await browser.context.newPage();
  const longest = await measureLongestTask(page, async () => {
    await page.goto(`chrome-extension://${browser.extensionId}/log.html`);
    await takeLoadTiming(page);
  });
  await page.close();
  const median = (pick: Pick<LoadTiming>): number => findMedian(timings.map(pick));
  return [
    ms(
      `${size}/first-paint`,
      median(({ firstPaintMs }) => firstPaintMs),
    ),
    ms(
      `${size}/first-rows`,
      median(({ firstRowsMs }) => firstRowsMs),
    ),
    ms(
      `${size}/ready`,
      median(({ readyMs }) => readyMs),
    ),
    ...describeTask(`${size}/loading`, longest),
  ];
}

async function describeAnswers(
  name: string,
  measuring: ReturnType<typeof measureAnswers>,
): Promise<Figure[]> {
  const { answers, longest } = await measuring;
  const list = (pick: Pick<AnswerTiming>): number[] => answers.map(pick);
  const [blocks, results] = [list(({ blockMs }) => blockMs), list(({ answerMs }) => answerMs)];
  return [
    ms(`${name}/blocks/median`, findMedian(blocks)),
    ms(`${name}/blocks/worst`, Math.max(...blocks)),
    ms(`${name}/result/median`, findMedian(results)),
    ms(`${name}/result/worst`, Math.max(...results)),
    ms(`${name}/drawn/median`, findMedian(list(({ drawnMs }) => drawnMs))),
    ...describeTask(name, longest),
  ];
}

function measureKeys(page: Page, size: string): Promise<Figure[]> {
  const field = page.getByRole('searchbox');
  const typing = measureAnswers(page, 'keydown', settled, async (rest) => {
    for (const query of queries) {
      await field.focus();
      for (const letter of query) {
        await page.keyboard.press(letter);
        await rest();
      }
      await field.fill('');
      await rest();
    }
  });
  return describeAnswers(`${size}/key`, typing);
}

function measureFilters(page: Page, size: string): Promise<Figure[]> {
  const chips = page.locator('.quick button');
  const filtering = measureAnswers(page, 'click', settled, async (rest) => {
    // Switches each filter on and off again.
    for (const chip of [0, 0, 1, 1, 2, 2]) {
      await chips.nth(chip).click();
      await rest();
    }
  });
  return describeAnswers(`${size}/filter`, filtering);
}

async function measureScrolling(page: Page, size: string): Promise<Figure[]> {
  let blank = 0;
  let frames = 0;
  let longestFrame = 0;
  const longest = await measureLongestTask(page, async () => {
    for (const pixels of [15_000, -5000]) {
      const timing = await timeScroll(page, pixels);
      blank += timing.blankFrames;
      frames += timing.frames;
      longestFrame = Math.max(longestFrame, timing.longestFrameMs);
    }
  });
  return [
    { name: `${size}/scroll/frames`, value: frames, unit: 'frames' },
    { name: `${size}/scroll/blank-frames`, value: blank, unit: 'frames' },
    ms(`${size}/scroll/longest-frame`, longestFrame),
    ...describeTask(`${size}/scroll`, longest),
  ];
}

const link = (page: Page, view: ViewName) => page.locator(`.nav a[href$="#${view}"]`);

/** The selector of the first row in each view that computes its list when it is opened. */
const opened = {
  films: '.film-grid [data-row]',
  watchlist: '.watchlist-row',
  reviews: '.review-card',
} as const;

/** Measures the first opening of each view, until its first rows appear. */
async function measureViews(page: Page, size: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const view of ['films', 'watchlist', 'reviews'] as const) {
    const { answers, longest } = await measureAnswers(page, 'click', opened[view], async () => {
      await link(page, view).click();
      await page.locator(settled).waitFor();
    });
    figures.push(
      ms(`${size}/open-${view}`, answers[0]?.answerMs ?? NaN),
      ...describeTask(`${size}/open-${view}`, longest),
    );
  }
  await link(page, 'diary').click();
  return figures;
}

async function measureStatistics(page: Page, size: string): Promise<Figure[]> {
  const { answers, longest } = await measureAnswers(page, 'click', '.statistics .year-picture', () =>
    link(page, 'statistics').click(),
  );
  return [
    ms(`${size}/statistics`, answers[0]?.answerMs ?? NaN),
    ...describeTask(`${size}/statistics`, longest),
  ];
}

async function measureExport(page: Page, size: string): Promise<Figure[]> {
  let bytes = 0;
  let exportMs = 0;
  const longest = await measureLongestTask(page, async () => {
    const start = performance.now();
    const download = page.waitForEvent('download', { timeout: 120_000 });
    await page.locator('.exports button').first().click();
    bytes = statSync(await (await download).path()).size;
    exportMs = performance.now() - start;
  });
  return [
    ms(`${size}/export-json`, exportMs),
    { name: `${size}/export-json/size`, value: bytes / 1e6, unit: 'MB' },
    ...describeTask(`${size}/export-json`, longest),
  ];
}

async function* measureSize(site: SiteServer, entries: number): AsyncGenerator<Figure[]> {
  const size = `log-${entries}`;
  const browser = await launchWithLog(site, entries);
  try {
    yield await measureLoading(browser, size);
    const page = await browser.openOwn('log.html');
    await takeLoadTiming(page);
    yield await measureScrolling(page, size);
    await page.evaluate(() => scrollTo(0, 0));
    yield await measureViews(page, size);
    yield await measureKeys(page, size);
    yield await measureFilters(page, size);
    yield await measureStatistics(page, size);
    await link(page, 'transfer').click();
    await page.locator('.exports').waitFor();
    yield await measureExport(page, size);
  } finally {
    await browser.close();
  }
}

/** Measures each size in a new browser. A comparison shows what grows with the log. */
export async function* measureLogs(site: SiteServer): AsyncGenerator<Figure[]> {
  for (const entries of logSizes) yield* measureSize(site, entries);
}
