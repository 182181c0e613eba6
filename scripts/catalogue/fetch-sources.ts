import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { catalogueSources, type CatalogueSource, type Download } from '../../lib/catalogue/merge/sources.ts';

/** The most bytes of a file, packed; the largest of today has 20 MB. */
const mostBytes = 256 * 1024 * 1024;
const mostSeconds = 300;

/** Which sources were fetched, and why the others were not. */
export interface Fetched {
  fetched: string[];
  missing: Record<string, string>;
}

function unpack(bytes: Uint8Array): Uint8Array {
  return execFileSync('bzip2', ['-dc'], { input: bytes, maxBuffer: 8 * mostBytes });
}

async function fetchBytes({ address, packing }: Download, fetchFile: typeof fetch): Promise<Uint8Array> {
  const response = await fetchFile(address, { signal: AbortSignal.timeout(mostSeconds * 1000) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isPage = /^\s*<(?:!doctype|html)/i.test(new TextDecoder().decode(bytes.slice(0, 100)));
  if (bytes.length === 0 || bytes.length > mostBytes || isPage) throw new Error(`${address}: not the file`);
  return packing === 'bzip2' ? unpack(bytes) : bytes;
}

/** Fetches all files of a source, and writes them only if all are there: half a source would give wrong facts. */
async function fetchSource(
  { downloads }: CatalogueSource,
  folder: string,
  fetchFile: typeof fetch,
): Promise<void> {
  const files: [string, Uint8Array][] = [];
  for (const download of downloads) files.push([download.path, await fetchBytes(download, fetchFile)]);
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/**
 * Fetches the newest files of all sources into an empty folder. A source without an address, or whose files cannot be
 * fetched, is left out. Rejects if the first source, the base of the film data, cannot be fetched.
 */
export async function fetchSources(
  folder: string,
  fetchFile: typeof fetch = fetch,
  sources: readonly CatalogueSource[] = catalogueSources,
): Promise<Fetched> {
  rmSync(folder, { recursive: true, force: true });
  const result: Fetched = { fetched: [], missing: {} };
  for (const source of sources) {
    if (source.downloads.length === 0) {
      result.missing[source.id] = 'no address';
      continue;
    }
    try {
      await fetchSource(source, folder, fetchFile);
      result.fetched.push(source.id);
    } catch (error) {
      if (source === sources[0]) throw error;
      result.missing[source.id] = error instanceof Error ? error.message : String(error);
    }
  }
  return result;
}
