import { browser } from 'wxt/browser';
import { readContainer, sliceOf } from '../../catalogue/container.ts';
import { CatalogueError } from '../../catalogue/errors.ts';
import { openCatalogue } from '../../catalogue/catalogue.ts';
import { isPublished, openPublishedRow } from '../../catalogue/store/published-catalogues.ts';
import { listStoredCatalogues, openCatalogueRow } from '../../catalogue/store/stored-catalogues.ts';
import type { Catalogue } from '../../catalogue/types.ts';
import { reportFault } from '../messages/report-fault.ts';

async function loadBuiltInCatalogue(): Promise<Catalogue> {
  const response = await fetch(browser.runtime.getURL('/catalogue/built-in.bin'));
  if (!response.ok) throw new CatalogueError('missing', `the built-in catalogue: ${response.status}`);
  // The worker lives 30 s: reading the half megabyte at once is quicker than a slice a shard.
  const { manifest, readShard } = await readContainer(sliceOf(new Uint8Array(await response.arrayBuffer())));
  return openCatalogue(manifest, readShard);
}

let loading: Promise<Catalogue> | null = null;
let loadingStored: Promise<Catalogue[]> | null = null;

async function loadStoredCatalogues(): Promise<Catalogue[]> {
  const rows = await listStoredCatalogues();
  return rows.map((row) => (isPublished(row) ? openPublishedRow(row, null) : openCatalogueRow(row)));
}

/** Makes the next load read the catalogues on this machine again, because one was added, removed or changed. */
export function forgetStoredCatalogues(): void {
  loadingStored = null;
}

/**
 * The available catalogues, loaded on first use: those on this machine, the newest data first, then the built-in one.
 * Rejects when the built-in one is damaged; the next call loads it again. The user's catalogues are left out, with a
 * warning on the console, when their database cannot be read. Sends no request.
 */
export async function loadCatalogues(): Promise<Catalogue[]> {
  loading ??= loadBuiltInCatalogue();
  loading.catch(() => (loading = null));
  loadingStored ??= loadStoredCatalogues();
  const stored = await loadingStored.catch((error: unknown) => {
    forgetStoredCatalogues();
    return reportFault('catalogues on this machine', error) ?? [];
  });
  return [...stored, await loading];
}
