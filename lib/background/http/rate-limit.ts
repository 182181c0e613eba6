/** Waits; rejects with an `AbortError` when the signal is aborted. */
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

/** Spaces requests to one host by at least their gap. */
export function createRateLimit({ now, sleep }: { now: () => number; sleep: Sleep }) {
  const nextAt = new Map<string, number>();
  return {
    /** Resolves when a request to the host may be sent. Rejects with an `AbortError` when the signal is aborted. */
    async wait(host: string, minGapMs: number, signal: AbortSignal): Promise<void> {
      const at = Math.max(now(), nextAt.get(host) ?? 0);
      nextAt.set(host, at + minGapMs);
      if (at > now()) await sleep(at - now(), signal);
      else signal.throwIfAborted();
    },
  };
}
