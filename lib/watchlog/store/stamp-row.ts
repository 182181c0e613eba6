import { orderStamps, stampAfter } from './hybrid-clock.ts';
import { formatListKey } from './list-key.ts';
import { findNewestOwnStamp } from './merge.ts';
import type { RowOf } from './schema.ts';
import type { LogStore, Stamp } from '../types.ts';

const unstamped = new Set(['id', 'stamps', 'diaryKey', 'listKey']);

/** The fields in which two rows of a store differ, except derived fields. One that is null may be missing in the other. */
export function listChangedFields(before: object | null, after: object): string[] {
  const fields = Object.entries(after).filter(([field]) => !unstamped.has(field));
  if (before === null) return fields.flatMap(([field, value]) => (value === undefined ? [] : [field]));
  const was = new Map<string, unknown>(Object.entries(before));
  return fields
    .filter(([field, value]) => value !== null || was.has(field))
    .filter(([field, value]) => was.get(field) !== value)
    .filter(([field, value]) => JSON.stringify(was.get(field)) !== JSON.stringify(value))
    .map(([field]) => field);
}

/** The fields that a row has no more, except derived ones and those that were null. */
const listRemovedFields = (before: object | null, after: object): string[] =>
  Object.entries(before ?? {})
    .filter(
      ([field, value]) => !unstamped.has(field) && !(field in after) && value !== null && value !== undefined,
    )
    .map(([field]) => field);

/** The row with its derived fields updated. */
export function deriveFields<S extends LogStore>(row: RowOf<S>): RowOf<S> {
  const derived = { ...row };
  if ('watchedOn' in derived) {
    if (derived.deleted === null) derived.diaryKey = derived.watchedOn ?? '';
    else delete derived.diaryKey;
  }
  if ('position' in derived) {
    if (derived.deleted === null) derived.listKey = formatListKey(derived);
    else delete derived.listKey;
  }
  return derived;
}

/** The stamp, or the first after the former one if that is later, as a device with a wrong clock gives them. */
export const stampOver = (former: Stamp | undefined, stamp: Stamp, device: string): Stamp =>
  former === undefined || orderStamps(stamp, former) > 0 ? stamp : (stampAfter(former, device) ?? stamp);

/**
 * The row with the stamp on each field that differs from `before`, and with its derived fields updated. A deleted row that
 * is changed counts as deleted again, so that the change does not revive it in another copy.
 */
export function stampRow<S extends LogStore>(
  before: RowOf<S> | null,
  row: RowOf<S>,
  stampOf: (field: string) => Stamp,
): RowOf<S> {
  const stamps = { ...before?.stamps };
  for (const field of listChangedFields(before, row)) stamps[field] = stampOf(field);
  for (const field of listRemovedFields(before, row)) stamps[field] = stampOf(field);
  const stamped = { ...row, stamps };
  const newest = row.deleted === null ? undefined : findNewestOwnStamp(stamped);
  if (newest !== undefined && orderStamps(newest, stamps.deleted) > 0) stamps.deleted = newest;
  return deriveFields(stamped);
}
