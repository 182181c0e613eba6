// Looks up ratings in a file of IMDb's, `title.ratings.tsv.gz` or its text, as the extension does after an import of it.
import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createRatingsLookUp, type RatingsLookUp } from '../lib/background/catalogues/ratings-lookup.ts';
import { parseTitleNumber } from '../lib/catalogue/builder/imdb-rating-rows.ts';
import { dayOf, type InputFile } from '../lib/catalogue/builder/input-file.ts';
import { chunkOf, findInChunk } from '../lib/catalogue/imdb-ratings/chunk.ts';
import { readRatings } from '../lib/catalogue/imdb-ratings/read-ratings.ts';

/** Returns a file of this machine as an import reads it. */
export async function openInput(path: string): Promise<InputFile> {
  const [blob, { mtimeMs }] = await Promise.all([openAsBlob(path), stat(path)]);
  return { name: basename(path), size: blob.size, lastModified: mtimeMs, stream: () => blob.stream() };
}

/** Reads a file of ratings. Rejects with `ImportError` if it is another file. */
export async function openRatingsFile(path: string): Promise<RatingsLookUp> {
  const file = await openInput(path);
  const { chunks, ratings: count } = await readRatings(file, { signal: new AbortController().signal });
  const head = { revision: '', ratings: count, chunks: chunks.size, bytes: 0, asOf: dayOf(file), etag: null };
  return createRatingsLookUp((ids) => {
    const found = [...ids].flatMap((id) => {
      const number = parseTitleNumber(id);
      const chunk = chunks.get(chunkOf(number));
      const rating = chunk && number > 0 ? findInChunk(chunk, number) : null;
      return rating ? [[id, rating] as const] : [];
    });
    return Promise.resolve({ head: { ...head, origin: 'file', savedAt: 0 }, ratings: new Map(found) });
  });
}
