/** Long work is cut so that typing and scrolling never wait longer than about this. */
const sliceMs = 8;

/** Lets whatever else is due run first: input, painting, other tasks. Not clamped as a timer is. */
function letOthersRun(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Works for a few milliseconds: what comes back at the end, or null where there is more to do. */
export function runSlice<T>(work: Generator<undefined, T>): { value: T } | null {
  const end = performance.now() + sliceMs;
  do {
    const step = work.next();
    if (step.done) return { value: step.value };
  } while (performance.now() < end);
  return null;
}

/**
 * Runs work to its end, a few milliseconds at a time; the work yields wherever it may be interrupted. Resolves with what
 * it returns, or with null once `signal` is aborted.
 */
export async function runInSlices<T>(work: Generator<undefined, T>, signal: AbortSignal): Promise<T | null> {
  for (;;) {
    await letOthersRun();
    if (signal.aborted) return null;
    const end = runSlice(work);
    if (end !== null) return end.value;
  }
}
