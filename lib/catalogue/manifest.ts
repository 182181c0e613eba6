import * as v from 'valibot';
import { lazySchema } from '../text/schemas.ts';
import type { FilmRef } from '../films/types.ts';
import { CatalogueError } from './errors.ts';
import { prefixOf } from './hash.ts';
import type { CatalogueManifest } from './types.ts';

/**
 * Minimum average number of films per shard of a published catalogue, so that a look-up reveals only a group of films
 * to the host (k-anonymity).
 */
export const minFilmsPerPublishedShard = 50;
/**
 * Maximum prefix length of a published catalogue, whatever number of films it claims. About a million films exist: a
 * shard of three digits can have 244 of them, one of four digits 15.
 */
const maxPublishedPrefixLength = 3;
/** Where shards have 50 titles on average, fewer than this many are in one of a hundred million. */
const minTitlesInShard = 15;
/** Maximum prefix length of the format: 1,048,576 shards. */
const maxPrefixLength = 5;

const dayPattern = /^\d{4}(-\d\d-\d\d)?$/;
const text = lazySchema(() => v.pipe(v.string(), v.maxLength(300)));
const manifestSchema = lazySchema(() =>
  v.object({
    format: v.literal('marquee-shelf'),
    version: v.literal(1),
    id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/)),
    name: text,
    asOf: v.pipe(v.string(), v.regex(dayPattern)),
    coversUntil: v.optional(v.pipe(v.string(), v.regex(dayPattern))),
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
  }),
);

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
  const { films, prefixLength } = manifest;
  if (prefixLength > maxPublishedPrefixLength)
    throw new CatalogueError('too-revealing', `too few films exist for a prefix length of ${prefixLength}`);
  const perShard = films / 16 ** prefixLength;
  if (prefixLength === 0 || perShard >= minFilmsPerPublishedShard) return;
  throw new CatalogueError(
    'too-revealing',
    `${perShard.toFixed(1)} films a shard at prefix length ${prefixLength}; a published catalogue needs ${minFilmsPerPublishedShard}`,
  );
}

/**
 * Throws `CatalogueError` if a fetched shard shows that look-ups would reveal the film, whatever the manifest claims: its
 * titles are counted, without those that belong in other shards.
 */
export function refuseRevealingShard(prefix: string, titles: FilmRef[]): void {
  const own = titles.filter((title) => prefixOf(title, prefix.length) === prefix);
  if (prefix === '' || new Set(own).size >= minTitlesInShard) return;
  throw new CatalogueError('too-revealing', `shard ${prefix} has ${own.length} titles`);
}

/** The last year whose films any of the catalogues has; null without catalogues. */
export function findLastYear(
  catalogues: { manifest: Pick<CatalogueManifest, 'asOf' | 'coversUntil'> }[],
): number | null {
  const years = catalogues.map(({ manifest }) => Number((manifest.coversUntil ?? manifest.asOf).slice(0, 4)));
  return years.length === 0 ? null : Math.max(...years);
}

/** The longest prefix length with at least `minFilmsPerShard` films per shard on average. */
export function choosePrefixLength(films: number, minFilmsPerShard: number): number {
  const longest = minFilmsPerShard < minFilmsPerPublishedShard ? maxPrefixLength : maxPublishedPrefixLength;
  let length = 0;
  while (length < longest && films / 16 ** (length + 1) >= minFilmsPerShard) length += 1;
  return length;
}

/**
 * The path of a shard in a published catalogue, relative to `manifest.json`. The name changes with the content, so the
 * file can be cached without limit.
 */
export function shardPath(prefix: string, contentHash: string): string {
  return `shards/${prefix || 'all'}-${contentHash}.json`;
}
