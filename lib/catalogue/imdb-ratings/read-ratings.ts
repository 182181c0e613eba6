import { readRatingRows } from '../builder/imdb-rating-rows.ts';
import type { InputFile } from '../builder/input-file.ts';
import { ImportError } from '../errors.ts';
import { chunkOf, countInChunk, decodeChunk, encodeChunk, packRating } from './chunk.ts';

/** The most rows that are read: three times IMDb's file of 2026. More would be another file, or an attack on memory. */
const maxRows = 5_000_000;

/** How many ratings wait before they are encoded. IMDb's file is in order, so that few chunks are encoded twice. */
const mostWaiting = 50_000;

/** All ratings of a file, by chunk. */
export interface EncodedRatings {
  chunks: Map<number, Uint8Array<ArrayBuffer>>;
  /** The number of rated titles. */
  ratings: number;
}

interface ReadOptions {
  signal: AbortSignal;
  /** Called after each batch, with the rows and with the bytes of the file that are read. */
  onProgress?: (progress: { rowsRead: number; bytesRead: number }) => void;
}

type Chunks = EncodedRatings['chunks'];

/** The ratings that wait, by chunk. Lists of numbers would each be copied as they grow, and be garbage in turn. */
interface Waiting {
  numbers: Uint32Array;
  packed: Float64Array;
  count: number;
}

const makeWaiting = (count = 0): Waiting => ({
  numbers: new Uint32Array(mostWaiting),
  packed: new Float64Array(mostWaiting),
  count,
});

/** The ratings in the order of their chunks, as those of IMDb's file are. */
function sortWaiting(waiting: Waiting): Waiting {
  const numbers = waiting.numbers.subarray(0, waiting.count);
  if (numbers.every((number, at) => at === 0 || number >= (numbers[at - 1] ?? 0))) return waiting;
  const sorted = makeWaiting(waiting.count);
  const order = Uint32Array.from(numbers, (_number, at) => at).sort(
    (a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0),
  );
  order.forEach((from, to) => {
    sorted.numbers[to] = numbers[from] ?? 0;
    sorted.packed[to] = waiting.packed[from] ?? 0;
  });
  return sorted;
}

/** Encodes the ratings that wait, each with those of its chunk that are encoded already. */
function encodeWaiting(waiting: Waiting, chunks: Chunks): void {
  const { numbers, packed, count } = sortWaiting(waiting);
  for (let from = 0, to = 0; from < count; from = to) {
    const number = numbers[from] ?? 0;
    while (to < count && numbers[to] === number) to += 1;
    const own = packed.subarray(from, to);
    const former = chunks.get(number);
    chunks.set(number, encodeChunk(former ? [...decodeChunk(former), ...own] : own));
  }
  waiting.count = 0;
}

async function collect(file: InputFile, { signal, onProgress }: ReadOptions): Promise<Chunks> {
  const chunks: Chunks = new Map();
  const waiting = makeWaiting();
  for await (const { ratings, rowsRead, bytesRead } of readRatingRows(file)) {
    signal.throwIfAborted();
    if (rowsRead > maxRows)
      throw new ImportError('too-large', { file: file.name }, `more than ${maxRows} rows`);
    for (const [id, rating] of ratings) {
      waiting.numbers[waiting.count] = chunkOf(id);
      waiting.packed[waiting.count] = packRating(id, rating);
      waiting.count += 1;
      if (waiting.count === mostWaiting) encodeWaiting(waiting, chunks);
    }
    onProgress?.({ rowsRead, bytesRead });
  }
  encodeWaiting(waiting, chunks);
  return chunks;
}

/**
 * Reads `title.ratings` as a stream: only its ratings are in memory, some 5 bytes each. Rejects with `ImportError` if it is
 * another file, cut off, or has no ratings, and with the signal's reason if that is aborted.
 */
export async function readRatings(file: InputFile, options: ReadOptions): Promise<EncodedRatings> {
  const chunks = await collect(file, options);
  let ratings = 0;
  for (const bytes of chunks.values()) ratings += countInChunk(bytes);
  if (ratings === 0) throw new ImportError('empty', { file: file.name }, `${file.name} has no ratings`);
  return { chunks, ratings };
}
