/**
 * The length of a slice in ms, when the browser is idle and when the idle callback was forced. Both are well below 50 ms,
 * from which on a task is a long task (w3.org/TR/longtasks).
 */
const idleMs = 16;
const busyMs = 6;
/** While the page draws frames, a slice has half of the time until the next one, since a step of it may take longer. */
const frameMs = 17;
const leastMs = 1;
/** An idle callback is forced after this many ms, so that a busy page gets its badges too. */
const longestWaitMs = 400;

function findSliceMs({ didTimeout, timeRemaining }: { didTimeout: boolean; timeRemaining: number }): number {
  if (didTimeout) return busyMs;
  return timeRemaining > frameMs ? idleMs : Math.max(leastMs, timeRemaining / 2);
}

/** Waits for the browser's next idle period, at most `longestWaitMs`. Returns the length of the next slice in ms. */
export function waitForIdle(): Promise<number> {
  return new Promise((resolve) => {
    requestIdleCallback(
      (idle) => resolve(findSliceMs({ didTimeout: idle.didTimeout, timeRemaining: idle.timeRemaining() })),
      { timeout: longestWaitMs },
    );
  });
}

/**
 * Runs a generator to its end in idle slices of a few ms. A yielded value other than undefined is a request, which
 * `answer` resolves; the generator receives the answer. Returns the generator's result, or null when `signal` is aborted.
 * Throws what the generator throws.
 */
export async function runInSlices<Query, Answer, Result>(
  steps: Generator<Query | undefined, Result, Answer | undefined>,
  answer: (query: Query) => Promise<Answer | undefined>,
  signal: AbortSignal,
): Promise<Result | null> {
  let answered: Answer | undefined;
  for (;;) {
    const sliceMs = await waitForIdle();
    if (signal.aborted) return null;
    const end = performance.now() + sliceMs;
    while (performance.now() < end) {
      const step = steps.next(answered);
      answered = undefined;
      if (step.done) return step.value;
      if (step.value === undefined) continue;
      answered = await answer(step.value);
      break;
    }
  }
}
