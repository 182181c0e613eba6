// Reads and writes a catalogue as a folder of files that can be published.
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuildTarget } from '../../lib/catalogue/builder/build-target.ts';
import { listShardHashes } from '../../lib/catalogue/builder/build-catalogue.ts';
import { CatalogueError } from '../../lib/catalogue/errors.ts';
import { refuseRevealingCatalogue, shardPath } from '../../lib/catalogue/manifest.ts';
import { collectBestTitles } from '../../lib/catalogue/builder/best-titles.ts';
import { openPublishedCatalogue, readManifest } from '../../lib/catalogue/published.ts';
import type { FilmTitles } from '../../lib/catalogue/search/types.ts';
import { listShardFilms } from '../../lib/catalogue/shard-films.ts';
import type { Catalogue, CatalogueHead, CatalogueManifest } from '../../lib/catalogue/types.ts';

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function asError(value: unknown): Error {
  return value instanceof Error ? value : new Error(String(value));
}

/** Collects the titles of the films with most votes out of all shards of a folder. */
async function readDirectoryTitles(directory: string): Promise<FilmTitles> {
  const { shards } = readManifest(new Uint8Array(await readFile(join(directory, 'manifest.json'))));
  const titles = collectBestTitles();
  for (const [prefix, hash] of Object.entries(shards)) {
    const shard = new Uint8Array(await readFile(join(directory, shardPath(prefix, hash))));
    for (const film of listShardFilms(shard)) titles.add(film);
  }
  return titles.take();
}

/**
 * Opens the catalogue in a folder; its titles are read out of all its shards. Rejects with `CatalogueError` if the folder
 * is not a catalogue.
 */
export async function openDirectoryCatalogue(directory: string): Promise<Catalogue> {
  const catalogue = await openPublishedCatalogue(async (path, maxBytes) => {
    const file = join(directory, path);
    try {
      const { size } = await stat(file);
      if (size > maxBytes) throw new CatalogueError('too-large', `${path} has ${size} bytes`);
      return new Uint8Array(await readFile(file));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  });
  return { ...catalogue, readTitles: () => readDirectoryTitles(directory) };
}

/** A build with its rows in temporary files and its shards in a folder; `publish` completes the catalogue. */
export interface DirectoryTarget extends BuildTarget {
  /**
   * Writes the manifest after all shards, so that a reader never finds a manifest without its shards; then deletes
   * shards of an earlier build that it no longer lists.
   */
  publish(head: CatalogueHead): Promise<{ manifest: CatalogueManifest; bytes: number }>;
  /** Removes the temporary files. */
  close(): Promise<void>;
}

/** Starts a build in a folder. The rows of a few hundred films at a time are in memory. */
export async function openDirectoryTarget(directory: string): Promise<DirectoryTarget> {
  const temporary = await mkdtemp(join(tmpdir(), 'catalogue-rows-'));
  const rowsFile = (partition: number) => join(temporary, String(partition));
  const hashes: CatalogueManifest['shards'] = {};
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
      const manifest: CatalogueManifest = { ...head, shards: hashes };
      refuseRevealingCatalogue(manifest);
      await writeFile(join(directory, 'manifest.json'), `${JSON.stringify(manifest)}\n`);
      await removeStaleShards(directory, hashes);
      return { manifest, bytes };
    },
    close: () => rm(temporary, { recursive: true }),
  };
}

async function removeStaleShards(directory: string, hashes: CatalogueManifest['shards']): Promise<void> {
  const paths = new Set(Object.entries(hashes).map(([prefix, hash]) => shardPath(prefix, hash)));
  const former = (await readdir(join(directory, 'shards'))).map((name) => `shards/${name}`);
  const stale = former.filter(
    (path) => !paths.has(path) && /^shards\/(?:[0-9a-f]{1,5}|all)-[0-9a-f]{16}\.json$/.test(path),
  );
  for (const path of stale) await rm(join(directory, path));
}
