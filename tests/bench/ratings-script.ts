// Reads a file of IMDb's ratings in a process of its own, as a stream, and prints its time and its peak memory.
// Usage: ratings-script.ts stream|table FILE; `stream` only decompresses the file, `table` makes the table of it.
import { existsSync, openAsBlob, readFileSync } from 'node:fs';
import { readRatings } from '../../lib/catalogue/imdb-ratings/read-ratings.ts';

const [, , kind = '', path = ''] = process.argv;
const blob = await openAsBlob(path);
const stream = (): ReadableStream<Uint8Array<ArrayBuffer>> => blob.stream();

async function readOnly(): Promise<number> {
  let lines = 0;
  const decoder = new TextDecoder();
  for await (const bytes of stream().pipeThrough(new DecompressionStream('gzip')))
    lines += decoder.decode(bytes, { stream: true }).split('\n').length - 1;
  return lines - 1;
}

async function makeTable(): Promise<number> {
  const file = { name: 'title.ratings.tsv.gz', size: blob.size, lastModified: 0, stream };
  return (await readRatings(file, { signal: new AbortController().signal })).ratings;
}

/** The peak memory of this process in bytes. Linux counts in `maxRSS` what the parent had when it started this one. */
function readPeakBytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return Number(kilobytes ?? process.resourceUsage().maxRSS) * 1024;
}

const start = performance.now();
const ratings = await (kind === 'table' ? makeTable() : readOnly());
const ms = performance.now() - start;
console.log(JSON.stringify({ ratings, ms, peakBytes: readPeakBytes() }));
