import { batch, signal } from '@preact/signals';
import { formatError } from '../../components/ui/error-words.ts';

/** Something that the background tells: null until it is there, with the reason where it cannot be had. */
export function createLoaded<T>(load: () => Promise<T>) {
  const value = signal<T | null>(null);
  const fault = signal<string | null>(null);
  let asked = 0;
  return {
    value,
    fault,
    /** Asks again; what stands stays until the answer is there, and of two answers the later question's counts. */
    async refresh(): Promise<void> {
      const turn = ++asked;
      try {
        const answer = await load();
        if (turn !== asked) return;
        batch(() => {
          value.value = answer;
          fault.value = null;
        });
      } catch (error) {
        if (turn === asked) fault.value = formatError(error);
      }
    },
  };
}
