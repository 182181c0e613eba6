// A published shelf as a folder of files: reading it, and writing one.
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuildPlace } from '../lib/shelf/build/build-place.ts';
import { listShardHashes } from '../lib/shelf/build/build-shelf.ts';
import { ShelfError } from '../lib/shelf/errors.ts';
import { refuseRevealingShelf, shardPath } from '../lib/shelf/manifest.ts';
import { openPublishedShelf } from '../lib/shelf/published.ts';
import type { Shelf, ShelfHead, ShelfManifest } from '../lib/shelf/types.ts';

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function asError(value: unknown): Error {
  return value instanceof Error ? value : new Error(String(value));
}

/** Opens the shelf in a folder. Rejects with `ShelfError` where it is none. */
export async function openDirectoryShelf(directory: string): Promise<Shelf> {
  return await openPublishedShelf(async (path, maxBytes) => {
    const file = join(directory, path);
    try {
      const { size } = await stat(file);
      if (size > maxBytes) throw new ShelfError('too-large', `${path} has ${size} bytes`);
      return new Uint8Array(await readFile(file));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  });
}

/** A build whose rows lie in temporary files and whose shards go into a folder, where `publish` makes them a shelf. */
export interface DirectoryPlace extends BuildPlace {
  /**
   * Writes the manifest, after all shards, so that a reader never finds a manifest whose shards are not there; shards of
   * a former build that it no longer lists go last.
   */
  publish(head: ShelfHead): Promise<{ manifest: ShelfManifest; bytes: number }>;
  /** Removes the temporary files. */
  close(): Promise<void>;
}

/** Starts a build into a folder; memory holds a few hundred films' rows at a time. */
export async function openDirectoryPlace(directory: string): Promise<DirectoryPlace> {
  const temporary = await mkdtemp(join(tmpdir(), 'shelf-rows-'));
  const rowsFile = (partition: number) => join(temporary, String(partition));
  const hashes: ShelfManifest['shards'] = {};
  let bytes = 0;
  await mkdir(join(directory, 'shards'), { recursive: true });
  return {
    async saveRows(chunks) {
      for (const [partition, chunk] of chunks) await appendFile(rowsFile(partition), chunk);
    },
    async readRows(partition) {
      return await readFile(rowsFile(partition)).then(
        (rows) => [rows],
        (error: unknown) => (isMissing(error) ? [] : Promise.reject(asError(error))),
      );
    },
    async saveShards(shards) {
      Object.assign(hashes, await listShardHashes(shards));
      for (const [prefix, shard] of shards) {
        bytes += shard.byteLength;
        await writeFile(join(directory, shardPath(prefix, hashes[prefix] ?? '')), shard);
      }
    },
    async publish(head) {
      const manifest: ShelfManifest = { ...head, shards: hashes };
      refuseRevealingShelf(manifest);
      await writeFile(join(directory, 'manifest.json'), `${JSON.stringify(manifest)}\n`);
      await removeStaleShards(directory, hashes);
      return { manifest, bytes };
    },
    close: () => rm(temporary, { recursive: true }),
  };
}

async function removeStaleShards(directory: string, hashes: ShelfManifest['shards']): Promise<void> {
  const paths = new Set(Object.entries(hashes).map(([prefix, hash]) => shardPath(prefix, hash)));
  const former = (await readdir(join(directory, 'shards'))).map((name) => `shards/${name}`);
  const stale = former.filter(
    (path) => !paths.has(path) && /^shards\/(?:[0-9a-f]{1,5}|all)-[0-9a-f]{16}\.json$/.test(path),
  );
  for (const path of stale) await rm(join(directory, path));
}
