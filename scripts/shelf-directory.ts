// A published shelf as a folder of files: reading it, and writing one.
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltShelf } from '../lib/shelf/build/build-shelf.ts';
import { ShelfError } from '../lib/shelf/errors.ts';
import { refuseRevealingShelf, shardPath } from '../lib/shelf/manifest.ts';
import { openPublishedShelf } from '../lib/shelf/published.ts';
import type { Shelf } from '../lib/shelf/types.ts';

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
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

/**
 * Writes a shelf as files: its shards, then the manifest, so that a reader never finds a manifest whose shards are not
 * there; shards of a former build that it no longer lists go last.
 */
export async function writeShelfDirectory(
  directory: string,
  { manifest, shards }: BuiltShelf,
): Promise<void> {
  refuseRevealingShelf(manifest);
  await mkdir(join(directory, 'shards'), { recursive: true });
  const paths = new Set<string>();
  for (const [prefix, bytes] of shards) {
    const path = shardPath(prefix, manifest.shards[prefix] ?? '');
    paths.add(path);
    await writeFile(join(directory, path), bytes);
  }
  await writeFile(join(directory, 'manifest.json'), `${JSON.stringify(manifest)}\n`);
  const former = (await readdir(join(directory, 'shards'))).map((name) => `shards/${name}`);
  const stale = former.filter(
    (path) => !paths.has(path) && /^shards\/(?:[0-9a-f]{1,5}|all)-[0-9a-f]{16}\.json$/.test(path),
  );
  for (const path of stale) await rm(join(directory, path));
}
