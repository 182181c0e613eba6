import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runInSlices, waitForIdle } from './idle-slices.ts';

/** What the browser says is left of an idle period, in ms. */
let leftMs: number;
let didTimeout: boolean;
let slices: number;
let controller: AbortController;

beforeEach(() => {
  [leftMs, didTimeout, slices] = [50, false, 0];
  controller = new AbortController();
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.stubGlobal(
    'requestIdleCallback',
    (act: (idle: { didTimeout: boolean; timeRemaining(): number }) => void) => {
      slices += 1;
      queueMicrotask(() => act({ didTimeout, timeRemaining: () => leftMs }));
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const refuse = () => Promise.resolve(undefined);

/** Steps that each take as many ms. */
function* work(steps: number, msEach: number): Generator<undefined, number> {
  for (let step = 0; step < steps; step += 1) {
    vi.advanceTimersByTime(msEach);
    yield;
  }
  return steps;
}

test('work is spread over slices of the idle time, and its result is given', async () => {
  expect(await runInSlices(work(20, 4), refuse, controller.signal)).toBe(20);
  expect(slices).toBe(6);
});

test.each([
  ['forced ends soon', 0, true, 6],
  ['where no frame is due is shorter than the time', 50, false, 16],
  ['before a frame leaves half of the time', 14, false, 7],
  ['shortly before a frame does next to nothing', 0.5, false, 1],
])('a slice %s', async (_which, left, isForced, ms) => {
  [leftMs, didTimeout] = [left, isForced];
  expect(await waitForIdle()).toBe(ms);
});

test('answers a query and continues the work in another slice', async () => {
  function* ask(): Generator<string | undefined, string, number | undefined> {
    const answer = yield 'a number';
    const next = yield;
    return `${answer} ${next}`;
  }
  const answer = vi.fn(() => Promise.resolve(7));
  expect(await runInSlices(ask(), answer, controller.signal)).toBe('7 undefined');
  expect(answer.mock.calls).toEqual([['a number']]);
  expect(slices).toBe(2);
});

test('once its signal is aborted no more is done, and there is no result', async () => {
  const done: number[] = [];
  function* note(): Generator<undefined, string> {
    for (let step = 0; step < 3; step += 1) {
      done.push(step);
      vi.advanceTimersByTime(20);
      if (step === 1) controller.abort();
      yield;
    }
    return 'all';
  }
  expect(await runInSlices(note(), refuse, controller.signal)).toBeNull();
  expect(done).toEqual([0, 1]);
});

test('what the work throws is thrown', async () => {
  // eslint-disable-next-line require-yield -- it throws before
  function* fail(): Generator<undefined, never> {
    throw new Error('torn');
  }
  await expect(runInSlices(fail(), refuse, controller.signal)).rejects.toThrow('torn');
});
