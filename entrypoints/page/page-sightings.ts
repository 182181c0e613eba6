import type { Sighting } from '../../lib/detect/types.ts';
import type { BadgeView } from '../../lib/messaging/types.ts';

/** The rows of a list. */
export const listRowSelector = 'li, tr, article, [role="listitem"], [role="row"]';
const rowSelector = `${listRowSelector}, figure, dd, dt`;

/** A part of a page that is read by itself: an element, or what is in an open shadow root. */
export type Root = Element | ShadowRoot;

/** The badge of a sighting; null if it has none. */
export interface SightingView {
  sighting: Sighting;
  view: BadgeView | null;
}

/** Returns the element that contains a sighting's title, to find its position on the page. */
export const findBox = ({ element, textEnd }: Sighting): Element | null =>
  element ?? textEnd?.text.parentElement ?? null;

/** Returns the row of a list, or a similar element, that a sighting is in. */
export function findRow(sighting: Sighting): Element {
  const box = findBox(sighting) ?? document.documentElement;
  return box.closest(rowSelector) ?? box.parentElement ?? box;
}

/** Whether a node is in `root`; null: in the page, but not in a shadow root, which is read by itself. */
export const isPartOf = (node: Node, root: Root | null): boolean =>
  root ? root.contains(node) : !(node.getRootNode() instanceof ShadowRoot);

/** Whether a sighting is in `root` (null: the page), or no longer on the page. */
export function isWithin(sighting: Sighting, root: Root | null): boolean {
  const box = findBox(sighting);
  return !box?.isConnected || isPartOf(box, root);
}
