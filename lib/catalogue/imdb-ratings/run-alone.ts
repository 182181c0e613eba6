const lockName = 'marquee-imdb-ratings';

/**
 * Runs a task that replaces the table, at most one at a time in all pages, workers and the background. Resolves with
 * false, and does not run it, while another runs.
 */
export async function runAlone(task: () => Promise<void>): Promise<boolean> {
  return await navigator.locks.request(lockName, { ifAvailable: true }, async (lock) => {
    if (lock) await task();
    return lock !== null;
  });
}
