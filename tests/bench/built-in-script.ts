// Runs inside a page of the extension: times the first look-up in the built-in catalogue, and in a small one.
import { createSliceFetcher } from '../../lib/catalogue/built-in/fetch-slices.ts';
import { openBuiltIn } from '../../lib/catalogue/built-in/open-built-in.ts';
import { openCatalogue } from '../../lib/catalogue/catalogue.ts';
import { sliceOf } from '../../lib/catalogue/built-in/slices.ts';
import type { Catalogue } from '../../lib/catalogue/types.ts';
import type { FilmRef } from '../../lib/films/types.ts';
import { readContainer } from './former-container.ts';

export type CatalogueKind = 'built-in' | 'small';

async function open(kind: CatalogueKind, path: string): Promise<Catalogue> {
  if (kind === 'built-in')
    return await openBuiltIn(createSliceFetcher((url, init) => fetch(url, init), path));
  const file = new Uint8Array(await (await fetch(path)).arrayBuffer());
  const { manifest, readShard } = await readContainer(sliceOf(file));
  return openCatalogue(manifest, readShard);
}

/** Opens a catalogue and looks refs up in it. Returns milliseconds and the number of refs that were found. */
export async function timeLookUp(
  kind: CatalogueKind,
  path: string,
  refs: FilmRef[],
): Promise<{ ms: number; found: number }> {
  const start = performance.now();
  const found = await (await open(kind, path)).lookUp(refs);
  const ms = performance.now() - start;
  return { ms, found: [...found.values()].filter((films) => films.length > 0).length };
}

/** Decodes all titles of the built-in catalogue. Returns milliseconds. */
export async function timeTitles(path: string): Promise<number> {
  const start = performance.now();
  await (await openBuiltIn(createSliceFetcher((url, init) => fetch(url, init), path))).readTitles();
  return performance.now() - start;
}
