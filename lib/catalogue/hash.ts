import type { FilmRef } from '../films/types.ts';

const encoder = new TextEncoder();

/**
 * A well-mixed 32-bit hash of a key's UTF-8 bytes: FNV-1a, finished with MurmurHash3's fmix32. Part of version 1 of
 * the catalogue format: it determines the shards of published catalogues.
 */
export function hashKey(key: string): number {
  let hash = 0x811c9dc5;
  for (const byte of encoder.encode(key)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The key that determines the shard of a ref: a title without its year, so that one shard has all films with that
 * title.
 */
export function shardKeyOf(ref: FilmRef): FilmRef {
  const [kind, title] = ref.split(':', 2);
  return kind === 'title' ? `title:${title ?? ''}` : ref;
}

/** The first `prefixLength` hex digits of a shard key's hash; empty for a catalogue of one shard. */
export function prefixOf(shardKey: FilmRef, prefixLength: number): string {
  return hashKey(shardKey).toString(16).padStart(8, '0').slice(0, prefixLength);
}

/** The first 16 hex digits of the SHA-256 of a shard's bytes, as the manifest lists it. */
export async function hashContent(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
