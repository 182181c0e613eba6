import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPartialFile } from './partial-file.ts';

const page = 64 * 1024;
const file = Uint8Array.from({ length: 40 * page + 100 }, (_, at) => (at * 31) >> 8);

function open(first: number) {
  const reads: [start: number, end: number][] = [];
  const partial = openPartialFile(
    (start, end) => {
      reads.push([start, end]);
      return Promise.resolve(file.subarray(start, end));
    },
    file.length,
    file.subarray(0, first),
  );
  return { partial, reads };
}

test('reads the pages of a range, and does not read them again', async () => {
  const { partial, reads } = open(0);
  await partial.load([[10 * page + 5, 10 * page + 9]]);
  await partial.load([[10 * page, 11 * page]]);
  expect(reads).toEqual([[10 * page, 11 * page]]);
});

test('reads neighbours in one request, and far ones in several', async () => {
  const { partial, reads } = open(0);
  await partial.load([
    [30 * page, 30 * page + 1],
    [3 * page, 3 * page + 1],
    [page, page + 1],
  ]);
  expect(reads).toEqual([
    [page, 4 * page],
    [30 * page, 31 * page],
  ]);
});

test('does not read the bytes that it was opened with', async () => {
  const { partial, reads } = open(2 * page);
  await partial.load([[0, 2 * page]]);
  expect(reads).toEqual([]);
});

test('rejects a file that is cut off', async () => {
  const partial = openPartialFile(() => Promise.resolve(new Uint8Array(3)), 10, new Uint8Array());
  await expect(partial.load([[0, 10]])).rejects.toMatchObject({ reason: 'bad-shard' });
});

test('has the bytes of all ranges that were loaded', async () => {
  const range = fc.tuple(fc.nat(file.length), fc.nat(3 * page));
  await fc.assert(
    fc.asyncProperty(fc.array(range, { maxLength: 6 }), fc.nat(5 * page), async (ranges, first) => {
      const { partial } = open(first);
      const wanted = ranges.map(([start, length]) => [start, Math.min(file.length, start + length)] as const);
      await partial.load(wanted);
      for (const [start, end] of wanted)
        expect(Buffer.compare(partial.bytes.subarray(start, end), file.subarray(start, end))).toBe(0);
    }),
    { numRuns: 50 },
  );
});
