// Measures the content script's cost from Chromium's trace: the tasks that ran our script, their durations, and the badges.
import type { CDPSession, Page } from 'playwright-core';
import type { ExtensionBrowser } from '../e2e/browser.ts';
import { findMedian } from './figures.ts';

export interface ScriptTrace {
  badges: number;
  /** From the first evaluation of the content script to the last badge. */
  lastBadgeMs: number;
  /** All tasks in which the content script ran, including layout and the page's own work: an upper bound. */
  taskMs: number;
  /** The longest task of the page in which the content script ran. */
  longestTaskMs: number;
  /** Tasks over 50 ms in which the content script ran. */
  longTasks: number;
}

/** A complete event of the trace format; times in microseconds. */
export interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  /** CPU time. */
  tdur?: number;
  pid: number;
  tid: number;
  args?: {
    data?: { url?: string; fileName?: string; scriptName?: string; message?: string };
    /** The browser's function that posted the task. */
    src_func?: string;
  };
}

export type Span = TraceEvent & { dur: number };

const scriptCategories = [
  'devtools.timeline',
  'toplevel',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
];

/** Opens an address while tracing, waits for `settle`, and evaluates the trace. */
export async function traceScript(
  browser: ExtensionBrowser,
  url: string,
  settle: (page: Page) => Promise<void>,
): Promise<ScriptTrace> {
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  await page.addInitScript(() => {
    new MutationObserver((records) => {
      const hasBadge = records.some(({ addedNodes }) =>
        [...addedNodes].some((node) => node.nodeName === 'MARQUEE-BADGE'),
      );
      if (hasBadge) performance.mark('badge-mounted');
    }).observe(document, { childList: true, subtree: true });
  });
  const events = await recordTrace(session, scriptCategories, async () => {
    await page.goto(url);
    await settle(page);
  });
  const badges = await page.locator('marquee-badge').count();
  await page.close();
  return { badges, ...summarise(events) };
}

const sampleEveryUs = 200;

/** Ms on the main thread. */
export interface ScriptProfile {
  /** Time with one of our scripts on the stack, including its calls and its work after an answer. */
  scriptMs: number;
  /** The part of it that places and draws badges. */
  badgesMs: number;
}

/**
 * Measures our scripts' cost by sampling, since the trace does not attribute the work after an answer. It does not include
 * compilation, about 5 ms. The profiler itself slows code that runs for the first time.
 */
export async function profileScript(
  browser: ExtensionBrowser,
  url: string,
  settle: (page: Page) => Promise<void>,
): Promise<ScriptProfile> {
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: sampleEveryUs });
  await session.send('Profiler.start');
  await page.goto(url);
  await settle(page);
  const { profile } = await session.send('Profiler.stop');
  await page.close();
  return {
    scriptMs: sumSamples(profile, isOwnScript),
    badgesMs: sumSamples(profile, (url) => url.endsWith('badge.js')),
  };
}

/** The part of a profile that is read here: the tree of calls, and the top of the stack at each sample; times in µs. */
interface CpuProfile {
  nodes: { id: number; callFrame: { url: string }; children?: number[] }[];
  samples?: number[];
  timeDeltas?: number[];
}

/** Returns the ms of the samples with a wanted script on the stack. */
function sumSamples(
  { nodes, samples = [], timeDeltas = [] }: CpuProfile,
  isWanted: (url: string) => boolean,
): number {
  const wanted = new Set<number>();
  // A node comes before those it calls.
  for (const { id, callFrame, children = [] } of nodes) {
    if (isWanted(callFrame.url)) wanted.add(id);
    if (wanted.has(id)) for (const child of children) wanted.add(child);
  }
  return samples.reduce((total, id, at) => total + (wanted.has(id) ? (timeDeltas[at] ?? 0) : 0), 0) / 1000;
}

const loadsPerMedian = 9;

/**
 * Returns Chromium's `ScriptDuration` in ms for a page without scripts: the median of nine loads. Compilation is not
 * included (chromedevtools.github.io/devtools-protocol/tot/Performance).
 */
export async function measureScriptDuration(
  browser: ExtensionBrowser,
  url: string,
  settle: (page: Page) => Promise<void>,
): Promise<number> {
  const durations: number[] = [];
  for (let load = 0; load < loadsPerMedian; load++) {
    const page = await browser.context.newPage();
    const session = await browser.context.newCDPSession(page);
    await session.send('Performance.enable');
    await page.goto(url);
    await settle(page);
    const { metrics } = await session.send('Performance.getMetrics');
    durations.push((metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN) * 1000);
    await page.close();
  }
  return findMedian(durations);
}

const isOwnScript = (text: string): boolean => text.includes('chrome-extension://');

/** Records the trace events of some categories during an action. */
export async function recordTrace(
  session: CDPSession,
  includedCategories: string[],
  act: () => Promise<void>,
): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  await act();
  const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.end');
  await complete;
  return events;
}

export const isSpan = (event: TraceEvent): event is Span => event.ph === 'X' && event.dur !== undefined;
/** Whether an event happened during a span on the same thread. */
export const isIn = (inner: TraceEvent, outer: Span) =>
  inner.pid === outer.pid &&
  inner.tid === outer.tid &&
  inner.ts >= outer.ts &&
  inner.ts <= outer.ts + outer.dur;

/** Returns the spans that no other one encloses. The list must be ordered by start. */
function findOutermost(spans: Span[]): Span[] {
  const outer: Span[] = [];
  for (const span of spans) if (!outer.some((one) => isIn(span, one))) outer.push(span);
  return outer;
}

function summarise(events: TraceEvent[]): Omit<ScriptTrace, 'badges'> {
  const spans = events.filter(isSpan).sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const isOurs = ({ args }: TraceEvent) =>
    isOwnScript(`${args?.data?.url ?? ''} ${args?.data?.fileName ?? ''} ${args?.data?.scriptName ?? ''}`);
  const calls = spans.filter(
    (span) => /^(EvaluateScript|FunctionCall|v8\.compile)$/.test(span.name) && isOurs(span),
  );
  const [first] = calls;
  // Idle work and work after an answer name no script. The bench's pages have no scripts, so this work is ours.
  const continued = spans.filter(
    ({ name, ts, pid, tid }) =>
      /^(?:FireIdleCallback|RunMicrotasks|TimerFire)$/.test(name) &&
      first &&
      ts >= first.ts &&
      pid === first.pid &&
      tid === first.tid,
  );
  const own = findOutermost([...calls, ...continued].sort((a, b) => a.ts - b.ts || b.dur - a.dur));
  const tasks = spans.filter(({ name }) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask');
  const ourTasks = findOutermost(tasks.filter((task) => own.some((call) => isIn(call, task))));
  const marks = events.filter(({ name }) => name === 'badge-mounted').map(({ ts }) => ts);
  const start = own[0]?.ts ?? NaN;
  const durations = ourTasks.map(({ dur }) => dur / 1000);
  return {
    lastBadgeMs: marks.length ? (Math.max(...marks) - start) / 1000 : 0,
    taskMs: durations.reduce((total, ms) => total + ms, 0),
    longestTaskMs: Math.max(0, ...durations),
    longTasks: durations.filter((ms) => ms > 50).length,
  };
}
