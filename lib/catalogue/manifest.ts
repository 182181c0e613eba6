import * as v from 'valibot';
import { CatalogueError } from './errors.ts';
import type { CatalogueManifest } from './types.ts';

/**
 * Minimum average number of films per shard of a published catalogue, so that a look-up reveals only a group of films
 * to the host (k-anonymity).
 */
export const minFilmsPerPublishedShard = 50;
/** Maximum prefix length of the format: 1,048,576 shards. */
const maxPrefixLength = 5;

const text = v.pipe(v.string(), v.maxLength(300));
const manifestSchema = v.object({
  format: v.literal('marquee-shelf'),
  version: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/)),
  name: text,
  asOf: v.pipe(v.string(), v.regex(/^\d{4}(-\d\d-\d\d)?$/)),
  licence: v.nullable(text),
  attribution: v.nullable(text),
  note: v.nullable(text),
  films: v.pipe(v.number(), v.integer(), v.minValue(0)),
  prefixLength: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxPrefixLength)),
  idKinds: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z]{1,30}$/))), v.maxLength(30))),
  shards: v.record(
    v.pipe(v.string(), v.regex(/^[0-9a-f]{0,5}$/)),
    v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  ),
});

/** Checks every field of a manifest; throws `CatalogueError` if one does not match the format. */
export function parseManifest(value: unknown): CatalogueManifest {
  const result = v.safeParse(manifestSchema, value, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    throw new CatalogueError('bad-manifest', `manifest: ${v.getDotPath(issue) ?? 'root'}: ${issue.message}`);
  }
  const { prefixLength, shards } = result.output;
  const stray = Object.keys(shards).find((prefix) => prefix.length !== prefixLength);
  if (stray !== undefined)
    throw new CatalogueError('bad-manifest', `manifest: shard "${stray}" is not of length ${prefixLength}`);
  return result.output;
}

/**
 * Throws `CatalogueError` if a look-up would reveal the film: fewer than 50 films per shard on average. A single shard
 * reveals nothing.
 */
export function refuseRevealingCatalogue(manifest: Pick<CatalogueManifest, 'films' | 'prefixLength'>): void {
  const perShard = manifest.films / 16 ** manifest.prefixLength;
  if (manifest.prefixLength === 0 || perShard >= minFilmsPerPublishedShard) return;
  throw new CatalogueError(
    'too-revealing',
    `${perShard.toFixed(1)} films a shard at prefix length ${manifest.prefixLength}; a published catalogue needs ${minFilmsPerPublishedShard}`,
  );
}

/** The longest prefix length with at least `minFilmsPerShard` films per shard on average. */
export function choosePrefixLength(films: number, minFilmsPerShard: number): number {
  let length = 0;
  while (length < maxPrefixLength && films / 16 ** (length + 1) >= minFilmsPerShard) length += 1;
  return length;
}

/**
 * The path of a shard in a published catalogue, relative to `manifest.json`. The name changes with the content, so the
 * file can be cached for ever.
 */
export function shardPath(prefix: string, contentHash: string): string {
  return `shards/${prefix || 'all'}-${contentHash}.json`;
}
