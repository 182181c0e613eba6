import type { ImportEnd, ImportJob, ImportProgress, ImportReport, ImportRequest } from './import-protocol.ts';

/** A worker, as far as an import needs one. */
export type ImportWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** An import under way. */
export interface RunningImport {
  /** How it ended; never rejects. */
  end: Promise<ImportEnd>;
  /** Stops it; it ends as `cancelled`, and nothing of it is kept. */
  cancel(): void;
}

/**
 * Starts an import in a worker of its own, `new Worker(browser.runtime.getURL('/import-catalogue.js'))`, which is ended with
 * it. When it is done the page tells the background with `cataloguesChanged`.
 */
export function startImport(
  worker: ImportWorker,
  job: ImportJob,
  onProgress: (progress: ImportProgress) => void,
): RunningImport {
  const send = (request: ImportRequest): void => worker.postMessage(request);
  const end = new Promise<ImportEnd>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ImportReport>) => {
      if (data.type === 'progress') onProgress(data);
      else resolve(data);
    });
    worker.addEventListener('error', ({ message }) =>
      resolve({ type: 'failed', reason: 'failed', file: null, row: null, message }),
    );
  });
  void end.then(() => worker.terminate());
  send({ type: 'start', job });
  return { end, cancel: () => send({ type: 'cancel' }) };
}
