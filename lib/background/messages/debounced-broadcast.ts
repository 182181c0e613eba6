/** A broadcast that changes in quick succession share. */
export interface DebouncedBroadcast {
  /** Sends once nothing has changed for three seconds. */
  soon: () => void;
  /** Sends at once, for everything that waited too. */
  now: () => void;
}

/** Longer than a chunk of an import takes, shorter than the browser lets the worker rest. */
const waitMs = 3000;

/**
 * Sends one message for many changes: a page reads the whole change for each message, which for a long log takes longer
 * than the change itself.
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
