const gap = 6;
const margin = 8;

/** Returns a panel's position in px: below its anchor, or above if there is more room, inside the viewport if it fits. */
function findPosition(
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

/** Shows the panel in the top layer next to its anchor, and follows the anchor on scroll and resize until `signal` aborts. */
export function mountFloating(panel: HTMLElement, anchor: HTMLElement, signal: AbortSignal): void {
  const view = panel.ownerDocument.defaultView;
  if (!view) return;
  panel.showPopover();
  const place = (): void => {
    const size = { width: panel.offsetWidth, height: panel.offsetHeight };
    const isMirrored = view.getComputedStyle(anchor).direction === 'rtl';
    const room = { width: view.document.documentElement.clientWidth, height: view.innerHeight };
    const { left, top } = findPosition(anchor.getBoundingClientRect(), size, room, isMirrored);
    panel.style.left = `${left}px`;
    panel.style.top = `${top}px`;
  };
  place();
  const options = { capture: true, passive: true, signal };
  view.addEventListener('scroll', place, options);
  view.addEventListener('resize', place, options);
}
