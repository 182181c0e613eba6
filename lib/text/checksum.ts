/**
 * The checksum of a text as 16 hex digits. It detects damage; it does not protect against tampering. Two 32-bit
 * multiplicative hashes, mixed at the end, after cyrb53 (public domain, github.com/bryc/code).
 */
export function checksumText(text: string): string {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x9e3779b1);
    two = Math.imul(two ^ unit, 0x5f356495);
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(two ^ (two >>> 13), 0xc2b2ae35);
  two = Math.imul(two ^ (two >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35);
  return formatHalf(two) + formatHalf(one);
}

function formatHalf(half: number): string {
  return (half >>> 0).toString(16).padStart(8, '0');
}

/** The checksum of an empty set. */
export const emptyChecksum = '0'.repeat(16);

/**
 * The checksum of a set after one member is added, or removed if the set already contains it. The order does not
 * matter, and a second call with the same member undoes the first. Both arguments are checksums of 16 hex digits.
 */
export function toggleChecksum(set: string, member: string): string {
  const half = (at: number): string =>
    formatHalf(Number.parseInt(set.slice(at, at + 8), 16) ^ Number.parseInt(member.slice(at, at + 8), 16));
  return half(0) + half(8);
}
