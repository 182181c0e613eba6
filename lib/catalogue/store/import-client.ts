import type { ImportEnd, ImportJob, ImportProgress, ImportReport, ImportRequest } from './import-protocol.ts';

/** The members of a worker that an import needs. */
export type ImportWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** A running import. */
export interface RunningImport {
  /** Resolves with the result; never rejects. */
  end: Promise<ImportEnd>;
  /** Stops it. The result is `cancelled`, and none of its data is kept. */
  cancel(): void;
}

/**
 * Starts an import in a worker, `new Worker(browser.runtime.getURL('/import-catalogue.js'))`, and terminates the
 * worker at the end. When the import is done, the page notifies the background with `cataloguesChanged`.
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
