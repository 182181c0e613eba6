// What the content script costs, out of Chromium's own trace: which task ran our script, how long, and what came of it.
import type { CDPSession, Page } from 'playwright-core';
import type { ExtensionBrowser } from '../e2e/browser.ts';
import { findMedian } from './figures.ts';

export interface ScriptTrace {
  badges: number;
  /** From the content script's first evaluation to the last badge in the page. */
  lastBadgeMs: number;
  /** All tasks in which the content script ran, layout and the page's own share included: an upper bound. */
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
  /** The processor's time of it. */
  tdur?: number;
  pid: number;
  tid: number;
  args?: {
    data?: { url?: string; fileName?: string; scriptName?: string; message?: string };
    /** Of a task: the function of the browser's that asked for it. */
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

/** Opens an address while tracing, waits as told, and reads the trace. */
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
  /** With one of our scripts on the stack, what it calls and what follows an answer included. */
  scriptMs: number;
  /** That part of it in which badges are placed and drawn. */
  badgesMs: number;
}

/**
 * What our scripts cost, out of samples, for the trace does not tell whose work after an answer is. The scripts'
 * compilation comes on top, 5 ms or so; the profiler itself slows code that runs for the first time.
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

/** What is read of a profile: its calls as a tree, and which of them was on top at each sample, times in microseconds. */
interface CpuProfile {
  nodes: { id: number; callFrame: { url: string }; children?: number[] }[];
  samples?: number[];
  timeDeltas?: number[];
}

/** Ms of the samples with a script on the stack whose address is wanted. */
function sumSamples(
  { nodes, samples = [], timeDeltas = [] }: CpuProfile,
  isWanted: (url: string) => boolean,
): number {
  const wanted = new Set<number>();
  // A node stands before those it calls.
  for (const { id, callFrame, children = [] } of nodes) {
    if (isWanted(callFrame.url)) wanted.add(id);
    if (wanted.has(id)) for (const child of children) wanted.add(child);
  }
  return samples.reduce((total, id, at) => total + (wanted.has(id) ? (timeDeltas[at] ?? 0) : 0), 0) / 1000;
}

const loadsPerMedian = 9;

/**
 * Ms of Chromium's own `ScriptDuration` for an address whose page has no script of its own: the median of nine loads,
 * as web developers' tools count it (chromedevtools.github.io/devtools-protocol/tot/Performance). Compilation not included.
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

/** What Chromium writes of those categories into its trace while something is done. */
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
/** Whether one happened while the other did, on the same thread. */
export const isIn = (inner: TraceEvent, outer: Span) =>
  inner.pid === outer.pid &&
  inner.tid === outer.tid &&
  inner.ts >= outer.ts &&
  inner.ts <= outer.ts + outer.dur;

/** Spans that no other of the list encloses; the list is in the order of time. */
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
  // Idle work and what runs after an answer name no script; the pages of the bench have none of their own.
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
