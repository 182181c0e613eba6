import { monotonicFactory } from 'ulid';

/** What ids are made of: the time in milliseconds, and random bytes. */
export interface IdSource {
  /** Whole milliseconds since 1970. */
  now: () => number;
  /** That many random bytes. */
  random: (count: number) => Uint8Array;
}

/** Crockford's base 32 in lower case, as in ids. */
const digits = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A maker of ids of 26 letters and digits that sort by creation and are unique everywhere: ULIDs
 * (https://github.com/ulid/spec) in lower case. Within a millisecond, and while the clock is behind its last reading,
 * each is the one before plus one.
 */
export function createIdMaker({ now, random }: IdSource): () => string {
  const makeUlid = monotonicFactory(() => (random(1)[0] ?? 0) / 256);
  // ULIDs are in upper case, which sorts before lower case: with it, every new row would sort before the stored ones.
  // The factory takes a time of 0 for none and reads the clock itself.
  return () => makeUlid(Math.max(1, now())).toLowerCase();
}

/** That many random letters and digits, for naming a device or an install. */
export function makeRandomName(random: IdSource['random'], length: number): string {
  return Array.from(random(length), (byte) => digits.charAt(byte % 32)).join('');
}
