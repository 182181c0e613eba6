/** What ids are made of: the time in milliseconds, and bytes nobody can foresee. */
export interface IdSource {
  now: () => number;
  /** That many random bytes. */
  random: (count: number) => Uint8Array;
}

/** Crockford's base 32 in lower case: sorts as it counts, and holds no i, l, o, u. */
const digits = '0123456789abcdefghjkmnpqrstvwxyz';
const timeLength = 10;
const randomLength = 16;

/** The number in base 32, of that length. */
function formatTime(ms: number): string {
  let rest = Math.max(0, Math.floor(ms));
  let text = '';
  for (let at = 0; at < timeLength; at += 1) {
    text = digits.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** The next number in base 32, written in place; false where there is none of that length. */
function increment(places: number[]): boolean {
  for (let at = places.length - 1; at >= 0; at -= 1) {
    const place = places[at] ?? 0;
    places[at] = (place + 1) % 32;
    if (place < 31) return true;
  }
  return false;
}

/**
 * A maker of ids of 26 letters and digits that sort by creation and are unique everywhere: 50 bits of time and 80 of
 * chance. Within a millisecond, and while the clock stands behind its last reading, each is the one before plus one.
 * The form is ULID's in lower case (https://github.com/ulid/spec).
 */
export function createIdMaker({ now, random }: IdSource): () => string {
  let lastMs = -1;
  let places: number[] = [];
  return () => {
    const ms = now();
    if (ms > lastMs || !increment(places)) {
      lastMs = ms > lastMs ? ms : lastMs + 1;
      places = Array.from(random(randomLength), (byte) => byte % 32);
    }
    return formatTime(lastMs) + places.map((place) => digits.charAt(place)).join('');
  };
}

/** That many random letters and digits, for naming a device or an install. */
export function makeRandomName(random: IdSource['random'], length: number): string {
  return Array.from(random(length), (byte) => digits.charAt(byte % 32)).join('');
}
