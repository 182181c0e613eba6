import { isResting } from '../../dates/stored-time.ts';

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

/**
 * Spaces requests to one host by at least their gap. A clock that is set back makes none wait longer than the gaps of those
 * before it.
 */
export function createRateLimit({ now, sleep }: { now: () => number; sleep: Sleep }) {
  const nextAt = new Map<string, number>();
  /** The requests that wait, by host. */
  const waiting = new Map<string, number>();
  return {
    /** Resolves when a request to the host may be sent. Rejects with an `AbortError` when the signal is aborted. */
    async wait(host: string, minGapMs: number, signal: AbortSignal): Promise<void> {
      const before = waiting.get(host) ?? 0;
      const next = nextAt.get(host) ?? 0;
      const at = isResting(next, (before + 1) * minGapMs, now()) ? next : now();
      nextAt.set(host, at + minGapMs);
      waiting.set(host, before + 1);
      try {
        if (at > now()) await sleep(at - now(), signal);
        else signal.throwIfAborted();
      } finally {
        waiting.set(host, (waiting.get(host) ?? 1) - 1);
      }
    },
  };
}
