/** Keeps the most recently used promises by key. Rejected promises are removed. */
export interface PromiseCache<T> {
  get(key: string, load: () => Promise<T>): Promise<T>;
}

/** Creates an empty cache of at most `size` values, in which equal requests share one promise. */
export function createPromiseCache<T>(size: number): PromiseCache<T> {
  const kept = new Map<string, Promise<T>>();

  function remember(key: string, value: Promise<T>): void {
    kept.delete(key);
    kept.set(key, value);
    const oldest = kept.keys().next();
    if (kept.size > size && !oldest.done) kept.delete(oldest.value);
  }

  return {
    get(key, load) {
      const known = kept.get(key);
      const value = known ?? load();
      remember(key, value);
      // Only removes the promise from the cache: the caller handles the rejection.
      if (!known) value.catch(() => kept.get(key) === value && kept.delete(key));
      return value;
    },
  };
}
