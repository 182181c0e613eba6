import { parseTitleNumber } from '../builder/imdb-rating-rows.ts';
import type { ImdbRating } from '../builder/rating-table.ts';
import { chunkOf, findInChunk } from './chunk.ts';
import { openRatingsDatabase, type RatingsDatabase, type RatingsHead } from './database.ts';
import type { EncodedRatings } from './read-ratings.ts';

/** The number of chunks kept between look-ups, about 3 kB each. */
const maxKeptChunks = 200;

/** The description of a table that is to be stored. */
export type RatingsOrigin = Pick<RatingsHead, 'asOf' | 'etag' | 'origin' | 'savedAt'>;

/**
 * Stores a table in place of the one before, in one transaction: until it ends, and if it fails, the former table
 * answers. Rejects with the browser's error, `QuotaExceededError` for a full disk.
 */
export async function saveRatings(
  { chunks, ratings }: EncodedRatings,
  origin: RatingsOrigin,
): Promise<RatingsHead> {
  const db = await openRatingsDatabase();
  const bytes = [...chunks.values()].reduce((total, chunk) => total + chunk.byteLength, 0);
  const revision = crypto.randomUUID();
  const head: RatingsHead = { ...origin, revision, ratings, chunks: chunks.size, bytes };
  const tx = db.transaction(['heads', 'chunks'], 'readwrite', { durability: 'strict' });
  const store = tx.objectStore('chunks');
  const requests: Promise<unknown>[] = [];
  let refusal: Error | null = null;
  try {
    requests.push(store.clear());
    for (const [number, chunk] of chunks) requests.push(store.put(chunk, number));
    requests.push(tx.objectStore('heads').put(head, 'table'));
  } catch (error) {
    // Without this, the transaction would commit the requests before the one that was refused at once.
    refusal = error as Error;
    tx.abort();
  }
  const results = await Promise.allSettled([tx.done, ...requests]);
  if (refusal) throw refusal;
  // The transaction's own error reports a full disk; a request only reports that it was aborted.
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return head;
}

/** The description of the stored table; null if there is none. */
export async function loadRatingsHead(): Promise<RatingsHead | null> {
  const db = await openRatingsDatabase();
  return (await db.get('heads', 'table')) ?? null;
}

/** Removes the table. */
export async function removeRatings(): Promise<void> {
  const db = await openRatingsDatabase();
  const tx = db.transaction(['heads', 'chunks'], 'readwrite');
  await Promise.all([tx.objectStore('heads').clear(), tx.objectStore('chunks').clear(), tx.done]);
}

/** Ratings that were found, and the table that has them. */
interface FoundRatings {
  /** Null if no table is stored. */
  head: RatingsHead | null;
  /** By IMDb id, such as `tt0111161`; ids without a rating are missing. */
  ratings: Map<string, ImdbRating>;
}

interface KeptChunks {
  revision: string;
  /** Least recently used first; null for chunks that the table does not have. */
  chunks: Map<number, Uint8Array | null>;
}

async function readChunks(db: RatingsDatabase, numbers: number[], kept: KeptChunks) {
  const tx = db.transaction(['heads', 'chunks']);
  const head = await tx.objectStore('heads').get('table');
  if (!head) return null;
  if (kept.revision !== head.revision) {
    kept.revision = head.revision;
    kept.chunks.clear();
  }
  const store = tx.objectStore('chunks');
  const read = numbers.map(async (number) => {
    const known = kept.chunks.get(number);
    return [number, known === undefined ? ((await store.get(number)) ?? null) : known] as const;
  });
  return { head, chunks: new Map(await Promise.all(read)) };
}

function keepChunks(kept: KeptChunks, revision: string, chunks: KeptChunks['chunks']): void {
  // A look-up that began before the table was replaced has chunks of the former one.
  if (kept.revision !== revision) return;
  for (const [number, chunk] of chunks) {
    kept.chunks.delete(number);
    kept.chunks.set(number, chunk);
  }
  for (const oldest of kept.chunks.keys()) {
    if (kept.chunks.size <= maxKeptChunks) break;
    kept.chunks.delete(oldest);
  }
}

/** Looks up ratings by IMDb ids. Rejects if the database cannot be read. */
export type FindRatings = (ids: Iterable<string>) => Promise<FoundRatings>;

/** Creates a look-up. It reads one chunk for each id, all in one transaction, and keeps the last ones. */
export function createRatingsReader(): FindRatings {
  const kept: KeptChunks = { revision: '', chunks: new Map() };
  return async (ids) => {
    const numbers = new Map([...ids].map((id) => [id, parseTitleNumber(id)] as const));
    const wanted = new Set([...numbers.values()].map(chunkOf));
    const read = await readChunks(await openRatingsDatabase(), [...wanted], kept);
    if (!read) return { head: null, ratings: new Map() };
    const { head, chunks } = read;
    keepChunks(kept, head.revision, chunks);
    const ratings: FoundRatings['ratings'] = new Map();
    for (const [id, number] of numbers) {
      const chunk = chunks.get(chunkOf(number));
      const rating = chunk && number > 0 ? findInChunk(chunk, number) : null;
      if (rating) ratings.set(id, rating);
    }
    return { head, ratings };
  };
}
