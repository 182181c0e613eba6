/** Keeps the last `size` values by key, the least recently used goes first. A promise that is refused is forgotten. */
export interface PromiseCache<T> {
  get(key: string, load: () => Promise<T>): Promise<T>;
}

/** Makes an empty cache in which equal requests share one promise. */
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
      // Only forgets: whoever asked sees the refusal itself.
      if (!known) value.catch(() => kept.get(key) === value && kept.delete(key));
      return value;
    },
  };
}
