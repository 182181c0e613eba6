import type { ImportJob, ImportReport, ImportRequest } from './import-protocol.ts';
import { runImport, type ImportOptions } from './run-import.ts';

/** The lock of imports: two simultaneous imports would write into one build. */
const lockName = 'marquee-shelf-import';
/** Minimum time between two progress messages. */
const progressEveryMs = 200;

/** The worker's connection to its page. */
export interface ImportScope {
  listen: (take: (request: ImportRequest) => void) => void;
  send: (report: ImportReport) => void;
  openBuiltIn: NonNullable<ImportOptions['openBuiltIn']>;
}

async function runAlone(
  job: ImportJob,
  signal: AbortSignal,
  { send, openBuiltIn }: Pick<ImportScope, 'send' | 'openBuiltIn'>,
): Promise<ImportReport> {
  let lastProgressAt = 0;
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
          message: 'another import is running',
        };
      return await runImport(job, {
        signal,
        now: Date.now,
        openBuiltIn,
        onProgress(progress) {
          const now = Date.now();
          if (now - lastProgressAt < progressEveryMs && progress.done < progress.of) return;
          lastProgressAt = now;
          send({ type: 'progress', ...progress });
        },
      });
    },
  );
}

/** Runs the worker's side: accepts one job, reports its progress and its result. */
export function listenForImports({ listen, ...scope }: ImportScope): void {
  const stop = new AbortController();
  listen((request) => {
    if (request.type === 'cancel') stop.abort();
    else void runAlone(request.job, stop.signal, scope).then(scope.send);
  });
}
