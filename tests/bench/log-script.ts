// Runs inside the log page from its start: records when the first rows appear, and marks the results of keys and clicks.
import { answerMarks } from './answers.ts';

export interface ScrollTiming {
  frames: number;
  /** Frames in which a part of the window had no row. */
  blankFrames: number;
  longestFrameMs: number;
}

const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
const nextFrame = (): Promise<void> => new Promise((resolve) => void requestAnimationFrame(() => resolve()));

/** Resolves when a condition is true. Checks it after each change of the document. */
function waitFor(isThere: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isThere()) return resolve();
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  });
}

/** Ms from the start of the load to the frame with the first row. */
export const firstRows = waitFor(() => document.querySelector('[data-row]') !== null)
  .then(nextFrame)
  .then(nextTask)
  .then(() => performance.now());

/** Ms from the start of the load until lists, search and filters are ready. */
export const ready = new Promise<number>((resolve) => {
  const observer = new PerformanceObserver((list) => {
    const [mark] = list.getEntriesByName('log-ready');
    if (mark) resolve(mark.startTime);
  });
  observer.observe({ type: 'mark', buffered: true });
});

/** Returns the time of the first contentful paint, in ms from the start of the load; NaN if there is none. */
export function findFirstPaint(): number {
  return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN;
}

async function markAnswer(selector: string): Promise<void> {
  performance.mark(answerMarks.asked);
  const isThere = (): boolean => document.querySelector(selector) !== null;
  await nextTask();
  if (isThere()) return void performance.mark(answerMarks.atOnce);
  await waitFor(isThere);
  performance.mark(answerMarks.later);
}

/** From now on marks each key or click and its result, which is shown when an element matches the selector. */
export function watchAnswers(event: 'keydown' | 'click', selector: string): { stop: () => Promise<unknown> } {
  const answers: Promise<void>[] = [];
  const listen = (): void => void answers.push(markAnswer(selector));
  addEventListener(event, listen, { capture: true });
  return {
    stop: () => {
      removeEventListener(event, listen, { capture: true });
      return Promise.all(answers);
    },
  };
}

/** Whether rows cover the part of the window in which the list is. */
function isCovered(list: Element): boolean {
  const { top, bottom } = list.getBoundingClientRect();
  const rows = [...list.children].map((row) => row.getBoundingClientRect());
  const first = rows[0]?.top ?? Infinity;
  const last = rows.at(-1)?.bottom ?? -Infinity;
  return first <= Math.max(0, top) + 1 && last >= Math.min(innerHeight, bottom) - 1;
}

/** Records every frame until `stop` is called. */
export function watchScroll(): { stop: () => ScrollTiming } {
  const timingOf: ScrollTiming = { frames: 0, blankFrames: 0, longestFrameMs: 0 };
  let isStopped = false;
  let last = performance.now();
  const look = (): void => {
    if (isStopped) return;
    const now = performance.now();
    timingOf.longestFrameMs = Math.max(timingOf.longestFrameMs, now - last);
    last = now;
    const list = document.querySelector('.diary');
    timingOf.frames += 1;
    if (list === null || !isCovered(list)) timingOf.blankFrames += 1;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  return {
    stop: () => {
      isStopped = true;
      return timingOf;
    },
  };
}
