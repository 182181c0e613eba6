import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

const gap = 6;
const margin = 8;

/** Where a panel stands: under its anchor, or above where there is more room, wholly inside the view if it fits. */
export function findPlace(
  anchor: { left: number; right: number; top: number; bottom: number },
  panel: { width: number; height: number },
  view: { width: number; height: number },
  isMirrored = false,
): { left: number; top: number } {
  const below = view.height - anchor.bottom;
  const isAbove = below < panel.height + gap + margin && anchor.top > below;
  const start = isMirrored ? anchor.right - panel.width : anchor.left;
  return {
    left: Math.max(margin, Math.min(start, view.width - panel.width - margin)),
    top: isAbove ? Math.max(margin, anchor.top - gap - panel.height) : anchor.bottom + gap,
  };
}

/** Lifts the panel into the top layer, beside its anchor, and keeps it there while the page moves. */
export function useFloating(
  isOpen: boolean,
  anchor: RefObject<HTMLElement | null>,
  panel: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    const [raised, beside] = [panel.current, anchor.current];
    const view = raised?.ownerDocument.defaultView;
    if (!isOpen || !raised || !beside || !view) return;
    raised.showPopover();
    const place = (): void => {
      const size = { width: raised.offsetWidth, height: raised.offsetHeight };
      const isMirrored = view.getComputedStyle(beside).direction === 'rtl';
      const room = { width: view.document.documentElement.clientWidth, height: view.innerHeight };
      const { left, top } = findPlace(beside.getBoundingClientRect(), size, room, isMirrored);
      raised.style.left = `${left}px`;
      raised.style.top = `${top}px`;
    };
    place();
    const leaving = new AbortController();
    const options = { capture: true, passive: true, signal: leaving.signal };
    view.addEventListener('scroll', place, options);
    view.addEventListener('resize', place, options);
    return () => leaving.abort();
  }, [isOpen, anchor, panel]);
}
