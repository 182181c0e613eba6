import { readRatingRows } from '../builder/imdb-rating-rows.ts';
import type { InputFile } from '../builder/input-file.ts';
import { ImportError } from '../errors.ts';
import { chunkOf, countInChunk, decodeChunk, encodeChunk, packRating, type PackedRating } from './chunk.ts';

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

/** Encodes the ratings that wait, each with those of its chunk that are encoded already. */
function encodeWaiting(waiting: Map<number, PackedRating[]>, chunks: Chunks): void {
  for (const [number, packed] of waiting) {
    const former = chunks.get(number);
    chunks.set(number, encodeChunk(former ? [...decodeChunk(former), ...packed] : packed));
  }
  waiting.clear();
}

async function collect(file: InputFile, { signal, onProgress }: ReadOptions): Promise<Chunks> {
  const chunks: Chunks = new Map();
  const waiting = new Map<number, PackedRating[]>();
  let count = 0;
  for await (const { ratings, rowsRead, bytesRead } of readRatingRows(file)) {
    signal.throwIfAborted();
    if (rowsRead > maxRows)
      throw new ImportError('too-large', { file: file.name }, `more than ${maxRows} rows`);
    for (const [id, rating] of ratings) {
      const chunk = chunkOf(id);
      const packed = packRating(id, rating);
      const others = waiting.get(chunk);
      if (others) others.push(packed);
      else waiting.set(chunk, [packed]);
    }
    count += ratings.length;
    if (count >= mostWaiting) {
      encodeWaiting(waiting, chunks);
      count = 0;
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
