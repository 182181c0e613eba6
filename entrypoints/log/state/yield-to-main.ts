/** The length of a slice of long work: typing and scrolling never wait much longer than this. */
const sliceMs = 8;

/** Resolves after other due tasks, such as input and painting. Unlike a timer it has no minimum delay. */
function yieldToMain(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Runs work for a few milliseconds. Returns its result, or null if it is not finished. */
export function runSlice<T>(work: Generator<undefined, T>): { value: T } | null {
  const end = performance.now() + sliceMs;
  do {
    const step = work.next();
    if (step.done) return { value: step.value };
  } while (performance.now() < end);
  return null;
}

/**
 * Runs work to its end in slices of a few milliseconds; the work yields wherever it can be interrupted. Resolves with its
 * result, or with null when `signal` is aborted.
 */
export async function runInSlices<T>(work: Generator<undefined, T>, signal: AbortSignal): Promise<T | null> {
  for (;;) {
    await yieldToMain();
    if (signal.aborted) return null;
    const end = runSlice(work);
    if (end !== null) return end.value;
  }
}
