/** Waits, or ends with an `AbortError` as soon as the signal says so. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** Waits by the clock. */
export const sleepByClock: Sleep = (ms, signal) =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(new DOMException('no longer wanted', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

/** Lets requests to one host through one after another, each at least its gap after the one before. */
export function createRateLimit({ now, sleep }: { now: () => number; sleep: Sleep }) {
  const nextAt = new Map<string, number>();
  return {
    /** Ends when a request to the host may be sent; rejects with an `AbortError` when it is no longer wanted. */
    async wait(host: string, minGapMs: number, signal: AbortSignal): Promise<void> {
      const at = Math.max(now(), nextAt.get(host) ?? 0);
      nextAt.set(host, at + minGapMs);
      if (at > now()) await sleep(at - now(), signal);
      else signal.throwIfAborted();
    },
  };
}
