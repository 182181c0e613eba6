// Films are sorted by the hash of their title key, so that the count of films in each bucket of hashes finds them. Their
// other names (ids, other titles) are entries of three bytes in buckets: the number of the film and, in the bits that are
// left, a part of the name's hash. An entry only proposes a film: the reader compares the film itself.

/** The bytes of an entry. */
const entryBytes = 3;
/** The average number of items in a bucket is between one and two. */
const itemsPerBucket = 2;

/** Counts of items in buckets as one byte each, for items sorted by hash. Throws `RangeError` above 255 in one. */
export function countBuckets(hashes: number[]): Uint8Array {
  const bits = chooseBits(hashes.length);
  const counts = new Uint8Array(2 ** bits);
  for (const hash of hashes) {
    const bucket = findBucket(hash, bits);
    if (counts[bucket] === 255) throw new RangeError('more than 255 names in one bucket');
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts;
}

function chooseBits(items: number): number {
  return Math.min(24, Math.max(0, Math.ceil(Math.log2(Math.max(1, items) / itemsPerBucket))));
}

/** The first bits of a hash. A shift by 32 would be one by 0. */
function findBucket(hash: number, bits: number): number {
  return bits === 0 ? 0 : hash >>> (32 - bits);
}

/** The first item of each bucket, and at the end the number of items. */
function sumCounts(counts: Uint8Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  // An index, because the iterators of arrays are slow until the code is compiled, and a worker runs this once.
  for (let bucket = 0, total = 0; bucket < counts.length; bucket += 1)
    starts[bucket + 1] = total += counts[bucket] ?? 0;
  return starts;
}

/** Finds the range of items that have the bucket of a hash. Null if the counts do not belong to `items` items. */
export function openBuckets(
  counts: Uint8Array,
  items: number,
): ((hash: number) => readonly [from: number, to: number]) | null {
  const bits = Math.log2(counts.length);
  const starts = sumCounts(counts);
  if (!Number.isInteger(bits) || starts.at(-1) !== items) return null;
  return (hash) => {
    const bucket = findBucket(hash, bits);
    return [starts[bucket] ?? 0, starts[bucket + 1] ?? 0];
  };
}

/** The bits of an entry that number one of `films` films; the others hold a part of the hash. */
const filmBits = (films: number): number => Math.max(1, Math.ceil(Math.log2(Math.max(2, films))));

/** A name of a film that is not its title key. */
export interface NamedFilm {
  hash: number;
  film: number;
}

/** Formats the entries of names and the counts of their buckets. The order of the input does not matter. */
export function formatNames(names: NamedFilm[], films: number): { counts: Uint8Array; entries: Uint8Array } {
  const bits = filmBits(films);
  const sorted = names.toSorted((one, other) => one.hash - other.hash || one.film - other.film);
  const entries = new Uint8Array(sorted.length * entryBytes);
  for (const [at, { hash, film }] of sorted.entries()) {
    const entry = film | (hash << bits);
    for (let index = 0; index < entryBytes; index += 1)
      entries[at * entryBytes + index] = (entry >>> (8 * index)) & 255;
  }
  return { counts: countBuckets(sorted.map(({ hash }) => hash)), entries };
}

/** Opens the names: films that may have a name with the hash. Null if the sections do not fit each other. */
export function openNames(
  counts: Uint8Array,
  entries: Uint8Array,
  films: number,
): ((hash: number) => number[]) | null {
  const find = openBuckets(counts, entries.length / entryBytes);
  if (find === null) return null;
  const bits = filmBits(films);
  const partMask = 2 ** (8 * entryBytes - bits) - 1;
  return (hash) => {
    const [from, to] = find(hash);
    const found: number[] = [];
    for (let at = from * entryBytes; at < to * entryBytes; at += entryBytes) {
      const entry = (entries[at] ?? 0) | ((entries[at + 1] ?? 0) << 8) | ((entries[at + 2] ?? 0) << 16);
      const film = entry & (2 ** bits - 1);
      if (entry >>> bits === (hash & partMask) && film < films) found.push(film);
    }
    return found;
  };
}
