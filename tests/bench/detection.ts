// Measures the reading of pages in Chromium without the extension, compared with a plain walk and with two libraries.
import { readBuiltInFilms } from '../../scripts/catalogue/built-in-catalogue.ts';
import type { ExtensionBrowser } from '../e2e/browser.ts';
import { bundleForPage } from '../e2e/bundle.ts';
import type { SiteServer } from '../site/server.ts';
import { addUp, findMedian, type Figure } from './figures.ts';
import type { LibraryTiming } from './library-script.ts';
import { makeListPage, makeProsePage, type BenchPage } from './pages.ts';
import type { DetectionTiming } from './page-script.ts';

type Timed = DetectionTiming & { page: BenchPage; megabytes: number; coldWalkMs: number };
type Run = (page: BenchPage, script: string, call: string) => Promise<unknown>;

/** The number of titles that the libraries look for, and of pages: mark.js takes seconds per page. */
const titleCount = 100;
const libraryPages = 9;

/** Measures the generated pages one by one, then the saved pages in total, then both libraries on some of them. */
export async function* measureDetection(
  browser: ExtensionBrowser,
  server: SiteServer,
  saved: BenchPage[],
): AsyncGenerator<Figure[]> {
  const run: Run = (page, script, call) => callInPage(browser, server, page, script, call);
  const script = await bundleForPage('tests/bench/page-script.ts', 'bench');
  const time = async (page: BenchPage): Promise<Timed> => {
    const timing = (await run(
      page,
      script,
      `bench.timeDetection(${JSON.stringify(page.url)})`,
    )) as DetectionTiming;
    // In a new tab, since the reading has already touched the whole page.
    const coldWalkMs = (await run(page, script, 'bench.timeColdWalk()')) as number;
    return { ...timing, coldWalkMs, page, megabytes: Buffer.byteLength(page.html) / 1e6 };
  };
  for (const page of [makeProsePage(1), makeProsePage(5), makeListPage(250)])
    yield describeMade(await time(page));
  const timings: Timed[] = [];
  for (const page of saved) timings.push(await time(page));
  if (timings.length > 0) yield describeSaved(timings);
  yield await measureLibraries(run, saved.length > 0 ? chooseMiddle(saved) : [makeListPage(250)]);
}

function describeMade({
  page,
  coldMs,
  coldSliceMs,
  coldWalkMs,
  warmMs,
  walkMs,
  lengthWalkMs,
  megabytes,
}: Timed): Figure[] {
  const name = page.name.replaceAll(' ', '-').toLowerCase();
  return [
    { name: `detect-cold/${name}`, value: coldMs, unit: 'ms' },
    { name: `detect-cold-per-MB/${name}`, value: coldMs / megabytes, unit: 'ms/MB' },
    { name: `detect-cold-to-cold-walk/${name}`, value: coldMs / coldWalkMs, unit: 'ratio' },
    { name: `detect-cold-longest-slice/${name}`, value: coldSliceMs, unit: 'ms' },
    { name: `detect-warm/${name}`, value: warmMs, unit: 'ms' },
    { name: `detect-to-character-walk/${name}`, value: warmMs / walkMs, unit: 'ratio' },
    { name: `detect-to-length-walk/${name}`, value: warmMs / lengthWalkMs, unit: 'ratio' },
  ];
}

function describeSaved(timings: Timed[]): Figure[] {
  const list = (pick: (timing: Timed) => number) => timings.map(pick);
  const ratios = list(({ warmMs, walkMs }) => warmMs / walkMs);
  const megabytes = addUp(timings, (timing) => timing.megabytes);
  const largest = timings.reduce((most, one) => (one.megabytes > most.megabytes ? one : most));
  const total = (pick: (timing: Timed) => number) => addUp(timings, pick);
  return [
    { name: 'corpus-pages', value: timings.length, unit: 'pages' },
    { name: 'corpus-size', value: megabytes, unit: 'MB' },
    { name: 'corpus-detect-to-character-walk/median', value: findMedian(ratios), unit: 'ratio' },
    { name: 'corpus-detect-to-character-walk/worst', value: Math.max(...ratios), unit: 'ratio' },
    {
      name: 'corpus-detect-to-character-walk/of-totals',
      value: total(({ warmMs }) => warmMs) / total(({ walkMs }) => walkMs),
      unit: 'ratio',
    },
    {
      name: 'corpus-detect-to-length-walk/median',
      value: findMedian(list(({ warmMs, lengthWalkMs }) => warmMs / lengthWalkMs)),
      unit: 'ratio',
    },
    { name: 'corpus-detect-warm/median', value: findMedian(list(({ warmMs }) => warmMs)), unit: 'ms' },
    { name: 'corpus-detect-warm-per-MB', value: total(({ warmMs }) => warmMs) / megabytes, unit: 'ms/MB' },
    { name: 'corpus-detect-cold/median', value: findMedian(list(({ coldMs }) => coldMs)), unit: 'ms' },
    { name: 'corpus-detect-cold/slowest', value: Math.max(...list(({ coldMs }) => coldMs)), unit: 'ms' },
    { name: 'corpus-detect-cold-per-MB', value: total(({ coldMs }) => coldMs) / megabytes, unit: 'ms/MB' },
    {
      name: 'corpus-cold-walk-per-MB',
      value: total(({ coldWalkMs }) => coldWalkMs) / megabytes,
      unit: 'ms/MB',
    },
    {
      name: 'corpus-detect-cold-to-cold-walk/of-totals',
      value: total(({ coldMs }) => coldMs) / total(({ coldWalkMs }) => coldWalkMs),
      unit: 'ratio',
    },
    {
      name: 'corpus-detect-cold-longest-slice',
      value: Math.max(...list(({ coldSliceMs }) => coldSliceMs)),
      unit: 'ms',
    },
    { name: 'corpus-largest-page/size', value: largest.megabytes, unit: 'MB' },
    { name: 'corpus-largest-page/detect-cold', value: largest.coldMs, unit: 'ms' },
    { name: 'corpus-largest-page/longest-slice', value: largest.coldSliceMs, unit: 'ms' },
  ];
}

/** Returns the pages of medium size: on the largest ones mark.js would take too long. */
function chooseMiddle(pages: BenchPage[]): BenchPage[] {
  const bySize = pages.toSorted((one, other) => one.html.length - other.html.length);
  const from = Math.max(0, Math.floor((bySize.length - libraryPages) / 2));
  return bySize.slice(from, from + libraryPages);
}

/** Returns titles spread over the built-in catalogue. */
async function listTitles(): Promise<string[]> {
  const titles = (await readBuiltInFilms()).map(({ title }) => title).filter((title) => title.length > 3);
  const every = Math.floor(titles.length / titleCount);
  return titles.filter((_, at) => at % every === 0).slice(0, titleCount);
}

async function measureLibraries(run: Run, pages: BenchPage[]): Promise<Figure[]> {
  const script = await bundleForPage('tests/bench/library-script.ts', 'libraries');
  const titles = JSON.stringify(await listTitles());
  const timings: LibraryTiming[] = [];
  for (const page of pages) {
    const call = `libraries.timeLibraries(${JSON.stringify(page.url)}, ${titles})`;
    timings.push((await run(page, script, call)) as LibraryTiming);
  }
  const total = (pick: (timing: LibraryTiming) => number) => addUp(timings, pick);
  const own = total(({ detectMs }) => detectMs);
  const others: [string, number][] = [
    ['findAndReplaceDOMText', total(({ findAndReplaceMs }) => findAndReplaceMs)],
    ['mark.js', total(({ markMs }) => markMs)],
  ];
  return [
    { name: 'libraries/pages', value: pages.length, unit: 'pages' },
    { name: `libraries/detect-cold`, value: own / pages.length, unit: 'ms a page' },
    ...others.flatMap(([name, ms]) => [
      { name: `libraries/${name}-${titleCount}-titles`, value: ms / pages.length, unit: 'ms a page' },
      { name: `libraries/${name}-to-detect`, value: ms / own, unit: 'ratio' },
    ]),
  ];
}

/** Runs a script in a page, on a host where the extension does not run. The policy stops a saved page's own scripts. */
async function callInPage(
  browser: ExtensionBrowser,
  server: SiteServer,
  page: BenchPage,
  script: string,
  call: string,
): Promise<unknown> {
  const address = 'https://bench.marquee.example/page';
  server.put(address, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
    body: page.html,
  });
  const tab = await browser.open(address);
  try {
    await tab.evaluate(script);
    return await tab.evaluate(call);
  } finally {
    await tab.close();
  }
}
