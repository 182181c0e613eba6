import { batch, signal } from '@preact/signals';
import { formatError } from '../../components/ui/error-words.ts';

/** Creates a value from the background: null until it is loaded, with a fault text when loading fails. */
export function createLoaded<T>(load: () => Promise<T>) {
  const value = signal<T | null>(null);
  const fault = signal<string | null>(null);
  let lastTurn = 0;
  return {
    value,
    fault,
    /** Loads again. The old value stays until the answer arrives; the answer to an older request is ignored. */
    async refresh(): Promise<void> {
      const turn = ++lastTurn;
      try {
        const answer = await load();
        if (turn !== lastTurn) return;
        batch(() => {
          value.value = answer;
          fault.value = null;
        });
      } catch (error) {
        if (turn === lastTurn) fault.value = formatError(error);
      }
    },
  };
}
