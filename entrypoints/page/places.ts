import type { Sighting } from '../../lib/detect/types.ts';
import type { BadgeView } from '../../lib/messaging/types.ts';

const rowSelector = 'li, tr, article, figure, dd, dt, [role="listitem"], [role="row"]';

/** What is to be shown at a place; null where nothing is. */
export interface PlaceView {
  place: Sighting;
  view: BadgeView | null;
}

/** The element that a place's title is in, to see where on the page it is. */
export const findBox = ({ element, textEnd }: Sighting): Element | null =>
  element ?? textEnd?.text.parentElement ?? null;

/** The row of a list, or the like, that a place is in. */
export function findRow(place: Sighting): Element {
  const box = findBox(place) ?? document.documentElement;
  return box.closest(rowSelector) ?? box.parentElement ?? box;
}

/** Whether a place is in `root` (null: the page), or no longer on the page. */
export function isWithin(place: Sighting, root: Element | null): boolean {
  const box = findBox(place);
  return !root || !box?.isConnected || root.contains(box);
}
