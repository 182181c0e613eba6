// The browser and all its processes are killed at random moments of a restore, "continue without", a repair, a migration and
// an import. MARQUEE_KILLS sets how many kills (5 by default), MARQUEE_SEED which moments.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type SiteServer } from '../site/server.ts';
import { launchExtension, type ExtensionBrowser } from './browser.ts';
import { bundleForPage } from './bundle.ts';
import { fillLog } from './full-log.ts';

const kills = Number(process.env.MARQUEE_KILLS ?? 5);
const seed = Number(process.env.MARQUEE_SEED ?? 1);
const entriesAtFirst = 600;

let site: SiteServer;
let harming: string;
let migrating: string;
beforeAll(async () => {
  site = await startSite();
  harming = await bundleForPage('tests/logs/harm-log.ts', 'harming');
  migrating = await bundleForPage('tests/logs/migrate-log.ts', 'migrating');
});
afterAll(() => site.close());

/** Numbers from 0 to 1 that are the same for a seed (mulberry32). */
function createRandom(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Calls a function of `tests/logs/harm-log.ts` or `migrate-log.ts` in the page. */
function call<T>(page: Page, name: string, ...given: unknown[]): Promise<T> {
  return page.evaluate(
    async ([path = '', values]) => {
      const [library = '', act = ''] = path.split('.');
      type Library = Record<string, ((...given: unknown[]) => Promise<unknown>) | undefined>;
      const found = Reflect.get(globalThis, library) as Library;
      return (await found[act]?.(...values)) as T;
    },
    [name, given] as const,
  );
}

/** A page of the extension with the functions. Adds the titles of acknowledged ratings to the set. */
async function openDesk(browser: ExtensionBrowser, acknowledged: Set<string>): Promise<Page> {
  const desk = await browser.openOwn('manifest.json');
  desk.on('console', (message) => {
    const [, titles] = /^acknowledged (.*)$/.exec(message.text()) ?? [];
    if (titles !== undefined) for (const title of JSON.parse(titles) as string[]) acknowledged.add(title);
  });
  await desk.evaluate(harming);
  await desk.evaluate(migrating);
  return desk;
}

type Kind = 'restore' | 'continue without' | 'repair' | 'import' | 'migration';
const kinds: Kind[] = ['restore', 'continue without', 'repair', 'import', 'migration'];

/**
 * The longest time before a kill, in milliseconds. It shrinks to a little more than the action took when one ended before
 * its kill, so that on any machine most kills meet an action that runs.
 */
const longestMs: Record<Kind, number> = {
  restore: 5000,
  'continue without': 4000,
  repair: 4000,
  import: 5000,
  migration: 3000,
};

/** Damages the log in the way that the action repairs. */
async function prepare(desk: Page, kind: Kind, number: number): Promise<void> {
  if (kind === 'restore') await call(desk, 'harming.loseRatings', null);
  if (kind === 'continue without') {
    await call(desk, 'harming.rateFilms', [`Lost ${number}`], 3);
    await call(desk, 'harming.loseRatings', [`Lost ${number}`]);
  }
  if (kind === 'restore' || kind === 'continue without')
    expect(await call(desk, 'harming.findHealth')).toMatchObject({ state: 'damaged' });
  if (kind === 'repair') await call(desk, 'harming.breakEntry');
}

/** Runs the action to its end. */
function run(desk: Page, kind: Kind, number: number): Promise<unknown> {
  if (kind === 'restore') return call(desk, 'harming.restoreNewest');
  if (kind === 'continue without') return call(desk, 'harming.acceptLoss');
  if (kind === 'repair') return call(desk, 'harming.checkLog');
  if (kind === 'migration') return call(desk, 'migrating.migrateLog', { haltAt: null });
  const titles = Array.from({ length: 150 }, (_, at) => `Imported ${number} ${at}`);
  const chunks = [titles.slice(0, 50), titles.slice(50, 100), titles.slice(100)];
  return call(desk, 'harming.importFilms', `import-${number}`, chunks);
}

/** What a kill left. */
interface Left {
  /** Acknowledged ratings that are neither in the log nor in its backups. */
  lost: string[];
  isEmpty: boolean;
  /** Whether the log was complete at the next start. */
  isWhole: boolean;
}

interface ReadLog {
  rated: string[];
  entries: number;
}

/** Opens the log after a kill, restores it if it says that something is missing, and compares it with what is expected. */
async function examine(desk: Page, acknowledged: Set<string>): Promise<Left> {
  const health = await call<{ state: string }>(desk, 'harming.findHealth');
  const before = await call<ReadLog>(desk, 'harming.readLog');
  if (health.state !== 'ok') expect(await call(desk, 'harming.restoreNewest')).toMatchObject({ state: 'ok' });
  const { rated } = await call<ReadLog>(desk, 'harming.readLog');
  const there = new Set(rated);
  const lost = [...acknowledged].filter((title) => !title.startsWith('Lost') && !there.has(title));
  const isEmpty = health.state === 'ok' && before.entries === 0;
  return { lost, isEmpty, isWhole: health.state === 'ok' };
}

/** Kills a migration of a copy of the profile, and examines the rows that are there, in the old version or the new. */
async function killMigration(
  browser: ExtensionBrowser,
  acknowledged: Set<string>,
  delayMs: number,
): Promise<Left & { isInside: boolean }> {
  const profile = mkdtempSync(join(tmpdir(), 'marquee-kill-'));
  cpSync(browser.profile, profile, { recursive: true });
  const copy = await launchExtension({ site, profile });
  const isInside = await killDuring(copy, await openDesk(copy, new Set()), 'migration', {
    number: 0,
    delayMs,
  });
  const again = await launchExtension({ site, profile });
  const desk = await openDesk(again, new Set());
  const { rated, entries } = await call<ReadLog>(desk, 'harming.readLog');
  await again.close();
  const lost = [...acknowledged].filter((title) => !title.startsWith('Lost') && !rated.includes(title));
  return { lost, isEmpty: entries === 0, isWhole: true, isInside };
}

/** Starts an action and kills the browser after the delay. Returns whether the action was still running. */
async function killDuring(
  browser: ExtensionBrowser,
  desk: Page,
  kind: Kind,
  { number, delayMs }: { number: number; delayMs: number },
): Promise<boolean> {
  const startedAt = performance.now();
  let tookMs: number | null = null;
  // A page that is killed with its browser never answers.
  run(desk, kind, number)
    .then(() => (tookMs = performance.now() - startedAt))
    .catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  const endedAfterMs = tookMs;
  await browser.crash();
  if (endedAfterMs !== null) longestMs[kind] = Math.min(longestMs[kind], endedAfterMs * 1.1);
  return endedAfterMs === null;
}

test(
  `${kills} kills at random moments lose no acknowledged rating, and never leave an empty log`,
  { timeout: 60_000 + kills * 60_000 },
  async () => {
    const random = createRandom(seed);
    const acknowledged = new Set<string>();
    const outcomes: (Left & { kind: Kind; isInside: boolean })[] = [];
    let browser = await launchExtension({ site });
    const { profile } = browser;
    await fillLog(browser, { entries: entriesAtFirst, lastDay: '2026-03-08', years: 5 });
    let desk = await openDesk(browser, acknowledged);
    await call(desk, 'harming.findHealth');
    for (let number = 1; number <= kills; number += 1) {
      const kind = kinds[number % kinds.length] ?? 'restore';
      const delayMs = random() * longestMs[kind];
      await call(desk, 'harming.rateFilms', [`Rated ${number} a`, `Rated ${number} b`], 8);
      if (kind === 'migration') {
        await browser.quit();
        outcomes.push({ kind, ...(await killMigration(browser, acknowledged, delayMs)) });
      } else {
        await prepare(desk, kind, number);
        const isInside = await killDuring(browser, desk, kind, { number, delayMs });
        outcomes.push({ kind, isInside, lost: [], isEmpty: false, isWhole: true });
      }
      browser = await launchExtension({ site, profile });
      desk = await openDesk(browser, acknowledged);
      const last = outcomes.at(-1);
      const left = await examine(desk, acknowledged);
      if (last && kind !== 'migration') Object.assign(last, left);
    }
    await browser.close();
    const figures = kinds.map((kind) => {
      const own = outcomes.filter((outcome) => outcome.kind === kind);
      const inside = own.filter(({ isInside }) => isInside).length;
      const restored = own.filter(({ isWhole }) => !isWhole).length;
      return `${kind}: ${own.length} kills, ${inside} while it ran, ${restored} times restored afterwards`;
    });
    const isBad = ({ lost, isEmpty }: Left): boolean => lost.length > 0 || isEmpty;
    console.log([`seed ${seed}, ${acknowledged.size} acknowledged ratings`, ...figures].join('\n'));
    expect(outcomes.filter(isBad)).toEqual([]);
    rmSync(profile, { recursive: true, force: true });
  },
);
