// Measures an import beside the bare puts of the same rows, with a short and a very long log, in Chromium.
import type { Page } from 'playwright-core';
import type { SiteServer } from '../site/server.ts';
import { bundleForPage } from '../e2e/bundle.ts';
import { messagePattern } from '../e2e/messages.ts';
import { findMedian, type Figure } from './figures.ts';
import { launchWithLog, measureLongestTask } from './log-run.ts';

/** The numbers of entries in the logs. */
const logSizes = [1000, 100_000];
const importedRows = 10_000;
const rounds = 3;

interface Scripts {
  benchPuts: { timePuts: () => Promise<{ ms: number; rows: number }> };
}

/** Returns a table of films that no catalogue has, with one entry each, over some years. */
function makeTable(round: number): string {
  const lines = Array.from({ length: importedRows }, (_, at) => {
    const day = new Date(Date.UTC(2010, 0, 1 + (at % 5000))).toISOString().slice(0, 10);
    return `"Film number ${at} of ${round}, the tale",${1950 + (at % 70)},${day},${(at % 10) / 2 + 0.5},"tag${at % 9}"`;
  });
  return ['title,year,watched,rating,tags', ...lines, ''].join('\n');
}

const time = async (act: () => Promise<void>): Promise<number> => {
  const start = performance.now();
  await act();
  return performance.now() - start;
};

async function importOnce(
  page: Page,
  round: number,
): Promise<{ previewMs: number; writeMs: number; longestMs: number }> {
  const file = { name: 'films.csv', mimeType: 'text/csv', buffer: Buffer.from(makeTable(round)) };
  const button = page.locator('.dock-acts button').last();
  let [previewMs, writeMs] = [0, 0];
  const longest = await measureLongestTask(page, async () => {
    previewMs = await time(async () => {
      await page.locator('.drop input').setInputFiles(file);
      await button.waitFor({ timeout: 240_000 });
    });
    writeMs = await time(async () => {
      await button.click();
      await page.getByText(messagePattern('importDoneFilms_other')).waitFor({ timeout: 240_000 });
    });
  });
  return { previewMs, writeMs, longestMs: longest.ownMs };
}

async function measureSize(site: SiteServer, entries: number): Promise<Figure[]> {
  const browser = await launchWithLog(site, entries);
  try {
    const script = await bundleForPage('tests/bench/puts-script.ts', 'benchPuts');
    const results: { previewMs: number; writeMs: number; longestMs: number; putsMs: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const page = await browser.openOwn('log.html#transfer');
      await page.locator('.exports').waitFor();
      const imported = await importOnce(page, round);
      await page.close();
      const bare = await browser.openOwn('manifest.json');
      await bare.evaluate(`${script}\nglobalThis.benchPuts = benchPuts;`);
      const { ms, rows } = await bare.evaluate(() => (globalThis as unknown as Scripts).benchPuts.timePuts());
      if (rows < 2 * importedRows) throw new Error(`Only ${rows} rows were imported.`);
      await bare.close();
      results.push({ ...imported, putsMs: ms });
    }
    const name = `import-${importedRows}-rows/log-${entries}`;
    const median = (pick: (result: (typeof results)[number]) => number): number =>
      findMedian(results.map(pick));
    return [
      { name: `${name}/bare-puts`, value: median(({ putsMs }) => putsMs), unit: 'ms' },
      { name: `${name}/preview`, value: median(({ previewMs }) => previewMs), unit: 'ms' },
      { name: `${name}/write`, value: median(({ writeMs }) => writeMs), unit: 'ms' },
      {
        name: `${name}/preview-beside-puts`,
        value: median((one) => one.previewMs / one.putsMs),
        unit: 'times',
      },
      { name: `${name}/write-beside-puts`, value: median((one) => one.writeMs / one.putsMs), unit: 'times' },
      { name: `${name}/longest-task-own`, value: median(({ longestMs }) => longestMs), unit: 'ms' },
    ];
  } finally {
    await browser.close();
  }
}

/** Measures each size in a new browser. */
export async function* measureImports(site: SiteServer): AsyncGenerator<Figure[]> {
  for (const entries of logSizes) yield await measureSize(site, entries);
}
