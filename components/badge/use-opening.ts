import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface OpeningParts {
  frame: RefObject<HTMLElement | null>;
  button: RefObject<HTMLButtonElement | null>;
  panel: RefObject<HTMLElement | null>;
  hasDetails: boolean;
  accepts: (event: Event) => boolean;
  onRateOrLog: () => void;
}

const openAfterMs = 120;
const closeAfterMs = 220;

/** Whether the details stand open, and the handlers that open and close them. */
export function useOpening({ frame, button, panel, hasDetails, accepts, onRateOrLog }: OpeningParts) {
  const [isOpen, setIsOpen] = useState(false);
  const isPinned = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const turn = (open: boolean, afterMs = 0): void => {
    clearTimeout(timer.current);
    const change = (): void => {
      if (!open) isPinned.current = false;
      setIsOpen(open && hasDetails);
    };
    if (afterMs === 0) change();
    else timer.current = setTimeout(change, afterMs);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useOutsidePress(isOpen, frame, () => turn(false));

  const press = (event: MouseEvent): void => {
    // The badge may stand inside a link or a card that listens for clicks.
    event.preventDefault();
    event.stopPropagation();
    if (!accepts(event)) return;
    if (event.target instanceof Element && event.target.closest('.act')) return act();
    if (!button.current?.contains(event.target as Node)) return;
    if (!hasDetails) return act();
    if (isOpen && isPinned.current && event.detail > 0) return turn(false);
    isPinned.current = true;
    turn(true);
    // A press by keyboard comes without a click count: it asks to go in.
    if (event.detail === 0) requestAnimationFrame(() => panel.current?.querySelector('button')?.focus());
  };
  const act = (): void => {
    turn(false);
    onRateOrLog();
  };
  const key = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key !== 'Escape' || !isOpen || !accepts(event)) return;
    event.preventDefault();
    if (panel.current?.contains(event.target as Node)) button.current?.focus();
    turn(false);
  };
  const handlers = {
    onClick: press,
    onKeyDown: key,
    onKeyUp: stop,
    onPointerDown: stop,
    onMouseDown: stop,
    onPointerEnter: (event: PointerEvent) =>
      accepts(event) && event.pointerType !== 'touch' && turn(true, openAfterMs),
    onPointerLeave: (event: PointerEvent) => accepts(event) && !isPinned.current && turn(false, closeAfterMs),
    onFocusIn: (event: FocusEvent) => {
      if (accepts(event) && cameFromOutside(event) && button.current?.matches(':focus-visible')) turn(true);
    },
    onFocusOut: (event: FocusEvent) => {
      if (accepts(event) && cameFromOutside(event)) turn(false, closeAfterMs);
    },
  };
  return { isOpen, handlers };
}

const stop = (event: Event): void => event.stopPropagation();

const cameFromOutside = (event: FocusEvent): boolean =>
  !(event.relatedTarget instanceof Node && (event.currentTarget as Node).contains(event.relatedTarget));

function useOutsidePress(isOpen: boolean, frame: RefObject<HTMLElement | null>, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return;
    const { ownerDocument } = frame.current ?? {};
    const leaving = new AbortController();
    const onPress = (event: Event): void => {
      const root = frame.current?.getRootNode();
      const own = root instanceof ShadowRoot ? root.host : frame.current;
      if (own && !event.composedPath().includes(own)) close();
    };
    ownerDocument?.addEventListener('pointerdown', onPress, { capture: true, signal: leaving.signal });
    return () => leaving.abort();
  });
}
