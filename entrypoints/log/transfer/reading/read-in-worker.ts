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
    // A message has the files themselves, not what is in them.
    worker.postMessage({ files, options });
  });
  return reading.finally(() => worker.terminate());
}
