import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Returns the focus to what had it before a part of the page was opened, if the part has it when it is removed. A dialog
 * around the part returns the focus itself, and earlier.
 */
export function useReturnedFocus(part: RefObject<HTMLElement | null>): void {
  // A layout effect: it begins before the part takes the focus, and ends before the part is removed.
  useLayoutEffect(() => {
    const element = part.current;
    const opener = document.activeElement;
    return () => {
      if (element?.contains(document.activeElement) && opener instanceof HTMLElement) opener.focus();
    };
  }, [part]);
}
