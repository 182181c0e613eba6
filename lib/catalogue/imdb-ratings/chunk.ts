import type { ImdbRating } from '../builder/rating-table.ts';

/**
 * The number of consecutive ids that share a chunk: IMDb's 1.6 million ratings make some 2,400 chunks of 3 kB, the
 * densest under 40 kB.
 */
const idsPerChunk = 16_384;

/** A rating packed into one safe integer: 14 bits of id, 32 of votes, 7 of tenths. Sorts by id, then by votes. */
export type PackedRating = number;

const tenthsBits = 2 ** 7;
const mostVotes = 2 ** 32 - 1;
const offsetFactor = (mostVotes + 1) * tenthsBits;

/** The number of the chunk that has the id. */
export const chunkOf = (id: number): number => Math.floor(id / idsPerChunk);

/** Packs a rating of the chunk's id. The value is rounded to tenths; more votes than 4,294,967,295 count as that many. */
export function packRating(id: number, { value, votes }: ImdbRating): PackedRating {
  const offset = id % idsPerChunk;
  return offset * offsetFactor + Math.min(votes, mostVotes) * tenthsBits + Math.round(value * 10);
}

const offsetOf = (packed: PackedRating): number => Math.floor(packed / offsetFactor);
const votesOf = (packed: PackedRating): number => Math.floor(packed / tenthsBits) % (mostVotes + 1);

/** Writes a number at a place. Returns the place after it. */
function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  let next = at;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes[next++] = (rest % 128) + 128;
  bytes[next++] = rest;
  return next;
}

/** The most bytes of one rating: three of the distance, one of the tenths, five of the votes. */
const mostBytes = 9;

/**
 * Encodes the ratings of one chunk, in any order: for each, the distance from the id before it, the tenths, and the votes.
 * Of several ratings of one id, the one with the most votes is kept.
 */
export function encodeChunk(ratings: ArrayLike<PackedRating>): Uint8Array<ArrayBuffer> {
  const sorted = Float64Array.from(ratings).sort();
  const bytes = new Uint8Array(sorted.length * mostBytes);
  let end = 0;
  let before = -1;
  for (let at = 0; at < sorted.length; at += 1) {
    const packed = sorted[at] ?? 0;
    const offset = offsetOf(packed);
    const next = sorted[at + 1];
    if (next !== undefined && offsetOf(next) === offset) continue;
    end = writeNumber(bytes, end, offset - before);
    bytes[end++] = packed % tenthsBits;
    end = writeNumber(bytes, end, votesOf(packed));
    before = offset;
  }
  return bytes.slice(0, end);
}

interface Cursor {
  bytes: Uint8Array;
  at: number;
}

function readNumber(cursor: Cursor): number {
  let value = 0;
  for (let factor = 1; ; factor *= 128) {
    const byte = cursor.bytes[cursor.at] ?? 0;
    cursor.at += 1;
    value += (byte % 128) * factor;
    if (byte < 128) return value;
  }
}

/** The rating of an id in its chunk; null if it has none. */
export function findInChunk(bytes: Uint8Array, id: number): ImdbRating | null {
  const wanted = id % idsPerChunk;
  const cursor: Cursor = { bytes, at: 0 };
  let offset = -1;
  while (cursor.at < bytes.length) {
    offset += readNumber(cursor);
    const tenths = bytes[cursor.at] ?? 0;
    cursor.at += 1;
    const votes = readNumber(cursor);
    if (offset === wanted) return { value: tenths / 10, votes };
    if (offset > wanted) return null;
  }
  return null;
}

/** The ratings of a chunk, as `encodeChunk` takes them. */
export function decodeChunk(bytes: Uint8Array): PackedRating[] {
  const cursor: Cursor = { bytes, at: 0 };
  const ratings: PackedRating[] = [];
  for (let offset = -1; cursor.at < bytes.length;) {
    offset += readNumber(cursor);
    const tenths = bytes[cursor.at] ?? 0;
    cursor.at += 1;
    ratings.push(offset * offsetFactor + readNumber(cursor) * tenthsBits + tenths);
  }
  return ratings;
}

/** The number of ratings in a chunk. */
export function countInChunk(bytes: Uint8Array): number {
  const cursor: Cursor = { bytes, at: 0 };
  let count = 0;
  for (; cursor.at < bytes.length; count += 1) {
    readNumber(cursor);
    cursor.at += 1;
    readNumber(cursor);
  }
  return count;
}
