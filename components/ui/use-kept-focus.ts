import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Keeps the focus in a part of the page: when the focused element is removed, for example with its row, the part gets the
 * focus instead of the start of the page. The part needs `tabIndex={-1}` and an accessible name.
 */
export function useKeptFocus<Part extends HTMLElement>(): RefObject<Part | null> {
  const part = useRef<Part>(null);
  useEffect(() => {
    const element = part.current;
    if (element === null) return;
    let last: EventTarget | null = null;
    const note = ({ target }: FocusEvent): void => void (last = target);
    const observer = new MutationObserver(() => {
      const { activeElement, body } = document;
      if (!(last instanceof Node) || last.isConnected) return;
      last = null;
      if (activeElement === null || activeElement === body) element.focus();
    });
    element.addEventListener('focusin', note);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', note);
      observer.disconnect();
    };
  }, []);
  return part;
}
