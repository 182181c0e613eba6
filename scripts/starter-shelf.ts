// The starter shelf: built from the npm package vega-datasets, for the package and for scripts.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ResolvedPublicFile, Wxt } from 'wxt';
import { buildShelf, type BuiltShelf } from '../lib/shelf/build/build-shelf.ts';
import { parseVegaMovies, starterInfo } from '../lib/shelf/build/vega.ts';
import { formatContainer } from '../lib/shelf/container.ts';
import { openShelf } from '../lib/shelf/shelf.ts';
import { starterShelfPath } from '../lib/shelf/starter.ts';
import type { Shelf } from '../lib/shelf/types.ts';

/** Nobody learns what is read from the package, so its shards may be small. */
const minFilmsPerShard = 8;

/** Where the data set lies in the installed package. */
export function findVegaMovies(): string {
  const entry = createRequire(import.meta.url).resolve('vega-datasets');
  return join(dirname(entry), '..', 'data', 'movies.json');
}

async function buildStarterShelf(): Promise<BuiltShelf> {
  const { films } = parseVegaMovies(JSON.parse(await readFile(findVegaMovies(), 'utf8')));
  return await buildShelf(films, starterInfo, { minFilmsPerShard });
}

/** The starter shelf, built in memory: about a second. */
export async function loadStarterShelf(): Promise<Shelf> {
  const { manifest, shards } = await buildStarterShelf();
  return openShelf(manifest, (prefix) => Promise.resolve(shards.get(prefix) ?? null));
}

/** Builds the starter shelf and puts it among the extension's files; a hook of WXT's (`build:publicAssets`). */
export async function addStarterShelf(wxt: Wxt, files: ResolvedPublicFile[]): Promise<void> {
  const { manifest, shards } = await buildStarterShelf();
  const absoluteSrc = join(wxt.config.wxtDir, starterShelfPath);
  await mkdir(dirname(absoluteSrc), { recursive: true });
  await writeFile(absoluteSrc, formatContainer(manifest, shards));
  files.push({ absoluteSrc, relativeDest: starterShelfPath });
}
