// Measures the speed and the size of the extension in Chromium. Prints a header, then `name value unit` per line.
// Figures are medians of a few runs. They depend on the machine, ratios much less.
// Usage: npm run bench [-- PART… [--large] [--beside FOLDER]], such as `npm run bench -- catalogue`. The newest figures are kept in
// .output/bench.txt.
//   --large: the part `sync` also measures a log of 100,000 entries.
//   --beside: an unpacked extension of another version; the part `worker` measures both in turns.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { measureDetection } from '../tests/bench/detection.ts';
import type { Figure } from '../tests/bench/figures.ts';
import { makeListPage, makeProsePage, readCorpusPages, type BenchPage } from '../tests/bench/pages.ts';
import { findScriptPath, type PageScript } from '../lib/messaging/page-scripts.ts';
import { readBadges } from '../tests/e2e/badges.ts';
import { launchExtension, type ExtensionBrowser } from '../tests/e2e/browser.ts';
import { startSite, type SiteServer } from '../tests/site/server.ts';
import { measureLoad } from '../tests/bench/load.ts';
import { measureImports } from '../tests/bench/import.ts';
import { measureLists } from '../tests/bench/lists.ts';
import { measureLogs } from '../tests/bench/log.ts';
import { measureBuiltIn } from '../tests/bench/built-in.ts';
import { measureCatalogues } from '../tests/bench/catalogue.ts';
import { measureRatings } from '../tests/bench/ratings.ts';
import { measureSearch } from '../tests/bench/search.ts';
import { measureSync } from '../tests/bench/sync.ts';
import { measureSources } from '../tests/bench/sources.ts';
import { measureWorkerStart } from '../tests/bench/worker.ts';
import { measureScriptDuration, profileScript, traceScript, type ScriptTrace } from '../tests/bench/trace.ts';
import { buildExtension } from './build.ts';
import { writeSampleBuild } from './sample/sample-build.ts';

const lines: string[] = [];
const corpusFolder = resolve('../shared/corpus');

/** All scripts that a page without an adapter loads if its text names films. */
const scriptsOfFilmPages: PageScript[] = ['content', 'reader', 'text', 'lists', 'badge'];

const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { beside: { type: 'string' }, large: { type: 'boolean', default: false } },
});
const beside = values.beside === undefined ? null : resolve(values.beside);

type Figures = Iterable<Figure[]> | AsyncIterable<Figure[]>;

/** The parts that can be measured separately, in the order of a full run. */
const parts: Record<string, (opened: ExtensionBrowser) => Figures> = {
  size: () => [measureSize(extension)],
  detection: (opened) => measureDetection(opened, site, readCorpusPages(corpusFolder)),
  async *badges(opened) {
    for (const titles of [10, 250, 1000]) yield await measureBadges(opened, site, makeListPage(titles));
    yield await measureEmptyPage(opened, site);
  },
  load: (opened) => measureLoad(opened, site),
  async *popup(opened) {
    yield await measurePopup(opened);
  },
  async *sources() {
    yield await measureSources(site);
  },
  'built-in': (opened) => measureBuiltIn(opened, extension),
  search: (opened) => measureSearch(opened),
  async *worker(opened) {
    yield await measureWorkerStart(opened, site, beside);
  },
  ratings: () => [measureRatings()],
  catalogue: (opened) => measureCatalogues(opened),
  log: () => measureLogs(site),
  lists: () => measureLists(site),
  import: () => measureImports(site),
  sync: (opened) => measureSync(opened, { isLarge: values.large }),
};

const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0)
  throw new Error(`No such part: ${unknown.join(', ')}. There are ${Object.keys(parts).join(', ')}.`);

await buildExtension('chrome');
const extension = writeSampleBuild('chrome');
const site = await startSite();
const browser = await launchExtension({ site });
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    for await (const figures of measure(browser)) print(figures);
  }
} finally {
  keepFigures();
  await browser.close();
  await site.close();
}

/** Keeps the newest figure of each name for docs/benchmarks.md; also after a part that failed. */
function keepFigures(): void {
  const file = '.output/bench.txt';
  const nameOf = (line: string): string => line.split(' ', 1)[0] ?? '';
  const kept = asked.length > 0 && existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  const newest = new Map([...kept, ...lines].map((line) => [nameOf(line), line] as const));
  mkdirSync('.output', { recursive: true });
  writeFileSync(file, `${[...newest.values()].join('\n')}\n`);
}

function print(figures: Figure[]): void {
  const rows = figures.map(
    ({ name, value, unit }) => `${name.padEnd(44)} ${formatValue(value).padStart(9)} ${unit}`,
  );
  if (lines.length === 0) rows.unshift(`${'name'.padEnd(44)} ${'value'.padStart(9)} unit`);
  for (const row of rows) console.log(row);
  lines.push(...rows);
}

function formatValue(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1);
}

/** Measures what one page loads: on a listed site everything up to the first badge; elsewhere the script that looks for films, and all scripts of a page with films. */
function measureSize(folder: string): Figure[] {
  const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as {
    content_scripts?: { js?: string[]; css?: string[] }[];
  };
  const measure = (files: string[]): { raw: number; gzip: number } => {
    const code = files.map((file) => readFileSync(`${folder}/${file}`));
    const sum = (size: (text: Buffer) => number) =>
      code.reduce((total, text) => total + size(text), 0) / 1000;
    return { raw: sum(({ length }) => length), gzip: sum((text) => gzipSync(text, { level: 9 }).length) };
  };
  const declared = (manifest.content_scripts ?? []).map(({ js = [], css = [] }) => measure([...js, ...css]));
  const inAll = measure(scriptsOfFilmPages.map(findScriptPath));
  const kB = (name: string, value: number): Figure => ({ name, value, unit: 'kB' });
  return [
    kB('content-script-raw/largest-site', Math.max(...declared.map(({ raw }) => raw))),
    kB('content-script-gzip/largest-site', Math.max(...declared.map(({ gzip }) => gzip))),
    kB('content-script-gzip/no-adapter', Math.min(...declared.map(({ gzip }) => gzip))),
    kB('content-script-gzip/with-all-that-films-need', inAll.gzip),
  ];
}

/** Measures the time from the content script's start to its last badge (median of three runs), and its main-thread time. */
async function measureBadges(
  opened: ExtensionBrowser,
  server: SiteServer,
  page: BenchPage,
): Promise<Figure[]> {
  server.put(page.url, page.html);
  const run = await traceThrice(opened, page.url, waitForQuiet, ({ lastBadgeMs }) => lastBadgeMs);
  const name = page.name.replaceAll(' ', '-');
  const profile = await profileScript(opened, page.url, waitForQuiet);
  return [
    { name: `badges/${name}`, value: run.badges, unit: 'badges' },
    { name: `last-badge-after/${name}`, value: run.lastBadgeMs, unit: 'ms' },
    { name: `main-thread/${name}`, value: profile.scriptMs, unit: 'ms' },
    { name: `main-thread/${name}/badges-alone`, value: profile.badgesMs, unit: 'ms' },
    { name: `tasks-at-most/${name}`, value: run.taskMs, unit: 'ms' },
    { name: `longest-task/${name}`, value: run.longestTaskMs, unit: 'ms' },
    { name: `long-tasks-over-50-ms/${name}`, value: run.longTasks, unit: 'tasks' },
  ];
}

/** Traces a page three times. Returns the median run by `order`. */
async function traceThrice(
  opened: ExtensionBrowser,
  url: string,
  settle: (page: Page) => Promise<void>,
  order: (run: ScriptTrace) => number,
): Promise<ScriptTrace> {
  const runs: ScriptTrace[] = [];
  for (let round = 0; round < 3; round++) runs.push(await traceScript(opened, url, settle));
  const [, run] = runs.toSorted((a, b) => order(a) - order(b));
  if (!run) throw new Error('No run.');
  return run;
}

/** Measures pages that name no film, on a site where the extension runs. */
async function measureEmptyPage(opened: ExtensionBrowser, server: SiteServer): Promise<Figure[]> {
  const measure = async (megabytes: number) => {
    const url = `https://blog.marquee.example/prose-${megabytes}/`;
    server.put(url, makeProsePage(megabytes).html);
    const settle = (page: Page): Promise<void> => page.waitForTimeout(1000);
    const run = await traceThrice(opened, url, settle, ({ longestTaskMs }) => longestTaskMs);
    const { scriptMs } = await profileScript(opened, url, settle);
    return { ...run, scriptMs, scriptDurationMs: await measureScriptDuration(opened, url, settle) };
  };
  const small = await measure(0.02);
  const large = await measure(1);
  return [
    { name: 'main-thread/page-without-films', value: small.scriptMs, unit: 'ms' },
    { name: 'script-duration/page-without-films', value: small.scriptDurationMs, unit: 'ms' },
    { name: 'main-thread/1-MB-without-films', value: large.scriptMs, unit: 'ms' },
    { name: 'script-duration/1-MB-without-films', value: large.scriptDurationMs, unit: 'ms' },
    { name: 'longest-task/1-MB-without-films', value: large.longestTaskMs, unit: 'ms' },
    { name: 'badges/page-without-films', value: small.badges + large.badges, unit: 'badges' },
  ];
}

async function waitForQuiet(page: Page): Promise<void> {
  for (let before = -1, quiet = 0; quiet < 3;) {
    await page.waitForTimeout(300);
    const now = await page.locator('marquee-badge').count();
    quiet = now > 0 && now === before ? quiet + 1 : 0;
    before = now;
  }
}

async function measurePopup(opened: ExtensionBrowser): Promise<Figure[]> {
  // A film that the built-in film data has once: no question keeps its stars from being shown.
  const film = await opened.open('https://films.marquee.example/films/jaws-1975/');
  await waitForQuiet(film);
  await readBadges(film);
  const paints: number[] = [];
  const filled: number[] = [];
  for (let round = 0; round < 5; round++) {
    const popup = await opened.openPopup(film);
    await popup.getByRole('slider').waitFor();
    filled.push(await popup.evaluate(() => performance.now()));
    paints.push(
      await popup.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN),
    );
    await popup.close();
  }
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[2] ?? NaN;
  return [
    { name: 'popup-first-paint', value: median(paints), unit: 'ms' },
    { name: 'popup-film-shown-at-most', value: median(filled), unit: 'ms' },
  ];
}
