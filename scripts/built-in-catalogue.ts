// The built-in catalogue: built from the npm package vega-datasets, for the package and for scripts.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ResolvedPublicFile, Wxt } from 'wxt';
import { buildCatalogue, type BuiltCatalogue } from '../lib/catalogue/builder/build-catalogue.ts';
import { parseVegaMovies, starterInfo } from '../lib/catalogue/builder/vega.ts';
import { formatContainer } from '../lib/catalogue/container.ts';
import { openCatalogue } from '../lib/catalogue/catalogue.ts';
import { builtInCataloguePath } from '../lib/catalogue/built-in.ts';
import type { Catalogue } from '../lib/catalogue/types.ts';

/** Reads from the package reveal nothing to a server, so its shards may be small. */
const minFilmsPerShard = 8;

/** The npm packages with the data sets of the built-in catalogue. Their licences are shipped with it. */
export const builtInDataSets = [{ packageName: 'vega-datasets' }] as const;

/** Returns the path of the data set in the installed package. */
export function findVegaMovies(): string {
  const entry = createRequire(import.meta.url).resolve('vega-datasets');
  return join(dirname(entry), '..', 'data', 'movies.json');
}

async function buildBuiltInCatalogue(): Promise<BuiltCatalogue> {
  const { films } = parseVegaMovies(JSON.parse(await readFile(findVegaMovies(), 'utf8')));
  return await buildCatalogue(films, starterInfo, { minFilmsPerShard });
}

/** Builds the built-in catalogue in memory, which takes about a second. */
export async function loadBuiltInCatalogue(): Promise<Catalogue> {
  const { manifest, shards } = await buildBuiltInCatalogue();
  return openCatalogue(manifest, (prefix) => Promise.resolve(shards.get(prefix) ?? null));
}

/** WXT hook (`build:publicAssets`): builds the built-in catalogue and adds it to the extension's files. */
export async function addBuiltInCatalogue(wxt: Wxt, files: ResolvedPublicFile[]): Promise<void> {
  const { manifest, shards } = await buildBuiltInCatalogue();
  const absoluteSrc = join(wxt.config.wxtDir, builtInCataloguePath);
  await mkdir(dirname(absoluteSrc), { recursive: true });
  await writeFile(absoluteSrc, formatContainer(manifest, shards));
  files.push({ absoluteSrc, relativeDest: builtInCataloguePath });
}
