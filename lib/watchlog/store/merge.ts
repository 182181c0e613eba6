import { orderStamps } from './hybrid-clock.ts';
import type { RowOf } from './schema.ts';
import type { LogStore, Stamp } from '../types.ts';

function copyField<Row, K extends keyof Row>(to: Row, from: Row, field: K): void {
  to[field] = from[field];
}

type Row = RowOf<LogStore>;

/**
 * The fields of a row that say what the user did or thinks. A deletion does not take away a change of these that was made
 * after it on another device, as nothing that a user has written may be lost. What Marquee fills in by itself is not among
 * them.
 */
function listOwnFields(row: Row): readonly string[] {
  if ('watchedOn' in row)
    return [
      ...['watchedOn', 'rewatch', 'finished', 'rating', 'tags', 'note', 'review', 'reviewHasSpoilers'],
      ...['place', 'company'],
    ];
  if ('criteria' in row) return ['value', 'criteria'];
  if ('priority' in row) return ['priority', 'reason'];
  if ('ranked' in row) return ['name', 'description', 'ranked'];
  if ('position' in row) return ['position', 'note'];
  if ('liked' in row) return ['liked', 'tags'];
  return [];
}

/** The later of two stamps; undefined if there is neither. */
const later = (a: Stamp | undefined, b: Stamp | undefined): Stamp | undefined =>
  orderStamps(a, b) >= 0 ? a : b;

/** The newest change of what the user did or thinks; undefined if there is none. */
export const findNewestOwnStamp = (row: Row): Stamp | undefined =>
  listOwnFields(row).reduce<Stamp | undefined>(
    (newest, field) => later(newest, row.stamps[field]),
    undefined,
  );

/** Revives a deleted row if its live copy was changed after the deletion. It keeps the deletion's stamp, with which it wins. */
function reviveIfNewer<S extends LogStore>(merged: RowOf<S>, live: RowOf<S>): void {
  const deletion = merged.stamps.deleted;
  // A film that was joined to another meanwhile stays joined.
  if ('merged' in merged && merged.merged) return;
  if (deletion === undefined || merged.purged || orderStamps(findNewestOwnStamp(live), deletion) <= 0) return;
  merged.deleted = null;
}

/**
 * Whether a field's change in `theirs` wins. Values with one stamp differ where one copy has revived a row, whose null then
 * wins over the deletion as the larger text, and where a row is damaged.
 */
function isWon<S extends LogStore>(
  mine: RowOf<S>,
  theirs: RowOf<S>,
  field: keyof RowOf<S> & string,
): boolean {
  const order = orderStamps(theirs.stamps[field], mine.stamps[field]);
  if (order !== 0 || theirs.stamps[field] === undefined) return order > 0;
  return JSON.stringify(theirs[field] ?? null) > JSON.stringify(mine[field] ?? null);
}

/**
 * What the undo of an import left on one device stays left where another device has undone the import too: the list has what
 * both left, in one order everywhere.
 */
function joinKept(merged: Row, mine: Row, theirs: Row): void {
  if (!('undoneAt' in merged && 'undoneAt' in mine && 'undoneAt' in theirs)) return;
  if (mine.kept !== undefined && theirs.kept !== undefined)
    merged.kept = [...new Set([...mine.kept, ...theirs.kept])].sort();
}

/**
 * Merges two copies of one row: the newest change of each field, with its stamp, whichever way and in whatever order copies
 * are merged. A row that was deleted in one copy and changed by the user later in the other lives.
 */
export function mergeRows<S extends LogStore>(mine: RowOf<S>, theirs: RowOf<S>): RowOf<S> {
  const merged: RowOf<S> = { ...mine, stamps: { ...mine.stamps } };
  // Only fields that a row of this store has: a stamp of another name, which a hostile copy may have, says nothing.
  const fields = new Set([...Object.keys(mine), ...Object.keys(theirs)] as (keyof RowOf<S> & string)[]);
  for (const field of fields) {
    const stamp = field === 'id' || field === 'stamps' ? undefined : theirs.stamps[field];
    if (stamp === undefined || !isWon(mine, theirs, field)) continue;
    if (field in theirs) copyField(merged, theirs, field);
    else Reflect.deleteProperty(merged, field);
    merged.stamps[field] = stamp;
  }
  joinKept(merged, mine, theirs);
  if (merged.deleted !== null && mine.deleted === null) reviveIfNewer(merged, mine);
  if (merged.deleted !== null && theirs.deleted === null) reviveIfNewer(merged, theirs);
  return merged;
}
