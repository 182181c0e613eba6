import type { ImportJob, ImportReport, ImportRequest } from './import-protocol.ts';
import { runImport } from './run-import.ts';

/** Two imports at once would write into one build. */
const lockName = 'marquee-shelf-import';
/** Progress is told at most so often. */
const progressEveryMs = 200;

/** How the worker hears its page, and answers it. */
export interface ImportScope {
  listen: (take: (request: ImportRequest) => void) => void;
  send: (report: ImportReport) => void;
}

async function runAlone(
  job: ImportJob,
  signal: AbortSignal,
  send: ImportScope['send'],
): Promise<ImportReport> {
  let toldAt = 0;
  return await navigator.locks.request(
    lockName,
    { ifAvailable: true },
    async (lock): Promise<ImportReport> => {
      if (!lock)
        return {
          type: 'failed',
          reason: 'busy',
          file: null,
          row: null,
          message: 'another import is under way',
        };
      return await runImport(job, {
        signal,
        now: Date.now,
        onProgress(progress) {
          const now = Date.now();
          if (now - toldAt < progressEveryMs && progress.done < progress.of) return;
          toldAt = now;
          send({ type: 'progress', ...progress });
        },
      });
    },
  );
}

/** The worker's side: it takes one job, tells of its progress, and answers how it ended. */
export function listenForImports({ listen, send }: ImportScope): void {
  const stop = new AbortController();
  listen((request) => {
    if (request.type === 'cancel') stop.abort();
    else void runAlone(request.job, stop.signal, send).then(send);
  });
}
