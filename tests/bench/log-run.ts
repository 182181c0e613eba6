// Starts a browser with a long log, and measures pages in it.
import type { Page } from 'playwright-core';
import type { SiteServer } from '../site/server.ts';
import { launchExtension, type ExtensionBrowser } from '../e2e/browser.ts';
import { bundleForPage } from '../e2e/bundle.ts';
import { messagePattern } from '../e2e/messages.ts';
import type { LongLogOptions } from '../logs/long-log.ts';
import { findThread, listTasks, readAnswers, type AnswerTiming, type ThreadTrace } from './answers.ts';
import type { ScrollTiming } from './log-script.ts';
import { isIn, recordTrace, type Span } from './trace.ts';

/** `log-script.ts` and `fill-log.ts` as globals of the page. */
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

/** The extension first writes a backup of a log that has none. */
const fillTimeoutMs = 120_000;
/** Longer than any result takes, and about the pause between two letters of a fast typist. */
const restMs = 250;
const viewport = { width: 1280, height: 900 };

/** Launches a browser with a log of that many entries, and lists, and its first backup. */
export async function launchWithLog(
  site: SiteServer,
  entries: number,
  lists?: LongLogOptions['lists'],
): Promise<ExtensionBrowser> {
  const browser = await launchExtension({ site, viewport });
  const page = await browser.openOwn('log.html');
  const canWrite = page.getByRole('button', { name: messagePattern('logAdd') });
  await canWrite.waitFor({ timeout: fillTimeoutMs });
  await page.goto(page.url().replace(/log\.html.*$/, 'manifest.json'));
  await page.evaluate(await bundleForPage('tests/logs/fill-log.ts', 'filling'));
  const options = { entries, lastDay: '2026-03-08', years: 20, ...(lists && { lists }) };
  await page.evaluate((wanted) => (globalThis as unknown as Scripts).filling.fillLog(wanted), options);
  await page.goto(page.url().replace('manifest.json', 'log.html'));
  await canWrite.waitFor({ timeout: fillTimeoutMs });
  await page.close();
  // The bundle declares a variable, which is not visible outside the init script.
  const script = await bundleForPage('tests/bench/log-script.ts', 'logBench');
  await browser.context.addInitScript(`${script}\nglobalThis.logBench = logBench;`);
  return browser;
}

/** Returns the load times of a page that was just opened, in ms from the start of the load. */
export function takeLoadTiming(page: Page): Promise<LoadTiming> {
  return page.evaluate(async () => {
    const { logBench } = globalThis as unknown as Scripts;
    const [firstRowsMs, readyMs] = await Promise.all([logBench.firstRows, logBench.ready]);
    return { firstPaintMs: logBench.findFirstPaint(), firstRowsMs, readyMs };
  });
}

/** Scrolls by the wheel, and records each frame. */
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

/** The longest task on the page's main thread, in ms: in total, and without garbage collection. */
export interface TaskTiming {
  wallMs: number;
  ownMs: number;
}

/** Records the main thread of the page's final document during an action. */
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
  // Sweeping is a separate task, which also frees the memory of the previous page.
  const isSweeping = ({ args }: Span): boolean => /Sweeper/.test(args?.src_func ?? '');
  const longest = (length: (span: Span) => number): number =>
    tasks.reduce((most, span) => Math.max(most, length(span) / 1000), 0);
  return {
    wallMs: longest(({ dur }) => dur),
    ownMs: longest((span) => (isSweeping(span) ? 0 : span.dur - collecting(span))),
  };
}

/** Returns the longest task of the page during an action. */
export const measureLongestTask = async (page: Page, act: () => Promise<void>): Promise<TaskTiming> =>
  findLongestTask(await traceThread(page, act));

/**
 * Measures each key or click of `act`, which must call `rest` after each. The result of one is shown when an element
 * matches the selector. Nothing else is evaluated in the page in the meantime.
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
