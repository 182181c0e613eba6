/**
 * Returns a version of a task of which one run is active at most. Calls during a run share one more run after it, so that
 * each call sees the state at the time of the call. The promise of a call rejects if its run does.
 */
export function coalesce(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let waiting: Promise<void> | null = null;
  const run = (): Promise<void> => {
    waiting = null;
    const mine = task();
    running = mine;
    const end = (): void => {
      if (running === mine) running = null;
    };
    mine.then(end, end);
    return mine;
  };
  return () => {
    if (running === null) return run();
    return (waiting ??= running.then(run, run));
  };
}
