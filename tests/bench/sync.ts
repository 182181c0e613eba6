// Measures what sync takes in Chromium: bytes, time, requests and the longest task, plain and encrypted.
import type { ExtensionBrowser } from '../e2e/browser.ts';
import { bundleForPage } from '../e2e/bundle.ts';
import type { Figure } from './figures.ts';
import type { LogFigures, measureChanges, measureLog, PassFigures } from './sync-script.ts';

/** `sync-script.ts` as a global of the page. */
interface Scripts {
  syncBench: { measureLog: typeof measureLog; measureChanges: typeof measureChanges };
}

const logSizes = [1000, 10_000];
/** What is measured in addition when asked for: it takes minutes. */
const largeLog = 100_000;
const changes = [1, 100, 10_000];
/** Merging from a file is measured beside it for logs up to this size. */
const largestMerged = 10_000;

const describePass = (name: string, { ms, bytes, requests, longestTaskMs }: PassFigures): Figure[] => [
  { name: `${name}/time`, value: ms / 1000, unit: 's' },
  { name: `${name}/sent-over`, value: bytes / 1000, unit: 'kB' },
  { name: `${name}/requests`, value: requests, unit: '' },
  { name: `${name}/longest-task`, value: longestTaskMs, unit: 'ms' },
];

function describeLog(name: string, { first, newDevice, idle, mergeMs }: LogFigures): Figure[] {
  const ratio = { name: `${name}/new-device/to-merge-of-a-file`, value: newDevice.ms / mergeMs, unit: '×' };
  return [
    ...describePass(`${name}/first-pass`, first),
    ...describePass(`${name}/new-device`, newDevice),
    ...describePass(`${name}/nothing-changed`, idle),
    ...(Number.isNaN(mergeMs) ? [] : [ratio]),
  ];
}

/** Measures logs of several sizes, the large one if asked for, and several numbers of changes, plain and encrypted. */
export async function* measureSync(
  browser: ExtensionBrowser,
  { isLarge }: { isLarge: boolean },
): AsyncGenerator<Figure[]> {
  const script = await bundleForPage('tests/bench/sync-script.ts', 'syncBench');
  for (const isSealed of [false, true]) {
    const kind = isSealed ? 'encrypted' : 'plain';
    for (const entries of isLarge ? [...logSizes, largeLog] : logSizes) {
      const page = await browser.openOwn('manifest.json');
      await page.evaluate(script);
      const figures = await page.evaluate(
        ([size, sealed, merges]) =>
          (globalThis as unknown as Scripts).syncBench.measureLog(size, sealed, merges),
        [entries, isSealed, entries <= largestMerged] as const,
      );
      yield describeLog(`sync/${kind}/${entries}`, figures);
      await page.close();
    }
    const page = await browser.openOwn('manifest.json');
    await page.evaluate(script);
    const list = await page.evaluate(
      ([counts, sealed]) => (globalThis as unknown as Scripts).syncBench.measureChanges([...counts], sealed),
      [changes, isSealed] as const,
    );
    for (const { count, send, receive } of list) {
      const name = `sync/${kind}/${count}-changed`;
      yield [...describePass(`${name}/send`, send), ...describePass(`${name}/receive`, receive)];
    }
    await page.close();
  }
}
