import type { FilmRef } from '../films/types.ts';
import { CatalogueError } from './errors.ts';
import { maxShardBytes } from './format.ts';
import { hashContent } from './hash.ts';
import { parseManifest, refuseRevealingCatalogue, refuseRevealingShard, shardPath } from './manifest.ts';
import { listShardTitles } from './shard-films.ts';
import { openCatalogue } from './catalogue.ts';
import type { Catalogue, CatalogueManifest } from './types.ts';

/**
 * Reads a file of a published catalogue by its path relative to the catalogue's address; null if there is none.
 * Rejects files larger than `maxBytes`.
 */
export type ReadPublishedFile = (path: string, maxBytes: number) => Promise<Uint8Array<ArrayBuffer> | null>;

const maxManifestBytes = 64 * 1024 * 1024;

/**
 * Opens a catalogue of plain files: `manifest.json` and shards, each checked against its content hash. Rejects with
 * `CatalogueError` if there is no manifest, if it does not match the format, or if its shards have too few films.
 */
export async function openPublishedCatalogue(readFile: ReadPublishedFile): Promise<Catalogue> {
  const bytes = await readFile('manifest.json', maxManifestBytes);
  if (!bytes) throw new CatalogueError('missing', 'there is no manifest.json');
  const manifest = readManifest(bytes);
  refuseRevealingCatalogue(manifest);
  return openCatalogue(manifest, async (prefix) => {
    const listed = manifest.shards[prefix];
    if (listed === undefined) return null;
    const path = shardPath(prefix, listed);
    const shard = await readFile(path, maxShardBytes);
    if (!shard) throw new CatalogueError('missing', `there is no ${path}`);
    await checkShard(prefix, shard, listed);
    return shard;
  });
}

/**
 * Checks a shard of a published catalogue. Rejects with `CatalogueError` if it is not what the manifest lists, is not JSON
 * or has too few titles.
 */
export async function checkShard(
  prefix: string,
  shard: Uint8Array<ArrayBuffer>,
  listedHash: string,
): Promise<void> {
  if ((await hashContent(shard)) !== listedHash)
    throw new CatalogueError(
      'hash-differs',
      `${shardPath(prefix, listedHash)} is not what the manifest lists`,
    );
  refuseRevealingShard(prefix, listTitles(shard));
}

function listTitles(shard: Uint8Array): FilmRef[] {
  try {
    return listShardTitles(shard);
  } catch (error) {
    throw new CatalogueError('bad-shard', 'shard is not UTF-8 JSON', { cause: error });
  }
}

/** Parses the bytes of `manifest.json`. Throws `CatalogueError` if they do not match the format. */
export function readManifest(bytes: Uint8Array): CatalogueManifest {
  return parseManifest(parseJson(bytes));
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new CatalogueError('bad-manifest', 'manifest.json is not UTF-8 JSON', { cause: error });
  }
}
