/**
 * Runs at most one task for each key at a time; callers with the same key share its result. The task is aborted when
 * all its callers have aborted.
 */
export function createInFlight<T>() {
  interface Shared {
    answer: Promise<T>;
    abort: AbortController;
    waiting: number;
  }
  const underWay = new Map<string, Shared>();

  function start(key: string, task: (signal: AbortSignal) => Promise<T>): Shared {
    const abort = new AbortController();
    const shared: Shared = { answer: task(abort.signal), abort, waiting: 0 };
    const forget = (): void => {
      if (underWay.get(key) === shared) underWay.delete(key);
    };
    shared.answer.then(forget, forget);
    underWay.set(key, shared);
    return shared;
  }

  return {
    run(key: string, signal: AbortSignal, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
      if (signal.aborted) return Promise.reject(new DOMException('no longer wanted', 'AbortError'));
      const shared = underWay.get(key) ?? start(key, task);
      shared.waiting += 1;
      return new Promise<T>((resolve, reject) => {
        const leave = (): void => {
          shared.waiting -= 1;
          if (shared.waiting === 0) {
            if (underWay.get(key) === shared) underWay.delete(key);
            shared.abort.abort();
          }
          reject(new DOMException('no longer wanted', 'AbortError'));
        };
        signal.addEventListener('abort', leave, { once: true });
        shared.answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
      });
    },
  };
}
