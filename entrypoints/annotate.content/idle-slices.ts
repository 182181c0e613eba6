/** Longest stretch of work in one slice, in ms: leaves room in a 16 ms frame (a task over 50 ms is a long one: w3.org/TR/longtasks). */
const sliceMs = 6;
/** An idle callback is forced after this many ms, so that a busy page gets its badges too. */
const longestWaitMs = 400;

/** Resolves in the browser's next idle period, at the latest after `longestWaitMs`. */
export function waitForIdle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no requestIdleCallback; a hidden tab may hold it back.
    if (typeof requestIdleCallback === 'function')
      requestIdleCallback(() => resolve(), { timeout: longestWaitMs });
    else setTimeout(resolve, 1);
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
    await waitForIdle();
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
