import { useEffect, useRef } from 'preact/hooks';

/** How long the user may pause before what they typed is saved. */
const pauseMs = 400;

/**
 * Calls `save` a moment after the last change, and at once where the part or the whole page is closed. `save` is that of
 * the latest drawing. Returns the function that notes a change, and the one that saves at once what is not saved yet.
 */
export function useAutosave(save: () => void): { noteChange: () => void; saveNow: () => void } {
  const latest = useRef(save);
  latest.current = save;
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const saveNow = (): void => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    latest.current();
  };
  const noteChange = (): void => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(saveNow, pauseMs);
  };
  useEffect(() => {
    addEventListener('pagehide', saveNow);
    return () => {
      removeEventListener('pagehide', saveNow);
      saveNow();
    };
  }, []);
  return { noteChange, saveNow };
}
