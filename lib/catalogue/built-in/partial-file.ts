import { CatalogueError } from '../errors.ts';
import type { ReadSlice } from './slices.ts';

/** Reading costs about 3 ms a request and 6 ms a megabyte in a Chromium worker, so that gaps of a few pages are read too. */
export const pageBytes = 64 * 1024;
const maxGapPages = 6;

/** A file of which only the parts that were asked for are in memory. */
export interface PartialFile {
  /** All bytes; only those that were loaded are set. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Reads the pages of these ranges that are not in memory. Rejects with `CatalogueError` if the file is cut off or damaged there. */
  load(ranges: Iterable<readonly [start: number, end: number]>): Promise<void>;
}

/** Whether a page that was read is undamaged. */
type CheckPage = (bytes: Uint8Array<ArrayBuffer>, page: number) => boolean;

/**
 * Opens a file of `length` bytes, of which the first ones are known. Throws `CatalogueError` if a page of them is damaged.
 */
export function openPartialFile(
  readSlice: ReadSlice,
  length: number,
  first: Uint8Array,
  isWhole: CheckPage = () => true,
): PartialFile {
  const bytes = new Uint8Array(length);
  bytes.set(first.subarray(0, length));
  const pages = new Uint8Array(Math.ceil(length / pageBytes));
  pages.fill(1, 0, first.byteLength >= length ? pages.length : Math.floor(first.byteLength / pageBytes));
  check(0, pages.lastIndexOf(1) + 1);

  function check(from: number, to: number): void {
    for (let page = from; page < to; page += 1)
      if (!isWhole(bytes, page)) throw new CatalogueError('bad-shard', 'the built-in catalogue is damaged');
  }

  async function read(from: number, to: number): Promise<void> {
    const [start, end] = [from * pageBytes, Math.min(to * pageBytes, length)];
    const slice = await readSlice(start, end);
    if (slice.byteLength !== end - start)
      throw new CatalogueError('bad-shard', 'the built-in catalogue is cut off');
    bytes.set(slice, start);
    check(from, to);
    pages.fill(1, from, to);
  }

  /** Runs of pages that are not in memory, with small gaps between them. */
  function listRuns(ranges: Iterable<readonly [start: number, end: number]>): [from: number, to: number][] {
    const wanted = new Set<number>();
    for (const [start, end] of ranges)
      for (let page = Math.floor(start / pageBytes); page * pageBytes < end; page += 1)
        if (pages[page] === 0) wanted.add(page);
    const runs: [number, number][] = [];
    for (const page of [...wanted].sort((a, b) => a - b)) {
      const last = runs.at(-1);
      if (last && page - last[1] <= maxGapPages) last[1] = page + 1;
      else runs.push([page, page + 1]);
    }
    return runs;
  }

  return {
    bytes,
    async load(ranges) {
      await Promise.all(listRuns(ranges).map(([from, to]) => read(from, to)));
    },
  };
}
