import { browser } from 'wxt/browser';
import { createSliceFetcher } from '../../catalogue/built-in/fetch-slices.ts';
import { openBuiltIn, type BuiltInCatalogue } from '../../catalogue/built-in/open-built-in.ts';
import { isPublished, openPublishedRow } from '../../catalogue/store/published-catalogues.ts';
import { listStoredCatalogues, openCatalogueRow } from '../../catalogue/store/stored-catalogues.ts';
import type { Catalogue } from '../../catalogue/types.ts';
import { reportFault } from '../messages/report-fault.ts';

let loading: Promise<BuiltInCatalogue> | null = null;
let loadingStored: Promise<Catalogue[]> | null = null;

async function loadStoredCatalogues(): Promise<Catalogue[]> {
  const rows = await listStoredCatalogues();
  return rows.map((row) => (isPublished(row) ? openPublishedRow(row, null) : openCatalogueRow(row)));
}

/** The catalogue in the package, opened on first use. Rejects when it is damaged; the next call opens it again. */
export function loadBuiltInCatalogue(): Promise<BuiltInCatalogue> {
  const url = browser.runtime.getURL('/catalogue/built-in.bin');
  loading ??= openBuiltIn(createSliceFetcher((address, init) => fetch(address, init), url));
  loading.catch(() => (loading = null));
  return loading;
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
  const builtIn = loadBuiltInCatalogue();
  // It is awaited last; until then a failure is not unhandled.
  builtIn.catch(() => undefined);
  loadingStored ??= loadStoredCatalogues();
  const stored = await loadingStored.catch((error: unknown) => {
    forgetStoredCatalogues();
    return reportFault('catalogues on this machine', error) ?? [];
  });
  return [...stored, await builtIn];
}
