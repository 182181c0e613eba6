/**
 * A task that runs once at a time: whoever calls while it runs shares one more run after it, so that what was there at
 * the call is always seen. Rejects where that run does.
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
