import { monotonicFactory } from 'ulid';

/** The inputs of an id: the time in milliseconds, and random bytes. */
export interface IdSource {
  /** Whole milliseconds since 1970. */
  now: () => number;
  /** Returns `count` random bytes. */
  random: (count: number) => Uint8Array;
}

/** Crockford's base 32 in lower case, as in ids. */
const digits = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Creates a function that makes ids of 26 letters and digits: ULIDs (https://github.com/ulid/spec) in lower case. They
 * are unique everywhere and sort by creation. Within one millisecond, and after the clock is set back, each id is the
 * previous one plus one.
 */
export function createIdMaker({ now, random }: IdSource): () => string {
  const makeUlid = monotonicFactory(() => (random(1)[0] ?? 0) / 256);
  // ULIDs are upper case, which sorts before lower case: unchanged, every new row would sort before the stored ones.
  // The factory treats a time of 0 as missing and would read the clock itself.
  return () => makeUlid(Math.max(1, now())).toLowerCase();
}

/** A random name of `length` letters and digits, for a device or an install. */
export function makeRandomName(random: IdSource['random'], length: number): string {
  return Array.from(random(length), (byte) => digits.charAt(byte % 32)).join('');
}
