// Measures how long the background takes to start and answer a message that needs no data.
import type { Page } from 'playwright-core';
import { launchExtension, type ExtensionBrowser } from '../e2e/browser.ts';
import type { SiteServer } from '../site/server.ts';
import { findMedian, type Figure } from './figures.ts';

const rounds = 31;

async function timeAnswer(desk: Page): Promise<number> {
  return desk.evaluate(async () => {
    interface WithRuntime {
      chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
    }
    const { runtime } = (globalThis as unknown as WithRuntime).chrome;
    const start = performance.now();
    await runtime.sendMessage({ id: 1, type: 'takePendingPopupFilm', data: { tabId: 1 }, timestamp: 0 });
    return performance.now() - start;
  });
}

/** Returns a function that measures one start. */
async function createTimer(opened: ExtensionBrowser): Promise<() => Promise<number>> {
  const desk = await opened.openOwn('manifest.json');
  return async () => {
    await opened.killWorker();
    await desk.waitForTimeout(300);
    return timeAnswer(desk);
  };
}

/** Measures the running extension, and in turns with it that of the folder `beside`, if one is given. */
export async function measureWorkerStart(
  opened: ExtensionBrowser,
  site: SiteServer,
  beside: string | null,
): Promise<Figure[]> {
  const other = beside === null ? null : await launchExtension({ site, extension: beside });
  try {
    const timers = [await createTimer(opened), ...(other ? [await createTimer(other)] : [])];
    const times: number[][] = timers.map(() => []);
    for (let round = 0; round < rounds; round++)
      for (const [at, timer] of timers.entries()) times[at]?.push(await timer());
    const [own = NaN, former] = times.map(findMedian);
    const [owns = [], others = []] = times;
    // What else runs on the machine slows both of a round down alike.
    const later = findMedian(others.map((time, round) => (owns[round] ?? NaN) - time));
    return [
      { name: 'worker/start-and-answer', value: own, unit: 'ms' },
      ...(former === undefined
        ? []
        : [
            { name: 'worker/start-and-answer/beside', value: former, unit: 'ms' },
            { name: 'worker/start-and-answer/to-beside', value: own / former, unit: 'ratio' },
            { name: 'worker/start-and-answer/later-than-beside', value: later, unit: 'ms' },
          ]),
    ];
  } finally {
    await other?.close();
  }
}
