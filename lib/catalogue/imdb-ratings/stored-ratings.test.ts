import { deleteDB } from 'idb';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { InputFile } from '../builder/input-file.ts';
import { closeRatingsDatabase, openRatingsDatabase, ratingsDatabaseName } from './database.ts';
import { readRatings } from './read-ratings.ts';
import { createRatingsReader, loadRatingsHead, removeRatings, saveRatings } from './stored-ratings.ts';
import { packRatings, streamInPieces, type RatingRow } from './testing/ratings-file.ts';

const origin = { asOf: '2026-11-29', etag: '"1"', origin: 'download', savedAt: 5 } as const;
const { signal } = new AbortController();

function fileOf(bytes: Uint8Array<ArrayBuffer>, sizes: readonly number[] = [bytes.byteLength]): InputFile {
  const stream = () => streamInPieces(bytes, sizes);
  return { name: 'title.ratings.tsv.gz', size: bytes.byteLength, lastModified: 0, stream };
}

const read = (bytes: Uint8Array<ArrayBuffer>, sizes?: readonly number[]) =>
  readRatings(fileOf(bytes, sizes), { signal });

const nameOf = (id: number): string => `tt${String(id).padStart(7, '0')}`;

async function find(...ids: number[]): Promise<(number | null)[]> {
  const { ratings } = await createRatingsReader()(ids.map(nameOf));
  return ids.map((id) => ratings.get(nameOf(id))?.value ?? null);
}

beforeEach(async () => {
  await deleteDB(ratingsDatabaseName);
});
afterEach(async () => {
  await closeRatingsDatabase();
  vi.restoreAllMocks();
});

const row: fc.Arbitrary<RatingRow> = fc.tuple(
  fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 45_000_000 })),
  fc.integer({ min: 10, max: 100 }),
  fc.integer({ min: 5, max: 3_000_000 }),
);
const rows = fc.uniqueArray(row, { selector: ([id]) => id, minLength: 1, maxLength: 80 });
const sizes = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 8 });

test('a long file in no order loses no rating, and of two far apart the one with more votes counts', async () => {
  const count = 120_000;
  // 7919 and the count have no common factor, so that each id comes once, and each chunk in every part of the file.
  const all = Array.from({ length: count }, (_, at): RatingRow => {
    const id = ((at * 7919) % count) + 1;
    return [id, 10 + (id % 91), id * 3];
  });
  const table = await read(packRatings([[5, 99, 1_000_000], ...all, [6, 98, 1]]));
  expect(table.ratings).toBe(count);
  await saveRatings(table, origin);
  expect(await find(1, 5, 6, 60_000, count)).toEqual([1.1, 9.9, 1.6, 4.1, (10 + (count % 91)) / 10]);
});

test('any rows, in any order and any pieces of bytes, read back the same', async () => {
  await fc.assert(
    fc.asyncProperty(rows, sizes, async (all, pieces) => {
      const table = await read(packRatings(all), pieces);
      expect(table.ratings).toBe(all.length);
      await saveRatings(table, origin);
      const { head, ratings } = await createRatingsReader()(all.map(([id]) => nameOf(id)));
      expect(head?.ratings).toBe(all.length);
      expect([...ratings]).toEqual(
        all.map(([id, tenths, votes]) => [nameOf(id), { value: tenths / 10, votes }]),
      );
    }),
    { numRuns: 40 },
  );
});

test('a file that is cut off anywhere is refused, and the table before it stays', async () => {
  await saveRatings(await read(packRatings([[1, 55, 10]])), origin);
  const whole = packRatings(Array.from({ length: 500 }, (_, at) => [at + 1, 70 + (at % 9), 20 + at * 7]));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: whole.byteLength - 1 }), sizes, async (end, pieces) => {
      const cut = read(whole.slice(0, end), pieces).then((table) => saveRatings(table, origin));
      await expect(cut).rejects.toMatchObject({ name: 'ImportError' });
    }),
    { numRuns: 60 },
  );
  expect(await find(1, 2)).toEqual([5.5, null]);
});

test('a table replaces the one before it as a whole, also for a reader that has kept parts of it', async () => {
  const reader = createRatingsReader();
  await saveRatings(
    await read(
      packRatings([
        [1, 55, 10],
        [99_999, 60, 10],
      ]),
    ),
    origin,
  );
  await reader([nameOf(1), nameOf(99_999)]);
  await saveRatings(await read(packRatings([[1, 81, 900]])), { ...origin, asOf: '2026-12-06' });
  const { head, ratings } = await reader([nameOf(1), nameOf(99_999)]);
  expect([...ratings]).toEqual([[nameOf(1), { value: 8.1, votes: 900 }]]);
  expect(head).toMatchObject({ asOf: '2026-12-06', ratings: 1, chunks: 1 });
  expect(await (await openRatingsDatabase()).count('chunks')).toBe(1);
});

test('a full disk leaves the table before it', async () => {
  await saveRatings(await read(packRatings([[1, 55, 10]])), origin);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(saveRatings(await read(packRatings([[1, 99, 10]])), origin)).rejects.toMatchObject({
    name: 'QuotaExceededError',
  });
  put.mockRestore();
  expect(await find(1)).toEqual([5.5]);
});

test('a second look-up of the same ids reads no chunk again', async () => {
  await saveRatings(
    await read(
      packRatings([
        [1, 55, 10],
        [99_999, 60, 10],
      ]),
    ),
    origin,
  );
  const reader = createRatingsReader();
  await reader([nameOf(1), nameOf(99_999), nameOf(50_000)]);
  const get = vi.spyOn(IDBObjectStore.prototype, 'get');
  await reader([nameOf(99_999), nameOf(1), nameOf(50_000)]);
  // Only the head, which tells whether the table is still the same.
  expect(get).toHaveBeenCalledTimes(1);
});

test('an id that is not IMDb’s, and any id without a table, has no rating', async () => {
  expect(await find(1)).toEqual([null]);
  expect(await loadRatingsHead()).toBeNull();
  await saveRatings(await read(packRatings([[1, 55, 10]])), origin);
  expect((await createRatingsReader()(['tt1', 'nm0000001', '', 'tt0000001 '])).ratings.size).toBe(0);
  await removeRatings();
  expect(await find(1)).toEqual([null]);
  expect(await (await openRatingsDatabase()).count('chunks')).toBe(0);
});

test('a file without ratings is refused', async () => {
  await expect(read(packRatings([]))).rejects.toMatchObject({ reason: 'empty' });
});
