import { browser } from 'wxt/browser';
import { readContainer, sliceOf } from '../shelf/container.ts';
import { ShelfError } from '../shelf/errors.ts';
import { openShelf } from '../shelf/shelf.ts';
import { isPublished, openPublishedRow } from '../shelf/store/published-shelves.ts';
import { listStoredShelves, openShelfRow } from '../shelf/store/stored-shelves.ts';
import type { Shelf } from '../shelf/types.ts';
import { reportFault } from './report-fault.ts';

async function loadStarterShelf(): Promise<Shelf> {
  const response = await fetch(browser.runtime.getURL('/shelf/starter.bin'));
  if (!response.ok) throw new ShelfError('missing', `the starter shelf: ${response.status}`);
  // The worker lives 30 s: reading the half megabyte at once is quicker than a slice a shard.
  const { manifest, readShard } = await readContainer(sliceOf(new Uint8Array(await response.arrayBuffer())));
  return openShelf(manifest, readShard);
}

let loading: Promise<Shelf> | null = null;
let loadingStored: Promise<Shelf[]> | null = null;

async function loadStoredShelves(): Promise<Shelf[]> {
  const rows = await listStoredShelves();
  return rows.map((row) => (isPublished(row) ? openPublishedRow(row, null) : openShelfRow(row)));
}

/** Lets the shelves on this machine be read anew: one came, went or changed. */
export function forgetStoredShelves(): void {
  loadingStored = null;
}

/**
 * The shelves there are, read when first asked for, in the order in which they are asked: those on this machine, the newest
 * data first, then the one in the package. Rejects, and reads anew the next time, where that one is damaged; the user's
 * own are left out, with a word on the console, where their database cannot be read. None of them asks the network.
 */
export async function loadShelves(): Promise<Shelf[]> {
  loading ??= loadStarterShelf();
  loading.catch(() => (loading = null));
  loadingStored ??= loadStoredShelves();
  const stored = await loadingStored.catch((error: unknown) => {
    forgetStoredShelves();
    return reportFault('shelves on this machine', error) ?? [];
  });
  return [...stored, await loading];
}
