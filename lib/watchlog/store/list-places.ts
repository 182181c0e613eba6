import { generateNKeysBetween } from 'fractional-indexing';

/** Whether the library can compare the position with others; one from elsewhere may be anything. */
function isPlace(position: string): boolean {
  try {
    generateNKeysBetween(position, null, 1);
    return true;
  } catch {
    return false;
  }
}

/**
 * `count` positions that sort after one item and before another (null: the start and the end of the list). Null if there
 * is no room: the two are equal, in the wrong order, or not positions.
 */
export function listPlacesBetween(
  after: string | null,
  before: string | null,
  count: number,
): string[] | null {
  const areInOrder = after === null || before === null || after < before;
  const arePlaces = [after, before].every((position) => position === null || isPlace(position));
  return areInOrder && arePlaces ? generateNKeysBetween(after, before, count) : null;
}
