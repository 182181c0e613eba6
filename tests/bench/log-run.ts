// A browser whose log is long, and what is measured of a page in it.
import type { Page } from 'playwright-core';
import type { SiteServer } from '../site/server.ts';
import { launchExtension, type ExtensionBrowser } from '../e2e/browser.ts';
import { bundleForPage } from '../e2e/bundle.ts';
import { messagePattern } from '../e2e/messages.ts';
import { findThread, listTasks, readAnswers, type AnswerTiming, type ThreadTrace } from './answers.ts';
import type { ScrollTiming } from './log-script.ts';
import { isIn, recordTrace, type Span } from './trace.ts';

/** What `log-script.ts` and `fill-log.ts` are in the page. */
interface Scripts {
  filling: { fillLog: (options: object) => Promise<void> };
  logBench: {
    firstRows: Promise<number>;
    ready: Promise<number>;
    findFirstPaint: () => number;
    watchAnswers: (event: 'keydown' | 'click', selector: string) => { stop: () => Promise<unknown> };
    watchScroll: () => { stop: () => ScrollTiming };
  };
}

export interface LoadTiming {
  firstPaintMs: number;
  firstRowsMs: number;
  readyMs: number;
}

/** The first look at a log of which there is no backup writes one before anything else. */
const fillTimeoutMs = 120_000;
/** Longer than any answer takes, and as long as a quick hand rests between two letters. */
const restMs = 250;
const viewport = { width: 1280, height: 900 };

/** Launches a browser of its own and puts a log of that many viewings into it, with its first backup made. */
export async function launchWithLog(site: SiteServer, entries: number): Promise<ExtensionBrowser> {
  const browser = await launchExtension({ site, viewport });
  const page = await browser.openOwn('log.html');
  const canWrite = page.getByRole('button', { name: messagePattern('logAdd') });
  await canWrite.waitFor({ timeout: fillTimeoutMs });
  await page.goto(page.url().replace(/log\.html.*$/, 'manifest.json'));
  await page.evaluate(await bundleForPage('tests/logs/fill-log.ts', 'filling'));
  const options = { entries, lastDay: '2026-03-08', years: 20 };
  await page.evaluate((asked) => (globalThis as unknown as Scripts).filling.fillLog(asked), options);
  await page.goto(page.url().replace('manifest.json', 'log.html'));
  await canWrite.waitFor({ timeout: fillTimeoutMs });
  await page.close();
  // The name is that of a variable, which the browser keeps to the script.
  const script = await bundleForPage('tests/bench/log-script.ts', 'logBench');
  await browser.context.addInitScript(`${script}\nglobalThis.logBench = logBench;`);
  return browser;
}

/** How long the page takes that has just been opened, from the start of its loading. */
export function takeLoadTiming(page: Page): Promise<LoadTiming> {
  return page.evaluate(async () => {
    const { logBench } = globalThis as unknown as Scripts;
    const [firstRowsMs, readyMs] = await Promise.all([logBench.firstRows, logBench.ready]);
    return { firstPaintMs: logBench.findFirstPaint(), firstRowsMs, readyMs };
  });
}

/** Scrolls by the wheel for so many pixels, and watches each frame. */
export async function timeScroll(page: Page, pixels: number): Promise<ScrollTiming> {
  const watch = await page.evaluateHandle(() => (globalThis as unknown as Scripts).logBench.watchScroll());
  const session = await page.context().newCDPSession(page);
  await session.send('Input.synthesizeScrollGesture', {
    x: 500,
    y: 500,
    yDistance: -pixels,
    speed: 6000,
    gestureSourceType: 'mouse',
  });
  await session.detach();
  return watch.evaluate((one) => one.stop());
}

/** The longest task on the page's own thread, in ms: as it passed, and without the browser's collecting of garbage. */
export interface TaskTiming {
  wallMs: number;
  ownMs: number;
}

/** What happened on the thread of the document that the page shows in the end, while something was done. */
async function traceThread(page: Page, act: () => Promise<void>): Promise<ThreadTrace> {
  const session = await page.context().newCDPSession(page);
  const categories = ['toplevel', 'blink.user_timing', 'devtools.timeline'];
  const events = await recordTrace(session, categories, async () => {
    await act();
    await page.evaluate(() => void performance.mark('bench-page'));
  });
  await session.detach();
  return findThread(events, 'bench-page');
}

function findLongestTask(trace: ThreadTrace): TaskTiming {
  const tasks = listTasks(trace);
  const collections = trace.spans.filter(({ name }) => /^M(ajor|inor)GC$/.test(name));
  const collecting = (task: Span): number =>
    collections.filter((one) => isIn(one, task)).reduce((sum, { dur }) => sum + dur, 0);
  // Freeing what was collected, that of the page before too, is a task of its own.
  const isSweeping = ({ args }: Span): boolean => /Sweeper/.test(args?.src_func ?? '');
  const longest = (length: (span: Span) => number): number =>
    tasks.reduce((most, span) => Math.max(most, length(span) / 1000), 0);
  return {
    wallMs: longest(({ dur }) => dur),
    ownMs: longest((span) => (isSweeping(span) ? 0 : span.dur - collecting(span))),
  };
}

/** The longest task of the page, from when something is done to when it is over. */
export const measureLongestTask = async (page: Page, act: () => Promise<void>): Promise<TaskTiming> =>
  findLongestTask(await traceThread(page, act));

/**
 * What comes of each key or click of some, which are told apart by `rest`; the answer to one is there once something fits
 * the selector. Nothing else is asked of the page meanwhile.
 */
export async function measureAnswers(
  page: Page,
  event: 'keydown' | 'click',
  selector: string,
  act: (rest: () => Promise<void>) => Promise<void>,
): Promise<{ answers: AnswerTiming[]; longest: TaskTiming }> {
  const watch = await page.evaluateHandle(
    ([name, wanted]) => (globalThis as unknown as Scripts).logBench.watchAnswers(name, wanted),
    [event, selector] as const,
  );
  const rest = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, restMs));
  const trace = await traceThread(page, async () => {
    await rest();
    await act(rest);
    await watch.evaluate((one) => one.stop());
  });
  return { answers: readAnswers(trace), longest: findLongestTask(trace) };
}
