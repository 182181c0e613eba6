import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatStamp } from './hybrid-clock.ts';
import { mergeRows } from './merge.ts';
import type { RatingRow } from '../types.ts';

const now = Date.UTC(2024, 0, 15);
const at = (offset: number, device = 'device01') => formatStamp({ ms: now + offset, counter: 0, device });
const base: RatingRow = {
  id: 'r1',
  stamps: { value: at(-100), criteria: at(-100), deleted: at(-100) },
  deleted: null,
  importId: null,
  filmId: 'f1',
  value: 5,
  criteria: {},
  ratedAt: 1,
};
const changed = (fields: Partial<RatingRow>, stamps: Record<string, string>): RatingRow => ({
  ...base,
  ...fields,
  stamps: { ...base.stamps, ...stamps },
});
const merge = (mine: RatingRow, theirs: RatingRow): RatingRow => mergeRows<'ratings'>(mine, theirs);

test('keeps changes to different fields, in either merge direction', () => {
  const mine = changed({ value: 9 }, { value: at(-50) });
  const theirs = changed({ criteria: { Story: 8 } }, { criteria: at(-40) });
  const both = { value: 9, criteria: { Story: 8 }, stamps: { value: at(-50), criteria: at(-40) } };
  expect(merge(mine, theirs)).toMatchObject(both);
  expect(merge(theirs, mine)).toMatchObject(both);
});

test('the later of two changes to one field wins, and of simultaneous ones the same on both sides', () => {
  const mine = changed({ value: 9 }, { value: at(-50, 'device01') });
  const theirs = changed({ value: 2 }, { value: at(-50, 'device02') });
  expect(merge(mine, theirs).value).toBe(2);
  expect(merge(theirs, mine).value).toBe(2);
  expect(merge(theirs, changed({ value: 7 }, { value: at(-10) })).value).toBe(7);
});

test('a row deleted in one copy and changed later in the other lives; changed earlier, it stays deleted', () => {
  const gone = changed({ deleted: at(-30) }, { deleted: at(-30) });
  const edited = changed({ value: 1 }, { value: at(-20) });
  for (const merged of [merge(gone, edited), merge(edited, gone)])
    expect(merged).toMatchObject({ deleted: null, value: 1 });
  const before = changed({ value: 1 }, { value: at(-40) });
  for (const merged of [merge(gone, before), merge(before, gone)])
    expect(merged).toMatchObject({ deleted: at(-30), value: 1 });
  // Another field than the user's own is no reason, and an emptied row stays empty.
  const moved = changed({ filmId: 'f2' }, { filmId: at(-20) });
  expect(merge(gone, moved).deleted).toBe(at(-30));
  expect(merge({ ...gone, purged: true }, edited).deleted).toBe(at(-30));
});

test('copies merged in any order and any number of times give one row', () => {
  const stamps = fc.record({
    value: fc.integer({ min: 0, max: 6 }),
    deleted: fc.integer({ min: 0, max: 6 }),
  });
  const copy = fc
    .tuple(stamps, fc.boolean(), fc.constantFrom('device01', 'device02'))
    .map(([{ value: changedAt, deleted }, isGone, device]): RatingRow => {
      const value = isGone ? Math.min(changedAt, deleted) : changedAt;
      return {
        ...base,
        // One stamp is one change, so the values follow from it. A deleted row that is changed counts as deleted again.
        value: (value + 1) as RatingRow['value'],
        deleted: isGone ? at(deleted, device) : null,
        stamps: {
          value: at(value),
          criteria: at(-100),
          deleted: isGone ? at(deleted, device) : at(-100),
        },
      };
    });
  fc.assert(
    fc.property(copy, copy, copy, (a, b, c) => {
      const [one, ...others] = [
        merge(merge(a, b), c),
        merge(a, merge(b, c)),
        merge(merge(c, a), b),
        merge(merge(merge(c, b), a), merge(a, b)),
      ];
      for (const other of others) expect(other).toEqual(one);
    }),
  );
});

test('a stamp from the year 9999 on another device does not win', () => {
  const far = formatStamp({ ms: Date.UTC(9999, 0), counter: 0, device: 'stranger' });
  expect(merge(base, changed({ value: 1 }, { value: far })).value).toBe(5);
  expect(merge(changed({ value: 1 }, { value: far }), base).value).toBe(5);
});

test('merging a row with itself changes nothing, and the input rows are not modified', () => {
  const mine = structuredClone(base);
  expect(merge(mine, mine)).toEqual(base);
  merge(mine, changed({ value: 9 }, { value: at(-1) }));
  expect(mine).toEqual(base);
});

test('stamps of names that are no fields change nothing, and a field that one copy has no more goes', () => {
  const hostile = changed({}, { id: at(9), stamps: at(9), constructor: at(9), toString: at(9) });
  expect(merge(base, { ...hostile, id: 'r2' })).toEqual(base);
  const film = { ...base, liked: true, merged: { into: 'f2' } } as unknown as RatingRow;
  const { merged: _merged, ...split } = {
    ...film,
    stamps: { ...base.stamps, merged: at(-1) },
  } as unknown as {
    merged: object;
  };
  expect(
    merge({ ...film, stamps: { ...base.stamps, merged: at(-2) } }, split as RatingRow),
  ).not.toHaveProperty('merged');
});
