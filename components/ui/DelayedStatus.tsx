import { useEffect, useState } from 'preact/hooks';

const quietMs = 1000;

/**
 * Text for screen readers only, spoken a second after its last change: while answers change it quickly, only the last text
 * is read.
 */
export function DelayedStatus({ text }: { text: string }) {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), quietMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class="hidden-text" role="status">
      {spoken}
    </p>
  );
}
