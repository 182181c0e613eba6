import type { ImportFile } from '../../../../lib/transfer/files/read-files.ts';
import { maxFileBytes, maxTotalBytes } from '../../../../lib/tables/limits.ts';
import type { Reading, ReadOptions } from '../../../../lib/transfer/types.ts';
import { createReadingJoiner, type ReadingPart } from './reading-parts.ts';

/** Reads files in a worker. Rejects when the worker fails, and with an `AbortError` when `signal` is aborted. */
export function readInWorker(files: File[], options: ReadOptions, signal: AbortSignal): Promise<Reading> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
  const reading = new Promise<Reading>((resolve, reject) => {
    const join = createReadingJoiner();
    worker.addEventListener('message', ({ data }: MessageEvent<ReadingPart>) => {
      const whole = join(data);
      if (whole !== null) resolve(whole);
    });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
    loadFiles(files)
      .then((loaded) => worker.postMessage({ files: loaded, options }))
      .catch(reject);
  });
  return reading.finally(() => worker.terminate());
}

/** Loads no more of the files than shows that they are too large, so that any file can be picked. */
async function loadFiles(files: File[]): Promise<ImportFile[]> {
  let left = maxTotalBytes + 1;
  return Promise.all(
    files.map(async (file) => {
      const size = Math.min(file.size, maxFileBytes + 1, left);
      left -= size;
      return { name: file.name, bytes: new Uint8Array(await file.slice(0, size).arrayBuffer()) };
    }),
  );
}
