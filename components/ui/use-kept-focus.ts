import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

const rowSelector = '[data-row], .trash-row';

/** Moves the focus to the first control of a row in a list. */
export function focusRow(row: Element | undefined, options?: FocusOptions): void {
  row?.querySelector<HTMLElement>('.entry-open, .film-open, h2 a, button')?.focus(options);
}

const isInView = (row: Element): boolean => {
  const { top, bottom } = row.getBoundingClientRect();
  return bottom >= 0 && top <= window.innerHeight;
};

/** The row of an element, then the rows after it, then those before it, from the nearest; null outside of rows. */
function listRowsFrom(part: Element, target: Element): Element[] | null {
  const row = target.closest(rowSelector);
  // A dialog is not part of the list behind it, to which the focus returns.
  if (row === null || (target.closest('dialog') ?? part).contains(part) === false) return null;
  const rows = [...part.querySelectorAll(rowSelector)];
  const at = rows.indexOf(row);
  return [...rows.slice(at), ...rows.slice(0, at).reverse()];
}

/**
 * Keeps the focus in a part of the page. When the focused element is removed, the nearest row of its list gets the focus;
 * where no row is left, the part, instead of the start of the page. The part needs `tabIndex={-1}` and an accessible name.
 */
export function useKeptFocus<Part extends HTMLElement>(): RefObject<Part | null> {
  const part = useRef<Part>(null);
  useEffect(() => {
    const element = part.current;
    if (element === null) return;
    let last: Element | null = null;
    let rows: Element[] = [];
    const note = ({ target }: FocusEvent): void => {
      last = target instanceof Element ? target : null;
      if (last !== null) rows = listRowsFrom(element, last) ?? rows;
    };
    const observer = new MutationObserver(() => {
      const { activeElement, body } = document;
      if (last === null || last.isConnected) return;
      last = null;
      if (activeElement !== null && activeElement !== body) return;
      const left = rows.filter((row) => row.isConnected);
      // Rows that are left but out of view: the focused row was scrolled away, not removed from its list.
      if (left.length === 0) element.focus({ preventScroll: true });
      else focusRow(left.find(isInView), { preventScroll: true });
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
