import { compareStamps } from './hybrid-clock.ts';
import type { RowOf } from './schema.ts';
import type { LogStore } from '../types.ts';

function copyField<Row, K extends keyof Row>(to: Row, from: Row, field: K): void {
  to[field] = from[field];
}

/**
 * One row of two copies of it: each field as it was changed last, with its stamp. `nowMs` bounds which stamps are
 * believed. Where two stamps are one, the fields are too.
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
