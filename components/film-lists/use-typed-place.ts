import { useState } from 'preact/hooks';

/** More digits than any list has places. */
const mostDigits = 5;

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select');

/** Reads a place that is typed on a row: digits, then Enter. `typed` is empty while nothing is typed. */
export function useTypedPlace(isOn: boolean, onPlace: (place: number) => void) {
  const [typed, setTyped] = useState('');
  const take = (key: string): string | null => {
    if (/^[0-9]$/.test(key)) return (typed + key).slice(0, mostDigits);
    if (typed === '') return null;
    if (key === 'Backspace') return typed.slice(0, -1);
    return key === 'Escape' || key === 'Enter' ? '' : null;
  };
  return {
    typed,
    forget: () => setTyped(''),
    onKeyDown: (event: KeyboardEvent): void => {
      const { key, altKey, ctrlKey, metaKey, target } = event;
      const next = isOn && !altKey && !ctrlKey && !metaKey && !isField(target) ? take(key) : null;
      if (next === null) return;
      // Neither the row's button nor the page has another use for the key.
      event.preventDefault();
      event.stopPropagation();
      setTyped(next);
      if (key === 'Enter' && Number(typed) > 0) onPlace(Number(typed));
    },
  };
}
