import { browser } from 'wxt/browser';
import { readContainer, sliceOf } from '../shelf/container.ts';
import { ShelfError } from '../shelf/errors.ts';
import { openShelf } from '../shelf/shelf.ts';
import type { Shelf } from '../shelf/types.ts';

async function loadStarterShelf(): Promise<Shelf> {
  const response = await fetch(browser.runtime.getURL('/shelf/starter.bin'));
  if (!response.ok) throw new ShelfError('missing', `the starter shelf: ${response.status}`);
  // The worker lives 30 s: reading the half megabyte at once is quicker than a slice a shard.
  const { manifest, readShard } = await readContainer(sliceOf(new Uint8Array(await response.arrayBuffer())));
  return openShelf(manifest, readShard);
}

let loading: Promise<Shelf[]> | null = null;

/** The shelves there are, read when first asked for: the one in the package. Rejects, and reads anew the next time, where it is damaged. */
export function loadShelves(): Promise<Shelf[]> {
  loading ??= loadStarterShelf().then((shelf) => [shelf]);
  loading.catch(() => (loading = null));
  return loading;
}
