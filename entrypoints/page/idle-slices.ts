/**
 * Longest stretch of work in one slice, in ms: when the browser has nothing else to do, and when it makes us wait too
 * long. Both leave room in a task of 50 ms, from which on it is a long one (w3.org/TR/longtasks).
 */
const idleMs = 16;
const busyMs = 6;
/** An idle callback is forced after this many ms, so that a busy page gets its badges too. */
const longestWaitMs = 400;

/** Waits for the browser's next idle period, at the latest for `longestWaitMs`. Gives how long a slice may take, in ms. */
export function waitForIdle(): Promise<number> {
  return new Promise((resolve) => {
    requestIdleCallback((idle) => resolve(Math.max(busyMs, Math.min(idleMs, idle.timeRemaining()))), {
      timeout: longestWaitMs,
    });
  });
}

/**
 * Runs a generator to its end in idle slices of a few ms. What it yields other than undefined is a wish, which `answer`
 * fulfils; the generator gets the answer back. Gives its return value, or null once `signal` is aborted. Throws what
 * the generator throws.
 */
export async function runInSlices<Wish, Answer, Result>(
  steps: Generator<Wish | undefined, Result, Answer | undefined>,
  answer: (wish: Wish) => Promise<Answer | undefined>,
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
