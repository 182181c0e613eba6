import { compareStamps } from './hybrid-clock.ts';
import type { RowOf } from './schema.ts';
import type { LogStore } from '../types.ts';

function copyField<Row, K extends keyof Row>(to: Row, from: Row, field: K): void {
  to[field] = from[field];
}

/**
 * Merges two copies of one row: the newest change of each field, with its stamp. `nowMs` limits which stamps
 * are trusted. Equal stamps mean equal fields.
 */
export function mergeRows<S extends LogStore>(mine: RowOf<S>, theirs: RowOf<S>, nowMs: number): RowOf<S> {
  const merged: RowOf<S> = { ...mine, stamps: { ...mine.stamps } };
  for (const field in theirs) {
    const stamp = theirs.stamps[field];
    if (stamp === undefined || compareStamps(stamp, mine.stamps[field], nowMs) <= 0) continue;
    copyField(merged, theirs, field);
    merged.stamps[field] = stamp;
  }
  return merged;
}
