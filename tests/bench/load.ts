// Measures how much of its speed a page keeps that changes thousands of texts, in turns with an extension that does nothing.
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { launchExtension, type ExtensionBrowser } from '../e2e/browser.ts';
import { sampleHosts, type SiteServer } from '../site/server.ts';
import { findMedian, type Figure } from './figures.ts';
import { makeListPage } from './pages.ts';

const rounds = 3;
const framesForMs = 3000;
const textsPerFrame = 5000;
const textsAtOnce = 50_000;
/** After so long the texts that were added are read. */
const quietMs = 6000;

/** What changes at each frame, beside the badges. All of it is counted alike. */
const changes = {
  texts: 'texts.forEach((text) => { text.data = String(now); })',
  // Just slow enough for each change to be looked at.
  'few-texts': 'for (let at = 0; at < 120; at += 1) texts[at].data = String(now)',
  'texts-of-titles':
    'titles.forEach((text) => { text.data = text.data; }); texts.forEach((text) => { text.data = String(now); })',
  attributes: 'texts.forEach((text) => { text.parentElement.title = String(now); })',
  nodes:
    'texts.forEach((text, at) => { const next = new Text(String(now)); text.replaceWith(next); texts[at] = next; })',
  rows: 'noise.replaceChildren(...texts.map(() => { const row = document.createElement("li"); row.append(String(now)); return row; }))',
} as const;

/** Writes an extension with a content script and a worker that do nothing. Returns its folder. */
function writeEmptyExtension(): string {
  const folder = '.output/empty-extension';
  mkdirSync(folder, { recursive: true });
  const matches = sampleHosts.map((host) => `https://${host}/*`);
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    background: { service_worker: 'empty.js' },
    content_scripts: [{ matches, js: ['empty.js'] }],
  };
  writeFileSync(`${folder}/manifest.json`, JSON.stringify(manifest));
  writeFileSync(`${folder}/empty.js`, '');
  return folder;
}

/** Opens a list of 250 films with texts beside it, and waits for its badges where there are any. */
async function openList(opened: ExtensionBrowser, url: string, hasBadges: boolean): Promise<Page> {
  const page = await opened.open(url);
  if (hasBadges) await page.locator('marquee-badge').nth(200).waitFor({ state: 'attached' });
  await page.waitForTimeout(2000);
  return page;
}

/** The texts that change are not laid out, so that all that a frame costs is the change, and what is done about it. */
const prepare = (count: number): string => `
  const noise = document.body.appendChild(document.createElement('div'));
  noise.style.display = 'none';
  const texts = Array.from({ length: ${count} }, () =>
    noise.appendChild(document.createElement('i')).appendChild(new Text('0')));
  const titles = [...document.querySelectorAll('li a')].map((link) => link.firstChild);
  const frame = () => new Promise(requestAnimationFrame);
  await frame();`;

/** Returns the frames a second while so much changes at each, and the CPU time of the page's main thread for each, in ms. */
async function countFrames(page: Page, change: string): Promise<[frames: number, cpuMs: number]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await session.send('Performance.enable');
  const readCpuMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
  const before = await readCpuMs();
  const [frames, ms] = await page.evaluate<[number, number]>(`(async () => {${prepare(textsPerFrame)}
    let frames = 0;
    const start = performance.now();
    for (let now = start; now - start < ${framesForMs}; frames += 1) {
      ${change};
      now = await frame();
    }
    return [frames, performance.now() - start];
  })()`);
  return [(frames * 1000) / ms, ((await readCpuMs()) - before) / frames];
}

/** Returns the ms from a change of many texts until the page is painted and free again. */
async function timeChange(page: Page): Promise<[ms: number]> {
  return [
    await page.evaluate<number>(`(async () => {${prepare(textsAtOnce)}
    noise.style.cssText = 'height: 200px; overflow: hidden';
    await new Promise((done) => setTimeout(done, ${quietMs}));
    await frame();
    const start = performance.now();
    texts.forEach((text) => { text.data = String(start); });
    await frame();
    await new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
    await frame();
    return performance.now() - start;
  })()`),
  ];
}

/** Measures the running extension in turns with the empty one. */
export async function* measureLoad(opened: ExtensionBrowser, site: SiteServer): AsyncGenerator<Figure[]> {
  const list = makeListPage(250);
  site.put(list.url, list.html);
  const empty = await launchExtension({ site, extension: writeEmptyExtension() });
  /** The medians of each value, of the empty and of the running extension. */
  const compare = async (measure: (page: Page) => Promise<number[]>): Promise<[number[], number[]]> => {
    const runs: [number[][], number[][]] = [[], []];
    for (let round = 0; round < rounds; round += 1)
      for (const [at, browser] of [empty, opened].entries()) {
        const page = await openList(browser, list.url, browser === opened);
        runs[at]?.push(await measure(page));
        await page.close();
      }
    const findMedians = (values: number[][]) =>
      (values[0] ?? []).map((_, at) => findMedian(values.map((run) => run[at] ?? NaN)));
    return [findMedians(runs[0]), findMedians(runs[1])];
  };
  try {
    for (const [name, change] of Object.entries(changes)) {
      const [[framesWithout = NaN, cpuWithout = NaN], [frames = NaN, cpu = NaN]] = await compare((page) =>
        countFrames(page, change),
      );
      yield [
        { name: `load/${name}/frames-without`, value: framesWithout, unit: 'fps' },
        { name: `load/${name}/frames`, value: frames, unit: 'fps' },
        { name: `load/${name}/frames-kept`, value: frames / framesWithout, unit: 'ratio' },
        { name: `load/${name}/cpu-per-frame-without`, value: cpuWithout, unit: 'ms' },
        { name: `load/${name}/cpu-per-frame`, value: cpu, unit: 'ms' },
      ];
    }
    const [[without = NaN], [withUs = NaN]] = await compare(timeChange);
    yield [
      { name: 'load/50000-texts-at-once/without', value: without, unit: 'ms' },
      { name: 'load/50000-texts-at-once', value: withUs, unit: 'ms' },
      { name: 'load/50000-texts-at-once/to-without', value: withUs / without, unit: 'ratio' },
    ];
  } finally {
    await empty.close();
  }
}
