import type { Sighting } from '../../lib/detect/types.ts';
import type { BadgeView } from '../../lib/messaging/types.ts';

const rowSelector = 'li, tr, article, figure, dd, dt, [role="listitem"], [role="row"]';

/** The badge of a place; null if it has none. */
export interface PlaceView {
  place: Sighting;
  view: BadgeView | null;
}

/** Returns the element that contains a place's title, to find its position on the page. */
export const findBox = ({ element, textEnd }: Sighting): Element | null =>
  element ?? textEnd?.text.parentElement ?? null;

/** Returns the row of a list, or a similar element, that a place is in. */
export function findRow(place: Sighting): Element {
  const box = findBox(place) ?? document.documentElement;
  return box.closest(rowSelector) ?? box.parentElement ?? box;
}

/** Whether a place is in `root` (null: the page), or no longer on the page. */
export function isWithin(place: Sighting, root: Element | null): boolean {
  const box = findBox(place);
  return !root || !box?.isConnected || root.contains(box);
}
