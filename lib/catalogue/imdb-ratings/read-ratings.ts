import { readRatingRows } from '../builder/imdb-rating-rows.ts';
import type { InputFile } from '../builder/input-file.ts';
import { ImportError } from '../errors.ts';
import { chunkOf, countInChunk, encodeChunk, packRating, type PackedRating } from './chunk.ts';

/** The most rows that are read: three times IMDb's file of 2026. More would be another file, or an attack on memory. */
const maxRows = 5_000_000;

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

async function collect(file: InputFile, { signal, onProgress }: ReadOptions) {
  const collected = new Map<number, PackedRating[]>();
  for await (const { ratings, rowsRead, bytesRead } of readRatingRows(file)) {
    signal.throwIfAborted();
    if (rowsRead > maxRows)
      throw new ImportError('too-large', { file: file.name }, `more than ${maxRows} rows`);
    for (const [id, rating] of ratings) {
      const chunk = chunkOf(id);
      const packed = packRating(id, rating);
      const others = collected.get(chunk);
      if (others) others.push(packed);
      else collected.set(chunk, [packed]);
    }
    onProgress?.({ rowsRead, bytesRead });
  }
  return collected;
}

/**
 * Reads `title.ratings` as a stream: only its ratings are in memory, 8 bytes each. Rejects with `ImportError` if it is
 * another file, cut off, or has no ratings, and with the signal's reason if that is aborted.
 */
export async function readRatings(file: InputFile, options: ReadOptions): Promise<EncodedRatings> {
  const collected = await collect(file, options);
  const chunks: EncodedRatings['chunks'] = new Map();
  let ratings = 0;
  for (const [number, packed] of collected) {
    const bytes = encodeChunk(packed);
    collected.delete(number);
    chunks.set(number, bytes);
    ratings += countInChunk(bytes);
  }
  if (ratings === 0) throw new ImportError('empty', { file: file.name }, `${file.name} has no ratings`);
  return { chunks, ratings };
}
