// Measures catalogues of up to a million films, imported in Chromium as on the options page: time, memory, size, lookups.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from '../e2e/browser.ts';
import { bundleForPage } from '../e2e/bundle.ts';
import type { Figure } from './figures.ts';
import { writeImdbFiles } from './imdb-files.ts';
import type { CatalogueTiming } from './catalogue-script.ts';

/** The numbers of films in the catalogues. Each catalogue replaces the one before. */
const catalogueSizes = [10_000, 100_000, 1_000_000];
const sampleEveryMs = 250;

interface ProcessList {
  processInfo: { type: string; id: number }[];
}

function readResidentBytes(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    // The process has ended in the meantime, or this is not Linux.
    return 0;
  }
}

/** Runs a task. Returns its result and the peak growth of all renderer processes in bytes; 0 where that is not available. */
async function measureGrowth<T>(page: Page, task: () => Promise<T>): Promise<{ result: T; bytes: number }> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const list = async (): Promise<number> => {
    const info = (await session?.send('SystemInfo.getProcessInfo')) as ProcessList | undefined;
    const renderers = (info?.processInfo ?? []).filter(({ type }) => type === 'renderer');
    return renderers.reduce((total, { id }) => total + readResidentBytes(id), 0);
  };
  const before = await list();
  let peak = before;
  const timer = setInterval(() => void list().then((now) => (peak = Math.max(peak, now))), sampleEveryMs);
  try {
    return { result: await task(), bytes: peak - before };
  } finally {
    clearInterval(timer);
    await session?.detach();
  }
}

async function measureCatalogue(page: Page, films: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'marquee-imdb-'));
  try {
    await page.locator('input').setInputFiles(await writeImdbFiles(folder, films));
    const { result, bytes } = await measureGrowth(page, () =>
      page.evaluate(
        (count) =>
          (
            globalThis as unknown as {
              catalogueBench: { timeCatalogue(films: number): Promise<CatalogueTiming> };
            }
          ).catalogueBench.timeCatalogue(count),
        films,
      ),
    );
    if (result.end.type !== 'done' || result.found < 1)
      throw new Error(`catalogue of ${films}: ${JSON.stringify(result)}`);
    const name = `catalogue-${films}`;
    return [
      { name: `${name}/import-per-100000-rows`, value: (result.importMs / films) * 100, unit: 's' },
      { name: `${name}/import-memory-growth`, value: bytes / 1e6, unit: 'MB' },
      { name: `${name}/shard-size`, value: result.bytes / result.shards / 1000, unit: 'kB' },
      { name: `${name}/size`, value: result.bytes / 1e6, unit: 'MB' },
      ...Object.entries(result.lookUps).flatMap(([refs, { ms, reads }]): Figure[] => [
        { name: `${name}/look-up-${refs}`, value: ms, unit: 'ms' },
        { name: `${name}/look-up-${refs}/reads`, value: reads, unit: 'reads' },
      ]),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Imports catalogues of growing size in a page of the extension. A lookup should take the same time in each. */
export async function* measureCatalogues(opened: ExtensionBrowser): AsyncGenerator<Figure[]> {
  const script = await bundleForPage('tests/bench/catalogue-script.ts', 'catalogueBench');
  const page = await opened.openOwn('options.html');
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    document.body.replaceChildren(input);
  });
  await page.evaluate(script);
  for (const films of catalogueSizes) yield await measureCatalogue(page, films);
  await page.close();
}
