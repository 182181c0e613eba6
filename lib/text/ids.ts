import { monotonicFactory } from 'ulid';

/** The inputs of an id: the time in milliseconds, and random bytes. */
export interface IdSource {
  /** Whole milliseconds since 1970. */
  now: () => number;
  /** Returns `count` random bytes. */
  random: (count: number) => Uint8Array;
}

const bytesAtOnce = 512;

/** Crockford's base 32 in lower case, as in ids. */
const digits = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Creates a function that makes ids of 26 letters and digits: ULIDs (https://github.com/ulid/spec) in lower case. They
 * are unique everywhere and sort by creation. Within one millisecond, and after the clock is set back, each id is the
 * previous one plus one.
 */
export function createIdMaker({ now, random }: IdSource): () => string {
  // An id takes a byte for each digit, and the browser takes as long for one byte as for hundreds.
  let bytes = new Uint8Array();
  let taken = 0;
  const takeByte = (): number => {
    if (taken >= bytes.length) {
      bytes = Uint8Array.from(random(bytesAtOnce));
      taken = 0;
    }
    taken += 1;
    return bytes[taken - 1] ?? 0;
  };
  const makeUlid = monotonicFactory(() => takeByte() / 256);
  // ULIDs are upper case, which sorts before lower case: unchanged, every new row would sort before the stored ones.
  // The factory treats a time of 0 as missing and would read the clock itself.
  return () => makeUlid(Math.max(1, now())).toLowerCase();
}

/** A random name of `length` letters and digits, for a device or an install. */
export function makeRandomName(random: IdSource['random'], length: number): string {
  return Array.from(random(length), (byte) => digits.charAt(byte % 32)).join('');
}
