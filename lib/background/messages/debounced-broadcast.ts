/** A broadcast shared by changes in quick succession. */
export interface DebouncedBroadcast {
  /** Sends once nothing has changed for three seconds. */
  soon: () => void;
  /** Sends at once, also for earlier changes that are waiting. */
  now: () => void;
}

/** Longer than a chunk of an import takes, shorter than the browser lets the worker rest. */
const waitMs = 3000;

/**
 * Sends one message for many changes. A page reloads on each message, which takes longer than the change itself when
 * the log is long.
 */
export function createDebouncedBroadcast(send: () => void): DebouncedBroadcast {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    clearTimeout(timer);
    send();
  };
  return {
    now,
    soon: () => {
      clearTimeout(timer);
      timer = setTimeout(now, waitMs);
    },
  };
}
