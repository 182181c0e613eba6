import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunkOf, countInChunk, decodeChunk, encodeChunk, findInChunk, packRating } from './chunk.ts';

const rating = fc.record({
  id: fc.oneof(fc.integer({ min: 1, max: 40_000 }), fc.integer({ min: 1, max: 9_999_999_999 })),
  tenths: fc.integer({ min: 10, max: 100 }),
  votes: fc.oneof(fc.nat(300), fc.integer({ min: 0, max: 4_294_967_295 })),
});

test('every rating of a chunk reads back, in any order, and no other id has one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(rating, { selector: ({ id }) => id, maxLength: 60 }), (rows) => {
      for (const [number, own] of Map.groupBy(rows, ({ id }) => chunkOf(id))) {
        const bytes = encodeChunk(
          own.map(({ id, tenths, votes }) => packRating(id, { value: tenths / 10, votes })),
        );
        expect(countInChunk(bytes)).toBe(own.length);
        expect(encodeChunk(decodeChunk(bytes).toReversed())).toEqual(bytes);
        const known = new Map(own.map((row) => [row.id, row]));
        for (const { id, tenths, votes } of own) {
          expect(findInChunk(bytes, id)).toEqual({ value: tenths / 10, votes });
          for (const next of [id - 1, id + 1])
            if (chunkOf(next) === number && !known.has(next)) expect(findInChunk(bytes, next)).toBeNull();
        }
      }
    }),
  );
});

test('of two ratings of one id, the one with more votes counts', () => {
  const few = packRating(7, { value: 9.9, votes: 12 });
  const many = packRating(7, { value: 6.1, votes: 5000 });
  for (const order of [
    [few, many],
    [many, few],
  ]) {
    const bytes = encodeChunk(order);
    expect(findInChunk(bytes, 7)).toEqual({ value: 6.1, votes: 5000 });
    expect(countInChunk(bytes)).toBe(1);
  }
});

test('a typical rating takes five bytes', () => {
  const rows = Array.from({ length: 1000 }, (_, at) =>
    packRating(16_384 + at * 16, { value: 6.5, votes: 1500 }),
  );
  expect(encodeChunk(rows).byteLength).toBeLessThanOrEqual(5 * 1000);
});
