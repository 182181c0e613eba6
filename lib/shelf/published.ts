import { ShelfError } from './errors.ts';
import { maxShardBytes } from './format.ts';
import { hashContent } from './hash.ts';
import { parseManifest, refuseRevealingShelf, shardPath } from './manifest.ts';
import { openShelf } from './shelf.ts';
import type { Shelf, ShelfManifest } from './types.ts';

/** Reads a file of a published shelf by its path below the shelf's address; null where there is none. Refuses more than `maxBytes`. */
export type ReadPublishedFile = (path: string, maxBytes: number) => Promise<Uint8Array<ArrayBuffer> | null>;

const maxManifestBytes = 64 * 1024 * 1024;

/**
 * Opens a shelf of plain files: `manifest.json` and its shards, each checked against its content hash. Rejects with
 * `ShelfError` where there is no manifest, where it is not of the format, or where its shards hold too few films.
 */
export async function openPublishedShelf(readFile: ReadPublishedFile): Promise<Shelf> {
  const bytes = await readFile('manifest.json', maxManifestBytes);
  if (!bytes) throw new ShelfError('missing', 'there is no manifest.json');
  const manifest = readManifest(bytes);
  refuseRevealingShelf(manifest);
  return openShelf(manifest, async (prefix) => {
    const listed = manifest.shards[prefix];
    if (listed === undefined) return null;
    const path = shardPath(prefix, listed);
    const shard = await readFile(path, maxShardBytes);
    if (!shard) throw new ShelfError('missing', `there is no ${path}`);
    if ((await hashContent(shard)) !== listed)
      throw new ShelfError('hash-differs', `${path} is not what the manifest lists`);
    return shard;
  });
}

/** The manifest in the bytes of `manifest.json`. Throws `ShelfError` where it is not of the format. */
export function readManifest(bytes: Uint8Array): ShelfManifest {
  return parseManifest(parseJson(bytes));
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new ShelfError('bad-manifest', 'manifest.json is not UTF-8 JSON', { cause: error });
  }
}
